# SPDX-License-Identifier: MIT
"""How much work something is, counted and never timed: steps of SQLite's machine, and lines of Python. No tests here.

Counts are the same on every machine and in every run, so a test may rest on them where a clock would lie. Two sizes of
one store give what it would be with 5,000 notes: what grows faster than the notes is over the limit long before.
"""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import FrameType
from typing import Any

from storage.gesture import Gesture
from storage.model.ids import link_id, new_note
from storage.model.link import Link
from storage.model.note import Note
from storage.model.visit import Visit
from storage.steps import Steps
from storage.store import Store
from tests.builders import RUBRIC

FEW, MANY, ALL = 60, 240, 5_000
"""Notes of the two sizes that are counted with, and of the visit that the rule speaks of."""
MOST = 400_000
"""The most that one piece of work may be with 5,000 notes: some 30 ms where 10,000 to 17,000 steps take one."""
_LINE = 2
"""A line of Python takes as long as two steps of SQLite's machine: the order of it, measured once."""
_EVERY = 100


@dataclass
class Effort:
    """What was counted."""

    steps: int = 0
    lines: int = 0

    def __int__(self) -> int:
        """Return it as one number."""
        return self.steps + _LINE * self.lines


@contextmanager
def counted(store: Store) -> Iterator[Effort]:
    """Count the work that is done inside, on this thread."""
    effort = Effort()

    def stepped() -> int:
        effort.steps += _EVERY
        return 0

    def traced(_frame: FrameType, event: str, _argument: Any) -> Any:
        effort.lines += event == "line"
        return traced

    before = sys.gettrace()
    store.db.conn.set_progress_handler(stepped, _EVERY)
    sys.settrace(traced)
    try:
        yield effort
    finally:
        sys.settrace(before)
        store.db.conn.set_progress_handler(None, _EVERY)


def heaviest(store: Store, act: Callable[[], object]) -> int:
    """Return the work of an act; of one in steps, the work of its heaviest step."""
    with counted(store) as effort:
        steps = act()
    most = int(effort)
    while hasattr(steps, "send"):
        with counted(store) as effort:
            steps = _next(steps)  # type: ignore[arg-type]
        most = max(most, int(effort))
    return most


def _next(steps: Steps[object]) -> Steps[object] | None:
    try:
        next(steps)
    except StopIteration:
        return None
    return steps


def with_all(few: int, many: int) -> int:
    """Return what an effort with few and with many notes would be with 5,000."""
    return round(few + (many - few) / (MANY - FEW) * (ALL - FEW))


def fill(store: Store, visit: Visit, session_id: str, count: int) -> None:
    """Write so many notes more into a visit, each linked to a criterion."""
    frame: dict[str, Any] = {"stream_id": visit.stream_id, "visit_id": visit.id}
    gesture = Gesture("notes.write", store.me)
    for number in range(count):
        note_id, code = new_note(store.device.id), f"QA{number % 6 + 1}"
        about = {"author": store.me, "session_id": session_id, "event_at": f"2018-07-10T09:{number % 60:02}:00.000Z"}
        text = f"{number} Team managers since spring; six of eight files held a current plan."
        gesture.add(Note(id=note_id, text=text, case_ref=f"Case {number % 20:02}", **about, **frame))
        gesture.add(Link(id=link_id(note_id, code), note_id=note_id, rubric=RUBRIC, area=code, **frame))
    store.record(*gesture.changes)
