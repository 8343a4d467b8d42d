# SPDX-License-Identifier: MIT
"""Info and XMP: what signing itself renews is left aside, nothing else."""

from io import BytesIO

import pikepdf
import pytest
from pyhanko.pdf_utils.generic import pdf_name, pdf_string
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from reports.signing.metadata import metadata_kept


def _with_info(content: bytes, key: str, value: str) -> bytes:
    writer, out = IncrementalPdfFileWriter(BytesIO(content)), BytesIO()
    info = writer.trailer["/Info"]
    info[pdf_name(key)] = pdf_string(value)
    writer.update_container(info)
    writer.write(out)
    return out.getvalue()


def test_a_file_is_kept_as_long_as_it_is_itself(unsigned: bytes) -> None:
    assert metadata_kept(unsigned, len(unsigned))


def test_signing_renews_only_when_and_by_what_the_file_was_written(signed: bytes, unsigned: bytes) -> None:
    with pikepdf.open(BytesIO(signed)) as after, pikepdf.open(BytesIO(unsigned)) as before:
        assert after.docinfo["/Title"] == before.docinfo["/Title"]
    later = _with_info(signed, "/ModDate", "D:20270101000000Z")
    assert metadata_kept(later, len(signed))


@pytest.mark.parametrize("key", ["/Title", "/Author", "/Subject", "/Keywords", "/CreationDate", "/Anything"])
def test_any_other_entry_counts(signed: bytes, key: str) -> None:
    assert not metadata_kept(_with_info(signed, key, "No concerns"), len(signed))
