# SPDX-License-Identifier: MIT
"""What is typed and not said yet waits at its place, also when the store is opened again; what was said does not."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from storage.store import Store, open_store
from tests.builders import PASSPHRASE
from ui.unsaid import Typed, Unsaid

Maker = Callable[..., tuple[Store, str]]


class Line:
    """A line of words."""

    def __init__(self) -> None:
        self.words = ""

    def typed(self) -> Typed:
        return self.words, {"kind": "question"}


def test_each_place_has_its_own_words_also_after_the_store_is_opened_again(qtbot: QtBot, folder_store: Maker) -> None:
    store, _code = folder_store("one")
    assert store.folder is not None
    owner, line = QObject(), Line()
    unsaid = Unsaid(store.journal, line.typed, owner)
    assert unsaid.turn_to("remark:a") == ("", {})
    line.words = "Which two files?"
    assert unsaid.turn_to("remark:b") == ("", {})
    line.words = "Said of b."
    unsaid.write()
    assert unsaid.turn_to("remark:a") == ("Which two files?", {"kind": "question"})
    line.words = "Which two files?"
    store.close()
    again, line = open_store(store.folder, PASSPHRASE), Line()
    fresh = Unsaid(again.journal, line.typed, owner)
    assert fresh.turn_to("remark:b")[0] == "Said of b."
    again.close()


def test_what_was_said_or_emptied_waits_no_longer(qtbot: QtBot, folder_store: Maker) -> None:
    store, _code = folder_store("one")
    assert store.journal is not None
    owner, line = QObject(), Line()
    unsaid = Unsaid(store.journal, line.typed, owner)
    for place, said in (("remark:a", True), ("remark:b", False)):
        line.words = ""
        unsaid.turn_to(place)
        line.words = "Which two files?"
        unsaid.write()
        assert [each.place for each in store.journal.unfinished()] == [place]
        line.words = ""
        if said:
            unsaid.rub_out()
        unsaid.write()
        assert store.journal.unfinished() == ()


def test_it_is_kept_by_itself_when_the_keys_rest(qtbot: QtBot, folder_store: Maker) -> None:
    store, _code = folder_store("one")
    journal = store.journal
    assert journal is not None
    owner, line = QObject(), Line()
    unsaid = Unsaid(journal, line.typed, owner)
    unsaid.turn_to("remark:a")
    line.words = "Which two files?"
    unsaid.typed()
    qtbot.waitUntil(lambda: [each.text for each in journal.unfinished()] == ["Which two files?"])


def test_without_a_journal_it_remembers_as_long_as_it_lives(qtbot: QtBot) -> None:
    owner, line = QObject(), Line()
    unsaid = Unsaid(None, line.typed, owner)
    unsaid.turn_to("remark:a")
    line.words = "Which two files?"
    unsaid.turn_to("remark:b")
    line.words = ""
    assert unsaid.turn_to("remark:a")[0] == "Which two files?"
