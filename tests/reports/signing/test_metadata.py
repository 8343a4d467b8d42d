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


def _with_packet(content: bytes, wrong: bytes, right: bytes) -> bytes:
    writer, out = IncrementalPdfFileWriter(BytesIO(content)), BytesIO()
    packet = writer.root["/Metadata"]
    assert wrong in packet.data
    packet._data = packet.data.replace(wrong, right)
    packet._encoded_data = None
    writer.update_container(packet)
    writer.write(out)
    return out.getvalue()


def test_a_prefix_explained_twice_changes_nothing(signed: bytes) -> None:
    dc = b' xmlns:dc="http://purl.org/dc/elements/1.1/"'
    again = _with_packet(signed, b"<dc:title" + dc + b"><rdf:Alt", b"<dc:title" + dc + b"><rdf:Alt" + dc)
    assert metadata_kept(again, len(signed))


@pytest.mark.parametrize(
    ("wrong", "right"),
    [(b"A letter for tests", b"No concerns"), (b"2018-10-12", b"2019-10-12"), (b"dc/elements", b"dc/terms")],
)
def test_other_words_in_the_packet_count(signed: bytes, wrong: bytes, right: bytes) -> None:
    assert not metadata_kept(_with_packet(signed, wrong, right), len(signed))
