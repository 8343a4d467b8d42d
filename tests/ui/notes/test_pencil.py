# SPDX-License-Identifier: MIT
"""Typing reaches the journal at every pause, and its news comes back on the main thread."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from storage.errors import CannotKeep
from storage.journal import Journal
from ui.notes.pencil import PencilCase


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    made = Journal.open(tmp_path, bytes(32))
    yield made
    made.close()


def test_words_are_wanted_after_a_pause_and_told_when_kept(qtbot: QtBot, journal: Journal) -> None:
    case = PencilCase(journal)
    threads: list[object] = []
    case.kept.connect(lambda *_news: threads.append(QThread.currentThread()))
    with qtbot.waitSignal(case.wanted):
        case.typed()
    with qtbot.waitSignal(case.kept) as kept:
        case.write("note:n1", "Half a sent", {"visit": "v1"})
    assert kept.args[0] == "note:n1"
    assert threads == [QThread.currentThread()]
    assert [each.text for each in case.unfinished("v1")] == ["Half a sent"]
    assert case.unfinished("v2") == []
    case.rub_out("note:n1")
    assert case.unfinished("v1") == []


def test_one_who_never_pauses_is_pencilled_all_the_same(qtbot: QtBot, journal: Journal) -> None:
    case, wanted = PencilCase(journal), []
    case.wanted.connect(lambda: wanted.append(1))
    case.typed()
    for _key in range(12):
        qtbot.wait(100)
        case.typed()
    assert wanted


def test_pencils_of_others_are_not_told_here(qtbot: QtBot, journal: Journal) -> None:
    told: list[object] = []
    journal.on_kept = told.append
    case = PencilCase(journal)
    with qtbot.assertNotEmitted(case.kept, wait=100):
        case.write("letter:l1", "Not a note", {})
        assert journal.flush()
    assert told  # whoever listened before still hears


def test_a_refusal_is_told_on_the_main_thread(qtbot: QtBot, journal: Journal) -> None:
    case = PencilCase(journal)
    with qtbot.waitSignal(case.refused) as refused:
        assert journal.on_refused is not None
        journal.on_refused(CannotKeep("The disk is full."))
    assert str(refused.args[0]) == "The disk is full."


def test_without_a_journal_nothing_is_promised(qtbot: QtBot) -> None:
    case = PencilCase(None)
    with qtbot.assertNotEmitted(case.kept, wait=50):
        case.write("note:n1", "Words", {})
    case.rub_out("note:n1")
    assert not case.is_there
    assert case.unfinished("v1") == []
