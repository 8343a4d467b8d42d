# SPDX-License-Identifier: MIT
"""letter enclose|enclosures."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from tests.files import pdf
from tests.ui.verbs.conftest import Arolwg


@pytest.fixture
def enclosed(begun: Arolwg, tmp_path: Path) -> Arolwg:
    """The same, with a letter and two files that go with it."""
    assert begun("letter", "draft", "1", "--date", "2026-11-30").code == 0
    (tmp_path / "plan.pdf").write_bytes(pdf("words"))
    (tmp_path / "list.txt").write_text("Files that we read.")
    files = [str(tmp_path / name) for name in ("plan.pdf", "list.txt")]
    said = begun("letter", "enclose", "1", *files, "--title", "Annex A: the plan")
    assert (said.code, said.out) == (0, "2 files enclosed.\n")
    return begun


def test_what_goes_with_a_letter_is_listed_and_within_its_pdf(enclosed: Arolwg, tmp_path: Path) -> None:
    listed = enclosed("letter", "enclosures", "1").out.splitlines()
    assert listed == ["1  Annex A: the plan (PDF, 1 kB)", "2  Annex B (TXT, 1 kB)"]
    assert enclosed("letter", "pdf", "1", str(tmp_path / "letter.pdf")).code == 0
    with pikepdf.open(BytesIO((tmp_path / "letter.pdf").read_bytes())) as read:
        assert sorted(each.filename for each in read.attachments.values()) == ["Annex A the plan.pdf", "Annex B.txt"]


def test_an_enclosure_is_titled_and_withdrawn(enclosed: Arolwg) -> None:
    assert enclosed("letter", "enclosures", "1", "2", "--title", "Annex B: the list").code == 0
    assert "2  Annex B: the list (TXT, 1 kB)" in enclosed("letter", "enclosures", "1").out
    for _each in range(2):
        assert enclosed("letter", "enclosures", "1", "1", "--withdraw").code == 0
    assert enclosed("letter", "enclosures", "1").out == "Nothing goes with this letter yet.\n"


def test_what_is_not_said_or_not_taken_is_told(enclosed: Arolwg, tmp_path: Path) -> None:
    assert "which enclosure" in enclosed("letter", "enclosures", "1", "--withdraw").err
    assert enclosed("letter", "enclosures", "1", "9", "--withdraw").code == 6
    file = tmp_path / "program.bin"
    file.write_bytes(b"MZ")
    assert enclosed("letter", "enclose", "1", str(file)).code == 7
    assert "more titles" in enclosed("letter", "enclose", "1", str(file), "--title", "A", "--title", "B").err
    assert len(enclosed("letter", "enclosures", "1").out.splitlines()) == 2
