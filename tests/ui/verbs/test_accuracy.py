# SPDX-License-Identifier: MIT
"""accuracy send|list|bring-in|place|write|decide|end."""

from io import StringIO
from pathlib import Path

import pytest

from tests.storage.imports.test_challenges import returned
from tests.ui.verbs.conftest import Arolwg


@pytest.fixture
def out(begun: Arolwg) -> Arolwg:
    """The same, with a letter out for factual accuracy."""
    assert begun("letter", "draft", "1", "--type", "visit_confirmation", "--date", "2026-11-30").code == 0
    for state in ("evidence_checked", "peer_reviewed", "privacy_checked"):
        assert begun("letter", "move", "1", state).code == 0
    said = begun("accuracy", "send", "1", "--on", "2026-12-18", "--days", "5")
    assert said.code == 0
    assert "2026-12-29" in said.out  # Christmas Day, Boxing Day's substitute and a weekend do not count
    return begun


def test_the_round_from_the_file_to_its_end(out: Arolwg, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "back.docx"
    file.write_bytes(returned(tracked=False))
    assert out("accuracy", "bring-in", "1", str(file)).out.startswith("1 comment was brought in.\n")
    assert out("accuracy", "bring-in", "1", str(file)).out == "0 comments were brought in.\n"
    monkeypatch.setattr("sys.stdin", StringIO("The address is wrong."))
    assert out("accuracy", "write", "1", "--paragraph", "1", "--kind", "typo", "--by", "Clerk").code == 0
    assert out("accuracy", "end", "1").code == 6
    assert out("accuracy", "decide", "1", "1", "accepted", "--reason", "The log shows it.").code == 6
    for number in ("1", "2"):
        given = ("--reason", "The log shows it.", "--change", "Put right.")
        assert out("accuracy", "decide", "1", number, "accepted", *given).code == 0
    listed = out("accuracy", "list", "1").out
    assert "Accepted · Slip of the pen · Clerk" in listed
    assert "Accepted · Fact · Head of service" in listed
    assert "    Put right." in listed
    assert out("accuracy", "end", "1").code == 0
    assert "Comments resolved" in out("letter", "list").out


def test_a_file_that_is_no_word_document_is_a_bad_file(out: Arolwg, tmp_path: Path) -> None:
    (tmp_path / "back.docx").write_text("only words")
    said = out("accuracy", "bring-in", "1", str(tmp_path / "back.docx"))
    assert said.code == 7
    assert "no Word document" in said.err


def test_what_fits_no_paragraph_says_so_and_is_placed(out: Arolwg, tmp_path: Path) -> None:
    file = tmp_path / "back.docx"
    file.write_bytes(returned(tracked=False))
    assert "1 fits no paragraph." in out("accuracy", "bring-in", "1", str(file)).out
    assert "It fits no paragraph of the letter." in out("accuracy", "list", "1").out
    assert out("accuracy", "place", "1", "1", "--whole").code == 0
    assert "It fits no paragraph" not in out("accuracy", "list", "1").out
    assert out("accuracy", "place", "1", "1", "--paragraph", "2").code == 0
    assert out("accuracy", "place", "1", "1", "--paragraph", "999").code == 6
