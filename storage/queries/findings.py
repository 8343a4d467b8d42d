# SPDX-License-Identifier: MIT
"""Questions about findings: a visit's, what each stands on and who agrees, which ones a note feeds."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from storage.model.agreeing import BOTH, Yes, bereft_of, state_of, yes_to
from storage.model.agreement import Agreement
from storage.model.finding import Finding
from storage.model.note import Note
from storage.model.recommendation import Recommendation
from storage.model.triangulation import Strength, strength
from storage.queries.members import members
from storage.queries.recommendations import recommendations_of_authority
from storage.queries.rows import one, present, records
from storage.queries.visits import visits_of_authority
from storage.store import Store

NO_EVIDENCE = Strength("none")
_AT_ONCE = 500
"""Notes asked for in one question: the database takes so many names and some more."""
_FEW = 20
"""Findings of which the yeses are asked for by name, not those of the whole visit."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """A finding with the notes behind it and who agrees to it."""

    finding: Finding
    state: str
    """How it stands (agreeing.state_of), which may differ from what one inspector last recorded."""
    supports: tuple[Note, ...]
    """Notes for it that are here, withdrawn ones too, in the finding's order."""
    contradicts: tuple[Note, ...]
    yes: Yes
    bereft: tuple[str, ...] = ()
    """The notes it lost, when no other supports it and nobody has looked at that."""
    roles: Mapping[str, str] = field(default_factory=dict)
    """Inspectors of its visit, person → lead or second."""
    strength: Strength = NO_EVIDENCE
    """How strong its evidence is."""


def finding(store: Store, finding_id: str) -> Finding | None:
    """Return one finding, or None."""
    return one(store, Finding, finding_id)


def findings_of_visit(store: Store, visit_id: str) -> tuple[Finding, ...]:
    """Return a visit's findings, in the order they were recorded."""
    return present(store, Finding, "visit_id", visit_id)


def weighed_of_visit(store: Store, visit_id: str) -> tuple[Weighed, ...]:
    """Return a visit's findings with what they stand on, in the order they were recorded."""
    every = findings_of_visit(store, visit_id)
    return weigh(store, visit_id, every, _notes_behind(store, every))


def weigh(store: Store, visit_id: str, every: Sequence[Finding], notes: Mapping[str, Note]) -> tuple[Weighed, ...]:
    """Return findings of a visit with what they stand on, of the notes given: none is read."""
    said: dict[str, list[Agreement]] = {}
    few = tuple(each.id for each in every) if len(every) <= _FEW else ()
    where = f"finding_id IN ({', '.join('?' * len(few))})" if few else "visit_id = ?"
    for one_yes in records(store, Agreement, f"present AND {where}", few or (visit_id,)):
        said.setdefault(one_yes.finding_id, []).append(one_yes)
    seated = {stream: inspectors_of_stream(store, stream) for stream in {each.stream_id for each in every}}
    made = []
    for each in every:
        supports, contradicts = (
            tuple(notes[note] for note in side if note in notes) for side in (each.supports, each.contradicts)
        )
        bereft = bereft_of(each, {note.id for note in supports if not note.present})
        yes = yes_to(each, said.get(each.id, ()), seated[each.stream_id])
        sides = (supports, contradicts, yes, bereft, seated[each.stream_id], strength(supports, contradicts))
        made.append(Weighed(each, state_of(each, yes, bereft), *sides))
    return tuple(made)


def weighed(store: Store, seen: Finding) -> Weighed:
    """Return a finding, as it was seen, with what it stands on."""
    return weigh(store, seen.visit_id, (seen,), _notes_behind(store, (seen,)))[0]


def inspectors_of_stream(store: Store, stream_id: str) -> Mapping[str, str]:
    """Return the inspectors who have a seat in the stream, person → lead or second."""
    seats = [each for each in members(store, stream_id) if each.present and each.role in BOTH]
    # Of a person with several devices the role that counts for more: lead comes first in BOTH.
    return {each.person_id: each.role for each in sorted(seats, key=lambda each: -BOTH.index(each.role))}


def names_of_stream(store: Store, stream_id: str) -> Mapping[str, str]:
    """Return person → name of everybody who ever had a seat in the stream."""
    return {each.person_id: each.name for each in members(store, stream_id)}


def agreements_to(store: Store, seen: Finding, author: str = "") -> tuple[Agreement, ...]:
    """Return every yes to a finding, withdrawn ones too, or only one person's."""
    found = records(store, Agreement, "visit_id = ? AND finding_id = ?", (seen.visit_id, seen.id))
    return tuple(each for each in found if not author or each.author == author)


def agreements_of_visit(store: Store, visit_id: str) -> tuple[Agreement, ...]:
    """Return the yeses of a visit that stand, to whatever wording they were given."""
    return present(store, Agreement, "visit_id", visit_id)


def findings_fed_by(store: Store, note: Note) -> tuple[tuple[Finding, bool], ...]:
    """Return the findings that name a note, each with whether the note is for it."""
    fed = f'%"{note.id}"%'
    found = records(
        store,
        Finding,
        "present AND visit_id = ? AND (supports LIKE ? OR contradicts LIKE ?)",
        (note.visit_id, fed, fed),
    )
    return tuple((each, note.id in each.supports) for each in found)


def earlier_for(store: Store, authority_id: str, visit_id: str) -> tuple[Finding | Recommendation, ...]:
    """Return what a finding of the visit may be measured against: findings of other visits, then recommendations."""
    others = [each.id for each in visits_of_authority(store, authority_id) if each.id != visit_id]
    found = [each for other in others for each in findings_of_visit(store, other) if each.state != "set_aside"]
    return *found, *recommendations_of_authority(store, authority_id)


def earlier_of(store: Store, seen: Finding) -> Finding | Recommendation | None:
    """Return what the finding is measured against, or None."""
    if not seen.earlier:
        return None
    return one(store, Finding, seen.earlier) or one(store, Recommendation, seen.earlier)


def notes_by_id(store: Store, named: Sequence[str]) -> tuple[Note, ...]:
    """Return these notes, withdrawn ones too; call it with some hundreds at most."""
    return records(store, Note, f"id IN ({', '.join('?' * len(named))})", tuple(named)) if named else ()


def _notes_behind(store: Store, every: Iterable[Finding]) -> dict[str, Note]:
    named = list(dict.fromkeys(note for each in every for note in (*each.supports, *each.contradicts)))
    found: dict[str, Note] = {}
    for first in range(0, len(named), _AT_ONCE):
        some = named[first : first + _AT_ONCE]
        found |= {note.id: note for note in notes_by_id(store, some)}
    return found
