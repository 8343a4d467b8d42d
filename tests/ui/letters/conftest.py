# SPDX-License-Identifier: MIT
"""A desk over a real store, a letter whose sentences stand on real records, and the panel that shows it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from storage.gesture import Gesture
from storage.model.finding import Finding
from storage.model.ids import new_id
from storage.model.letter import Letter, Paragraph, Section, Sentence, WholeLetter
from storage.model.note import Note
from storage.model.visit import Visit
from storage.queries.letters import whole_letter
from storage.settings import Settings
from storage.store import Store
from tests.builders import a_finding, a_note, a_visit
from ui.bus import Bus
from ui.desk import Desk
from ui.letters.letters import Letters
from ui.look import Look
from ui.worker import Worker


@dataclass(frozen=True)
class Written:
    """A visit with a letter, and what the letter stands on."""

    store: Store
    visit: Visit
    note: Note
    finding: Finding
    letter_id: str

    def whole(self) -> WholeLetter:
        """Return the letter as it stands now."""
        found = whole_letter(self.store, self.letter_id)
        assert found is not None
        return found

    def sentences(self) -> list[Sentence]:
        """Return its sentences in order."""
        return [s for section in self.whole().sections for p in section.paragraphs for s in p.sentences]

    def texts(self) -> list[str]:
        """Return the words of its sentences in order."""
        return [each.text for each in self.sentences()]


@pytest.fixture
def desk(qtbot: QtBot, look: Look, store: Store, tmp_path: Path) -> Iterator[Desk]:
    """Give a desk over a store that dies with the test."""
    made = Desk(store, Bus(), Worker(), look, Settings(), tmp_path)
    yield made
    made.worker.close()


@pytest.fixture
def written(desk: Desk) -> Written:
    """Give a letter of two sections: a paragraph of two sentences; a lead-in and three items."""
    store = desk.store
    visit = a_visit(store)
    note = a_note(store, visit)
    finding = a_finding(store, visit, supports=(note.id,))
    return Written(store, visit, note, finding, a_written_letter(store, visit, finding))


def _body(finding: Finding) -> tuple[Any, ...]:
    """Return sections of paragraphs of (words, sources, standard)."""
    source = (f"finding:{finding.id}",)
    return (
        ("0010", "", (("prose", (("Thank you.", (), True), ("Supervision is irregular.", source, False))),)),
        (
            "0020",
            "What we found",
            (
                ("prose", (("We found:", (), False),)),
                ("bullet", (("first", source, False),)),
                ("bullet", (("second", source, False),)),
                ("bullet", (("third", source, False),)),
            ),
        ),
    )


def a_written_letter(store: Store, visit: Visit, finding: Finding) -> str:
    """Record a practice letter and return its identifier."""
    gesture = Gesture("letters.draft", store.me)
    letter = Letter(
        id=new_id(),
        stream_id=visit.stream_id,
        visit_id=visit.id,
        authority_id=visit.authority_id,
        kind="monitoring_visit",
        date="2018-10-12",
        addressee=("The Director", "Practice Borough Council"),
        salutation="Dear Director",
        re_line="Monitoring visit",
        close="Yours sincerely",
        signatory="Practice Inspector",
        letterhead=("Arolwg practice letter",),
        illustration=True,
    )
    gesture.add(letter)
    part: dict[str, Any] = {"stream_id": visit.stream_id, "letter_id": letter.id}
    for order, title, paragraphs in _body(finding):
        section = Section(id=new_id(), order=order, title=title, **part)
        gesture.add(section)
        for at, (kind, sentences) in enumerate(paragraphs, 1):
            paragraph = Paragraph(id=new_id(), section_id=section.id, order=f"{at * 10:04}", kind=kind, **part)
            gesture.add(paragraph)
            for place, (text, sources, standard) in enumerate(sentences, 1):
                words: dict[str, Any] = {"text": text, "sources": sources, "standard": standard}
                words["order"] = f"{place * 10:04}"
                gesture.add(Sentence(id=new_id(), paragraph_id=paragraph.id, **words, **part))
    store.record(*gesture.changes)
    return letter.id


@pytest.fixture
def panel(qtbot: QtBot, desk: Desk, written: Written) -> Letters:
    """Give the letters' page, shown, on the written letter."""
    made = Letters(desk)
    qtbot.addWidget(made)
    made.resize(1160, 760)
    made.show()
    made.activateWindow()
    made.show_visit(written.visit.id)
    qtbot.waitUntil(lambda: made.is_warm)
    return made
