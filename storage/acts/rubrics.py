# SPDX-License-Identifier: MIT
"""Verbs on a visit's rubrics: use a loaded edition, move to a newer one. Reading its file: storage/imports/rubrics.py.

The edition comes into the visit's stream, so that whoever has the visit has it too.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from resources.language import N_
from storage.errors import Refused
from storage.gesture import Gesture
from storage.model.edition import Edition, edition_of
from storage.model.ids import NoteId, link_id
from storage.model.link import Link
from storage.model.rubric import Rubric
from storage.model.visit import Visit
from storage.queries.editions import contents_of_name, earlier, rubric_for, rubrics_of_visit, shipped
from storage.queries.findings import findings_of_visit
from storage.queries.links import link as link_by_id
from storage.queries.links import links_of_rubric
from storage.queries.rows import one
from storage.rubrics import carried
from storage.steps import Steps, whole
from storage.store import Store

_STEP = 50
"""Links looked at between two rests: some 5 ms."""


def use(store: Store, seen: Visit, rubric: Rubric) -> None:
    """Let a visit use a rubric beside those it has.

    Raise Refused when it uses it already, when the edition is here with other content, or when codes would clash.
    """
    gesture = Gesture("rubrics.use", store.me)
    _must_be_unused(seen, rubric)
    must_not_clash(rubric, rubrics_of_visit(store, seen))
    carry(store, gesture, seen, rubric)
    gesture.amend(seen, frameworks=(*seen.frameworks, rubric.name))
    store.record(*gesture.changes)


def move(store: Store, seen: Visit, old: str, new: Rubric) -> None:
    """Move a visit from one edition to another, with its links and its findings' areas, in one gesture.

    What cannot be carried over stays under its old code (queries/moving.py tells beforehand). Once more it takes along
    what a partner linked before she knew of the move. Raise as `use` does, and Refused when the visit uses neither.
    """
    whole(moving(store, seen, old, new))


def moving(store: Store, seen: Visit, old: str, new: Rubric) -> Steps[None]:
    """Do what `move` does in small steps: a visit may have thousands of links."""
    left = {each.name for each in earlier(store, seen)}
    if old not in seen.frameworks and old not in left:
        raise Refused(N_("The visit does not use “{name}”."), N_("Choose one of its frameworks."), name=old)
    gesture = Gesture("rubrics.move", store.me)
    if old in seen.frameworks:
        _must_be_unused(seen, new)
    elif new.name not in seen.frameworks:
        raise Refused(N_("The visit does not use “{name}”."), N_("Choose one of its frameworks."), name=new.name)
    must_not_clash(new, [each for each in rubrics_of_visit(store, seen) if each.name not in (old, new.name)])
    carry(store, gesture, seen, new)
    before = rubric_for(store, old, seen.id)
    carry(store, gesture, seen, before)  # links that stay lead to it, on every device
    gesture.amend(seen, frameworks=tuple(new.name if each == old else each for each in seen.frameworks))
    ways = carried(before, new)
    yield from _move_links(store, gesture, (seen.id, old), (new.name, ways))
    for finding in findings_of_visit(store, seen.id):
        areas = (after for code in finding.areas for after in ways.get(code, (code,)))
        gesture.amend(finding, areas=tuple(dict.fromkeys(areas)))
    yield from store.recording(*gesture.changes)


def carry(store: Store, gesture: Gesture, visit: Visit, rubric: Rubric) -> None:
    """Put an edition into the visit's stream, unless every Arolwg has it or it is there.

    Raise Refused when other content is here under the same name: an edition never changes.
    """
    edition = edition_of(rubric, visit.id, visit.stream_id)
    if contents_of_name(store, rubric.name) - {edition.digest}:
        raise Refused(
            N_("“{name}” is here already with other content, and an edition never changes."),
            N_("Give the changed rubric a new edition, then load it again."),
            name=rubric.name,
        )
    known = one(store, Edition, edition.id)
    if known is not None:
        gesture.restore(known)
    elif rubric.name not in shipped():
        gesture.add(edition)


def _must_be_unused(visit: Visit, rubric: Rubric) -> None:
    if rubric.name in visit.frameworks:
        raise Refused(N_("The visit uses “{name}” already."), N_("Choose another file or edition."), name=rubric.name)


def must_not_clash(rubric: Rubric, others: Iterable[Rubric]) -> None:
    """Raise Refused when another rubric of the visit has one of the codes: #QA1 must mean one thing."""
    mine = set(rubric.codes())
    for other in others:
        both = [code for code in other.codes() if code in mine]
        if both:
            raise Refused(
                N_("“{other}”, which the visit uses, has the code {code} too."),
                N_("Move the visit to the new edition instead, or give the new rubric codes of its own."),
                other=other.name,
                code=both[0],
            )


def _move_links(
    store: Store, gesture: Gesture, where: tuple[str, str], ways: tuple[str, Mapping[str, tuple[str, ...]]]
) -> Steps[None]:
    """Add to the gesture what becomes of a visit's links to an edition: (visit, edition), (new edition, codes)."""
    name, carries = ways
    wanted: dict[str, Link] = {}
    leaving: dict[str, Link] = {}
    last = ""
    while some := links_of_rubric(store, *where, last, _STEP):
        for each in some:
            last, codes = each.id, carries.get(each.area, ())
            if codes:
                leaving[each.id] = each
            for code in codes:
                new_id = link_id(NoteId(each.note_id), code, each.span)
                wanted.setdefault(new_id, replace(each, id=new_id, rubric=name, area=code))
        yield 0.0
    for number, each in enumerate(wanted.values()):
        if number % _STEP == 0:
            yield 0.0
        there = leaving.pop(each.id, None) or link_by_id(store, each.id)
        if there is None:
            gesture.add(each)
        else:
            gesture.amend(there, rubric=name, area=each.area, present=True)
    for number, each in enumerate(leaving.values()):
        if number % _STEP == 0:
            yield 0.0
        gesture.withdraw(each)
