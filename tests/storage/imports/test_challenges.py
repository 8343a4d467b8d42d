# SPDX-License-Identifier: MIT
"""A draft that came back in Word: its comments and tracked changes, set beside the right paragraphs, once."""

from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from storage.errors import BadFile, Refused
from storage.imports.challenges import bring_in, bringing_in, comments_in, plan, read_comments
from storage.job import run_now
from storage.model.letter import WholeLetter
from storage.queries.challenges import challenges_of_letter
from storage.queries.letters import whole_letter
from storage.steps import whole
from storage.store import Store
from tests.builders import a_letter, a_visit, again

WORDS = "Six of eight files held a current plan."


def returned(*, comment: str = "It was seven.", tracked: bool = True) -> bytes:
    """Return a draft as an authority sends it back."""
    document = docx.Document()
    document.add_paragraph("A heading")
    paragraph = document.add_paragraph(WORDS)
    if comment:
        document.add_comment(paragraph.runs, comment, author="Head of service")
    if tracked:
        changed = document.add_paragraph("Supervision is ")
        _track(changed, "del", "irregular")
        _track(changed, "ins", "held each month")
        changed.add_run(".")
        _track(changed, "ins", " See our log.")
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _track(paragraph: Any, tag: str, words: str) -> None:
    change = OxmlElement(f"w:{tag}")
    change.set(qn("w:author"), "Legal services")
    run = OxmlElement("w:r")
    text = OxmlElement("w:delText" if tag == "del" else "w:t")
    text.text = words
    run.append(text)
    change.append(run)
    paragraph._p.append(change)


@pytest.fixture
def letter(store: Store) -> WholeLetter:
    shell = a_letter(store, a_visit(store), WORDS)
    found = whole_letter(store, shell.id)
    assert found is not None
    return found


def test_comments_and_tracked_changes_are_read_with_what_they_are_about() -> None:
    said = comments_in(returned())
    assert [(each.text, each.quoted, each.by) for each in said] == [
        ("It was seven.", WORDS, "Head of service"),
        ("held each month", "irregular", "Legal services"),
        ("See our log.", "Supervision is irregular.", "Legal services"),
    ]


def test_each_stands_beside_its_paragraph_and_what_fits_none_says_so(store: Store, letter: WholeLetter) -> None:
    planned = plan(store, letter, "d" * 64, comments_in(returned()))
    paragraph = letter.sections[0].paragraphs[0].paragraph.id
    assert [each.paragraph_id for each in planned.new] == [paragraph, "", ""]
    assert (planned.unplaced, planned.here) == (2, 0)
    assert bring_in(store, planned) == 3
    assert {each.said_by for each in challenges_of_letter(store, letter.letter.id)} == {
        "Head of service",
        "Legal services",
    }


def test_one_file_is_brought_in_once_and_undone_as_one(store: Store, letter: WholeLetter, tmp_path: Path) -> None:
    from storage import undo

    file = tmp_path / "back.docx"
    file.write_bytes(returned())
    digest, said = read_comments(file)
    bring_in(store, plan(store, letter, digest, said))
    assert plan(store, letter, digest, said).here == 3
    assert plan(store, letter, digest, said).new == ()
    undo.undo(store)
    assert challenges_of_letter(store, letter.letter.id) == ()
    assert again(store, letter.letter).present


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"%PDF-1.7 no Word", "no Word document"),
        (b"plain words", "no Word document"),
        (b"PK\x03\x04 cut short", "damaged"),
        (returned(comment="", tracked=False), "no comments"),
    ],
)
def test_what_is_no_commented_draft_is_refused_with_a_sentence(data: bytes, told: str) -> None:
    with pytest.raises(BadFile, match=told):
        comments_in(data)


def test_a_file_that_is_gone_or_empty_is_told(tmp_path: Path) -> None:
    with pytest.raises(BadFile, match="cannot be read"):
        read_comments(tmp_path / "gone.docx")
    (tmp_path / "empty.docx").write_bytes(b"")
    with pytest.raises(BadFile, match="empty"):
        read_comments(tmp_path / "empty.docx")


def test_reading_and_writing_down_are_one_job_that_brings_nothing_in_twice(
    store: Store, letter: WholeLetter, tmp_path: Path
) -> None:
    file = tmp_path / "back.docx"
    file.write_bytes(returned())
    job = bringing_in(file, letter.letter.id)
    taken = job.take(store)
    worked = job.work(taken, lambda _part: None)
    assert len(run_now(job, store).new) == 3
    twice = whole(job.put(store, worked))  # type: ignore[arg-type]  # pressed again before the first had ended
    assert (twice.new, twice.here) == ((), 3)
    assert len(challenges_of_letter(store, letter.letter.id)) == 3
    with pytest.raises(Refused, match="not in the store"):
        run_now(bringing_in(file, "nothing"), store)
