# SPDX-License-Identifier: MIT
"""Lists of names out of files: lines as they are, rows with their cells parted, anything else refused."""

from pathlib import Path

import pytest

from storage.errors import BadFile
from storage.imports.guarded_list import MOST_BYTES, read_names


def _file(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def test_lines_are_kept_as_they_are(tmp_path: Path) -> None:
    data = "Pritchard, Megan; 2009-03-04\r\n\r\nSiân Rees\r\n".encode("cp1252")
    assert read_names(_file(tmp_path, "list.txt", data)) == ["Pritchard, Megan; 2009-03-04", "Siân Rees"]


@pytest.mark.parametrize("part", [",", ";", "\t"])
def test_the_cells_of_a_table_are_parted_by_semicolons(part: str, tmp_path: Path) -> None:
    data = part.join(("Megan Pritchard", "2009-03-04", "WX-20431")).encode() + b"\n" + (part * 2).encode()
    assert read_names(_file(tmp_path, "list.csv", data)) == ["Megan Pritchard; 2009-03-04; WX-20431"]


@pytest.mark.parametrize("data", [b"PK\x03\x04zip", b"%PDF-1.7", b"\x00\x01\x02" * 400, b"a" * (MOST_BYTES + 1)])
def test_what_is_no_list_is_refused(data: bytes, tmp_path: Path) -> None:
    with pytest.raises(BadFile):
        read_names(_file(tmp_path, "list.txt", data))


def test_a_file_that_is_gone_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadFile, match="cannot be read"):
        read_names(tmp_path / "gone.txt")
