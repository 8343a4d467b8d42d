# SPDX-License-Identifier: MIT
"""The kept mark never says more than is true."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from storage.errors import CannotKeep
from storage.journal import Journal
from storage.pencil import Pencil
from ui.look import Look
from ui.notes.keeping import Keeping
from ui.widgets.status_line import KeptMark


@pytest.fixture
def mark(qtbot: QtBot, look: Look) -> KeptMark:
    made = KeptMark(look)
    qtbot.addWidget(made)
    made.show()
    return made


def test_kept_is_said_when_it_is_on_the_disk(qtbot: QtBot, mark: KeptMark, tmp_path: Path) -> None:
    journal = Journal.open(tmp_path, bytes(32))
    keeping = Keeping(journal, mark, mark)
    keeping.blank()
    assert not mark.isVisible()
    keeping.typed()
    assert mark.words.text() == "Keeping…"
    keeping.write("note:n1", "Words", {"visit": "v1"})
    qtbot.waitUntil(lambda: mark.words.text().startswith("Kept "))
    keeping.inked("note:n1")
    assert mark.words.text() == "Keeping…"
    qtbot.waitUntil(lambda: mark.words.text().startswith("Kept "))
    assert keeping.unfinished("v1") == []
    journal.close()


def test_a_refusal_is_loud_and_stays_until_something_is_kept(qtbot: QtBot, mark: KeptMark, tmp_path: Path) -> None:
    journal = Journal.open(tmp_path, bytes(32))
    keeping = Keeping(journal, mark, mark)
    keeping.write("note:n1", "Words", {})
    qtbot.waitUntil(lambda: mark.words.text().startswith("Kept "))
    with qtbot.waitSignal(keeping.refused):
        assert journal.on_refused is not None
        journal.on_refused(CannotKeep("The disk is full."))
    assert mark.words.text() == "Not kept yet"
    keeping._on_late()
    assert mark.words.text() == "Not kept yet"
    keeping.write("note:n1", "More words", {})
    qtbot.waitUntil(lambda: mark.words.text().startswith("Kept "))
    journal.close()


def test_without_a_journal_typing_is_called_kept_only_as_ink(mark: KeptMark) -> None:
    keeping = Keeping(None, mark, mark)
    keeping.typed()
    keeping.write("note:n1", "Words", {})
    assert mark.words.text() == "Keeping…"
    keeping.inked("note:n1")
    assert mark.words.text().startswith("Kept ")
    keeping.rest()


def test_what_was_found_says_its_own_time(mark: KeptMark) -> None:
    keeping = Keeping(None, mark, mark)
    keeping.found(Pencil("note:n1", "Words", {}, "2018-07-10T09:42:07.000Z"))
    assert mark.words.text().endswith(":42:07")


def test_ink_that_the_disk_has_says_nothing_of_what_was_typed_since(
    qtbot: QtBot, mark: KeptMark, tmp_path: Path
) -> None:
    journal = Journal.open(tmp_path, bytes(32))
    keeping = Keeping(journal, mark, mark)
    keeping.inked("note:n1")
    keeping.typed()
    mark.keeping()
    assert journal.flush()
    qtbot.wait(1)
    assert mark.words.text() == "Keeping…"
    keeping.rest()
    journal.close()
