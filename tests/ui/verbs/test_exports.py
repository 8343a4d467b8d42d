# SPDX-License-Identifier: MIT
"""export, kit, import: out in every form, in again by preview, trouble told on one line."""

import io
import json
from pathlib import Path

import pytest

from tests.ui.verbs.conftest import Arolwg


@pytest.fixture
def written(begun: Arolwg, monkeypatch: pytest.MonkeyPatch) -> Arolwg:
    """Give the terminal on a store with a visit and one note."""
    monkeypatch.setattr("sys.stdin", io.StringIO("One thing."))
    assert begun("notes", "1", "--write").code == 0
    return begun


def test_export_writes_json_and_markdown_and_warns(written: Arolwg, tmp_path: Path) -> None:
    said = written("export", "1", "--to", str(tmp_path / "out"))
    assert "not encrypted" in said.out
    found = {path.suffix: path.read_text("utf-8") for path in (tmp_path / "out").iterdir()}
    assert set(found) == {".json", ".md"}
    assert json.loads(found[".json"])["notes"][0]["text"] == "One thing."
    assert "One thing." in found[".md"]


def test_export_writes_the_forms_asked_for(written: Arolwg, tmp_path: Path) -> None:
    assert written("export", "1", "--as", "txt, docx,pdf", "--to", str(tmp_path / "out")).code == 0
    assert sorted(path.suffix for path in (tmp_path / "out").iterdir()) == [".docx", ".pdf", ".txt"]
    assert written("export", "1", "--as", "scroll", "--to", str(tmp_path / "other")).code == 6
    assert not (tmp_path / "other").exists()


def test_export_into_a_file_in_the_way_is_told(begun: Arolwg, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    assert begun("export", "1", "--to", str(tmp_path / "file")).code == 5
    assert (tmp_path / "file").read_text() == "in the way"


def test_the_kit_is_one_pdf(begun: Arolwg, tmp_path: Path) -> None:
    assert begun("kit", "1", str(tmp_path / "forms.pdf")).code == 0
    assert (tmp_path / "forms.pdf").read_bytes().startswith(b"%PDF")
    assert begun("kit", "1", str(tmp_path / "nowhere" / "forms.pdf")).code == 5


def test_a_visit_comes_in_from_its_export_once(written: Arolwg, tmp_path: Path) -> None:
    written("export", "1", "--to", str(tmp_path))
    (file,) = tmp_path.glob("visit-*.json")
    looked = written("import", "visit", str(file), "--look")
    assert looked.code == 0
    assert "Notes: 0 new, 1 here already" in looked.out
    assert written("import", "visit", str(file)).code == 0
    assert written("notes", "1").out.count("One thing.") == 1


def test_an_authority_goes_out_and_comes_into_another_store(begun: Arolwg, arolwg: Arolwg, tmp_path: Path) -> None:
    assert begun("authority", "person", "1", "--role", "Chief executive").code == 0
    said = begun("authority", "export", "1", "--to", str(tmp_path / "out"))
    assert "not encrypted" in said.out
    (file,) = (tmp_path / "out").iterdir()
    looked = begun("import", "authority", str(file), "--look")
    assert "This authority is here" in looked.out
    assert "People: 0 new, 1 here already" in looked.out
    there = tmp_path / "other"
    assert arolwg("begin", "--name", "Second Inspector", store=there).code == 0
    looked = arolwg("import", "authority", str(file), "--look", store=there)
    assert "This authority is not here yet." in looked.out
    assert "no authority yet" in arolwg("authority", "list", store=there).out
    assert arolwg("import", "authority", str(file), store=there).code == 0
    assert "1  Chief executive" in arolwg("authority", "show", "1", store=there).out
    file.write_text('{"format": "arolwg authority 1", "authority": {}}')
    assert arolwg("import", "authority", str(file), store=there).code == 7


def test_a_broken_export_is_refused_on_one_line(begun: Arolwg, tmp_path: Path) -> None:
    (tmp_path / "visit.json").write_text('{"format": "arolwg visit 1"}')
    said = begun("import", "visit", str(tmp_path / "visit.json"))
    assert said.code == 7
    assert said.err.count("\n") == 1


def test_notes_are_looked_at_then_brought_in(begun: Arolwg, tmp_path: Path) -> None:
    file = tmp_path / "notes.csv"
    file.write_text("when,what\n24 November 2020,From paper. #ZZ9\n", "utf-8")
    assert begun("import", "notes", "1", str(file)).code == 7
    looked = begun("import", "notes", "1", str(file), "--column", "text=2", "--look")
    assert "a new note" in looked.out
    assert "ZZ9" in looked.out
    assert "This visit has no notes yet." in begun("notes", "1").out
    said = begun("import", "notes", "1", str(file), "--column", "text=2")
    assert "1 note was brought in." in said.out
    assert "From paper." in begun("notes", "1").out


def test_two_readings_of_a_date_must_be_settled(begun: Arolwg, tmp_path: Path) -> None:
    file = tmp_path / "notes.csv"
    file.write_text("text,date\nWords.,02/03/2020\n", "utf-8")
    said = begun("import", "notes", "1", str(file))
    assert said.code == 6
    assert "--dates" in said.err
    assert begun("import", "notes", "1", str(file), "--dates", "day_first").code == 0
    assert "2020-03-02" in begun("notes", "1").out or "2020-03-01" in begun("notes", "1").out


@pytest.mark.parametrize("column", ["text", "words=1", "text=0", "text=x"])
def test_a_column_that_is_none_is_refused(begun: Arolwg, tmp_path: Path, column: str) -> None:
    (tmp_path / "notes.csv").write_text("text\nWords.\n", "utf-8")
    assert begun("import", "notes", "1", str(tmp_path / "notes.csv"), "--column", column).code == 6
