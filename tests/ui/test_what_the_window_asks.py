# SPDX-License-Identifier: MIT
"""Every act and query that a page or dialog reaches is counted here by itself, with few notes and with many.

What is asked of it comes from its signature: a new act or query is counted without being named here. One whose
parameters are new to `World.given` says so. The counting: effort.py; the window as a whole:
test_nothing_holds_the_screen.py.
"""

import ast
import inspect
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from importlib import import_module
from pathlib import Path
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

import pytest

from storage import rubrics, undo
from storage.acts import comments
from storage.errors import Trouble
from storage.marks import Marks
from storage.model.ids import DeviceId, StreamId
from storage.model.note import Note
from storage.model.record import Record
from storage.model.rubric import Rubric
from storage.queries import claims
from storage.queries.comments import comments_of_note
from storage.queries.letters import whole_letter
from storage.queries.notes import notes_of_visit
from storage.store import Store
from tests.builders import (
    RUBRIC,
    a_concern,
    a_finding,
    a_letter,
    a_link,
    a_point,
    a_session,
    a_store,
    a_visit,
    again,
    an_authority,
    hand_over,
    join,
)
from tests.ui.effort import FEW, MANY, MOST, fill, heaviest, with_all

ROOT = Path(__file__).parents[2]
_ROOMS = ("storage.acts", "storage.queries", "storage.undo")
_NO_SCREEN = ("ui/verbs/", "ui/terminal.py")
_LOOSE = (inspect.Parameter.VAR_KEYWORD, inspect.Parameter.VAR_POSITIONAL)
ELSEWHERE = {
    "storage.queries.board.board_of": "here only where a store is in memory",
    "storage.queries.board.board_ahead": "read by a job",
    "storage.queries.found.found": "asked by a job; here only where a store is in memory",
    "storage.queries.attachments.passages_of": "of one document",
    "storage.queries.findings.weigh": "of findings and notes that were read already",
}
"""What the window's own thread asks of small stores only."""


_BUILT = frozenset(
    {"codes", "places", "place", "words", "table", "sources", "times", "said", "note_ids", "named", "streams"}
)
"""Parameters of several parts, which `World.given` knows by name."""


class World:
    """A store with a visit of some notes, and what acts and queries are asked about."""

    def __init__(self, count: int) -> None:
        """Write the notes, and one thing of every noun that acts amend."""
        self.store = a_store()
        self.council = an_authority(self.store)
        self.visit = a_visit(self.store, self.council, days=2)
        session = a_session(self.store, self.visit)
        fill(self.store, self.visit, session.id, count)
        note = notes_of_visit(self.store, self.visit.id)[0]
        comments.say(self.store, note, "Said of it.")
        shell = a_letter(self.store, self.visit, "One sentence.", "Another.")
        whole = whole_letter(self.store, shell.id)
        assert whole is not None
        section = whole.sections[0]
        paragraph = section.paragraphs[0]
        made = (note, session, shell, section.section, paragraph.paragraph, paragraph.sentences[0], self.council)
        made += (a_finding(self.store, self.visit, supports=(note.id,)), a_link(self.store, note, "HR1"), self.visit)
        made += (a_concern(self.store, self.visit), a_point(self.store, self.visit))
        made += (comments_of_note(self.store, note.id)[0],)
        partner = a_store("Partner")
        join(self.store, self.visit.stream_id, partner)
        a_finding(partner, self.visit)
        hand_over(partner, self.store, self.visit.stream_id)
        self.partner = partner.device.id
        self.things: dict[type, Record] = {type(each): each for each in made}

    def given(self, name: str, kind: Any) -> Any:
        """Return what a parameter is given, by its type and its name. Raise LookupError for one that is new here."""
        for noun, thing in self.things.items():
            if noun is kind or (get_origin(kind) in (UnionType, Sequence) and noun in get_args(kind)):
                found = again(self.store, thing)
                return (found,) if get_origin(kind) is Sequence else found
            if name == f"{noun.entity}_id" and kind is not Any:  # type: ignore[attr-defined]
                return thing.id
        if kind is Rubric:
            return rubrics.rubric(RUBRIC)
        if name in ("record", "noun", "record_id"):
            note = self.things[Note]
            return {"record": note, "noun": Note, "record_id": note.id}[name]
        if kind not in (str, int, Store, Marks, StreamId, DeviceId) and name not in _BUILT:
            raise LookupError(f"{name}: {kind}")
        words = {
            **{"store": self.store, "marks": self.store.marks, "stream_id": self.visit.stream_id},
            **{"stream": self.visit.stream_id, "gesture": "", "codes": ("QA1", "QA2"), "places": ((RUBRIC, "QA1"),)},
            **{"place": (RUBRIC, "QA"), "rubric": RUBRIC, "area": "QA", "name": RUBRIC, "text": "Some words."},
            **{"statement": "Some words.", "reason": "A reason.", "what": "Some words.", "order": "0030", "day": 1},
            **{"role": "lead", "outcome": "none", "value": "weakness", "words": ("word",), "table": {"swk": "social"}},
            **{"then": "pattern", "state": "preparing", "sources": (), "times": {}, "said": ("office", "a", "b")},
            **{"note_ids": [self.things_named("note").id], "named": [self.things_named("note").id]},
            **{
                "person_id": self.store.me,
                "device": self.partner,
                "streams": (self.visit.stream_id,),
                "number": 1,
                "most": 12,
                "letters": 100,
            },
            **{"author": self.store.me, "case_ref": "Case 07", "document_id": "", "progress": "read", "reader": "A"},
            **{"the_id": "", "reviewer": "A", "concern_id": "", "point_id": "", "case_id": "", "sample_id": ""},
        }
        return words[name]

    def things_named(self, entity: str) -> Record:
        """Return the one thing of a noun."""
        return next(each for each in self.things.values() if type(each).entity == entity)


@pytest.fixture(scope="module")
def worlds() -> Iterator[tuple[World, World]]:
    """Give two: of few notes and of many."""
    made = World(FEW), World(MANY)
    with pytest.MonkeyPatch.context() as small:  # what is read by the hundred is read by the dozen
        small.setattr(undo, "_DEPTH", 40)
        small.setattr(claims, "MOST", 12)
        yield made
    for world in made:
        world.store.close()


def test_no_act_and_no_query_holds_the_screen_with_five_thousand_notes(worlds: tuple[World, World]) -> None:
    found: dict[str, int] = {}
    unknown: list[str] = []
    for name in sorted(_reached() - set(ELSEWHERE)):
        if not _touches_the_store(name):
            continue
        try:
            asked = [_asking(world, name) for world in worlds]
        except LookupError as missing:
            unknown.append(f"{name} wants {missing}")
            continue
        few, many = (heaviest(world.store, do) for world, do in zip(worlds, asked, strict=True))
        found[name] = with_all(few, many)
    assert len(found) > 60
    assert {name: effort for name, effort in found.items() if effort > MOST} == {}
    asked_only = [each for each in unknown if not each.startswith("storage.acts.")]
    assert asked_only == [], "say in World.given what these parameters are given, or why not, in ELSEWHERE"


def test_only_what_is_there_is_excused() -> None:
    assert set(ELSEWHERE) <= _reached()


def _touches_the_store(name: str) -> bool:
    module, _dot, function = name.rpartition(".")
    kinds = get_type_hints(getattr(import_module(module), function)).values()
    return Store in kinds or Marks in kinds


def _asking(world: World, name: str) -> Callable[[], object]:
    module, _dot, function = name.rpartition(".")
    what = getattr(import_module(module), function)
    hints = get_type_hints(what)
    given = {
        each.name: world.given(each.name, hints.get(each.name))
        for each in inspect.signature(what).parameters.values()
        if (each.default is each.empty or each.name == "most") and each.kind not in _LOOSE
    }

    def ask() -> object:
        try:
            return what(**given)  # a Job does nothing yet: the window's own test does it whole
        except Trouble:  # refused: that was all the work there is
            return None

    return ask


@cache
def _reached() -> set[str]:
    """Return "room.module.function" of every act and query that a file of the window takes."""
    found: set[str] = set()
    for path in sorted((ROOT / "ui").rglob("*.py")):
        if not path.relative_to(ROOT).as_posix().startswith(_NO_SCREEN):
            found.update(_taken_by(ast.parse(path.read_text("utf-8"))))
    return found


def _taken_by(tree: ast.Module) -> Iterator[str]:
    modules: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module is not None:
            for each in node.names:
                whole = f"{node.module}.{each.name}"
                if whole.startswith(_ROOMS) and _is_module(whole):
                    modules[each.asname or each.name] = whole
                elif whole.startswith(_ROOMS) and each.name.islower():
                    yield whole
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in modules:
            name = f"{modules[node.value.id]}.{node.attr}"
            if node.attr.islower():
                yield name


def _is_module(name: str) -> bool:
    place = ROOT / name.replace(".", "/")
    return place.is_dir() or place.with_suffix(".py").exists()
