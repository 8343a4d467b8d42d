# SPDX-License-Identifier: MIT
"""Two wordings of a letter as rows: what differs in words, what a screen reader hears, the way from one to the next."""

import pytest
from PySide6.QtCore import QObject, Qt
from pytestqt.qtbot import QtBot

from storage.acts import letters
from storage.job import run_now
from storage.queries.letter_moments import letter_log, moments
from storage.queries.letters import whole_letter
from storage.store import Store
from tests.builders import a_letter, a_visit
from ui.history.letter_rows import Beside, BesideRows, comparing, counted


@pytest.fixture
def found(store: Store) -> tuple[Beside, ...]:
    """Give a letter of three paragraphs, of which one was reworded and one taken out, beside its draft."""
    letter = a_letter(store, a_visit(store), "Six of eight files held a plan.")
    whole = whole_letter(store, letter.id)
    assert whole is not None
    section = whole.sections[0]
    letters.add_paragraph(store, section.section, "0020", "It was a good visit.")
    letters.amend(store, whole.letter, date="2018-10-12")
    letters.reword(store, section.paragraphs[0].sentences[0], "Seven or more files held a plan.")
    log = letter_log(store, letter.id)
    assert log is not None
    every = moments(log)
    return run_now(comparing(log, every[0], every[-1]), store)


def test_what_differs_is_counted_and_told_in_words(found: tuple[Beside, ...]) -> None:
    assert counted(found) == "3 places differ: 1 reworded, 2 new"
    assert counted(found[:0]) == "Nothing differs between the two."
    told = [each.told() for each in found]
    assert told == [
        "New. 12 October 2018",
        "Reworded. Was: Six of eight files held a plan. Is: Seven or more files held a plan."
        " Taken away: Six of eight. Added: Seven or more",
        "New. It was a good visit",
    ]


def test_neighbouring_changed_words_are_one_difference(found: tuple[Beside, ...]) -> None:
    assert found[1].side(False) == (("gone", "Six of eight"), ("same", " files held a plan."))
    assert found[1].side(True) == (("new", "Seven or more"), ("same", " files held a plan."))


def test_one_goes_from_difference_to_difference_and_round_about(qtbot: QtBot, found: tuple[Beside, ...]) -> None:
    holder = QObject()
    rows = BesideRows(holder)
    same = Beside(found[0].line.__class__(found[1].line.after, found[1].line.after, "same"), (("same", "x"),))
    rows.show((same, *found[1:]), False)
    assert [rows.next(0, 1), rows.next(1, 1), rows.next(2, 1), rows.next(0, -1)] == [1, 2, 1, 2]
    assert rows.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "Seven or more files held a plan."
    rows.narrow(True)
    assert rows.rowCount() == 2
    rows.show((), False)
    assert rows.next(-1, 1) == -1
