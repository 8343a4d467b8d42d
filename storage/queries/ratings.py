# SPDX-License-Identifier: MIT
"""Questions about ratings: what each inspector has locked of an area, what was opened, whether it opened rightly.

What this device's own person rated is read from its marks, which no parcel carries, until it is opened.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from resources.language import N_
from storage.model.commitment import Secret, opens
from storage.model.ids import root_of
from storage.model.rating import Rating, Resolution
from storage.model.visit import Visit
from storage.queries.findings import inspectors_of_stream, names_of_stream
from storage.queries.members import members
from storage.queries.rows import one, present, records
from storage.store import Store
from storage.vault import world

MARK = "rating "
"""What the names of the marks begin with that hold this person's own ratings until they are opened."""
_LOCKED = ("commitment", "author", "visit_id", "rubric", "area")
"""Fields that never change once a rating is locked."""
STATES = {
    "none": N_("Not rated yet"),
    "locked": N_("Locked"),
    "open": N_("Opened"),
    "wrong": N_("What was opened is not what was locked"),
    "altered": N_("Locked a second time with another rating"),
}
"""State of one person's rating → its name."""


@dataclass(frozen=True, slots=True)
class Voice:
    """One inspector's rating of an area."""

    person_id: str
    name: str
    role: str
    state: str
    """One of STATES; `value` and `words` are empty in any but open."""
    value: str = ""
    words: str = ""
    rating: Rating | None = None


@dataclass(frozen=True, slots=True)
class Rated:
    """An area that somebody has rated, or is asked for."""

    rubric: str
    area: str
    voices: tuple[Voice, ...]
    """One for each inspector of the visit, and for whoever rated it; the lead first."""
    own: tuple[str, str] = ("", "")
    """This device's own person's grade and reasons, where they are locked and known here."""
    resolution: Resolution | None = None

    @property
    def is_locked(self) -> bool:
        """Say whether every inspector has locked a rating, and there are two at least."""
        return len(self.voices) > 1 and all(voice.state != "none" for voice in self.voices)

    @property
    def is_open(self) -> bool:
        """Say whether everything that was locked lies open."""
        return self.is_locked and all(voice.state != "locked" for voice in self.voices)

    @property
    def is_faulty(self) -> bool:
        """Say whether somebody opened what she had not locked, or locked twice."""
        return any(voice.state in ("wrong", "altered") for voice in self.voices)

    @property
    def differs(self) -> bool:
        """Say whether the ratings that were opened rightly are not one."""
        return self.is_open and len({voice.value for voice in self.voices if voice.state == "open"}) > 1

    def of(self, person_id: str) -> Voice | None:
        """Return one person's rating, or None for somebody who has none to give."""
        return next((voice for voice in self.voices if voice.person_id == person_id), None)


def is_one_locked(store: Store) -> bool:
    """Say whether one's own rating of anything may still be opened: whoever takes things in asks it every time."""
    with world(store.folder):
        found = store.db.execute(
            "SELECT EXISTS (SELECT 1 FROM rating WHERE author = ? AND opened_at = '')", (store.me,)
        )
        return bool(found.fetchone()[0])


def rated_of_visit(store: Store, visit: Visit) -> tuple[Rated, ...]:
    """Return the areas of a visit that somebody has rated, by rubric and area.

    Whose rating of what one is, its identifier says and not its fields; a withdrawn one still stands. Otherwise
    somebody could lock several, see a colleague's, and let the one that suits stand in the right place.
    """
    start = f"{visit.id}:"
    where = "stream_id = ? AND substr(id, 1, ?) = ?"
    here: dict[tuple[str, str], list[Rating]] = {}
    for each in records(store, Rating, where, (visit.stream_id, len(start), start)):
        rubric, _colon, area = each.id[len(start) :].rpartition(".")[0].rpartition(":")
        here.setdefault((rubric, area), []).append(each)
    seated, names = inspectors_of_stream(store, visit.stream_id), names_of_stream(store, visit.stream_id)
    settled = {(each.rubric, each.area): each for each in present(store, Resolution, "visit_id", visit.id)}
    return tuple(
        _rated(store, (visit, *place), here[place], (seated, names, settled.get(place))) for place in sorted(here)
    )


def rated(store: Store, visit: Visit, rubric: str, area: str) -> Rated:
    """Return one area's ratings; of one that nobody has rated yet, who is asked for them."""
    found = (each for each in rated_of_visit(store, visit) if (each.rubric, each.area) == (rubric, area))
    seated, names = inspectors_of_stream(store, visit.stream_id), names_of_stream(store, visit.stream_id)
    voices = tuple(Voice(who, names.get(who, ""), seated[who], "none") for who in _order(seated))
    return next(found, Rated(rubric, area, voices))


def rating(store: Store, rating_id: str) -> Rating | None:
    """Return one rating, or None."""
    return one(store, Rating, rating_id)


def ratings_of_visit(store: Store, visit_id: str) -> tuple[Rating, ...]:
    """Return a visit's ratings as they are recorded: what was not opened is not in them."""
    return present(store, Rating, "visit_id", visit_id)


def resolutions_of_visit(store: Store, visit_id: str) -> tuple[Resolution, ...]:
    """Return what was settled on for the areas of a visit."""
    return present(store, Resolution, "visit_id", visit_id)


def kept_secret(store: Store, rating_id: str) -> tuple[str, str, str]:
    """Return (grade, reasons, salt) that this device keeps of a rating; empty where it keeps none."""
    kept = store.marks.get(MARK + rating_id)
    if not isinstance(kept, dict):
        return "", "", ""
    return str(kept.get("value", "")), str(kept.get("words", "")), str(kept.get("salt", ""))


def resolution(store: Store, visit: Visit, rubric: str, area: str) -> Resolution | None:
    """Return what was settled for an area, or None."""
    found = present(store, Resolution, "visit_id", visit.id)
    return next((each for each in found if (each.rubric, each.area) == (rubric, area)), None)


_Frame = tuple[Mapping[str, str], Mapping[str, str], Resolution | None]
"""Inspectors, person → role; names; what was settled."""


def _rated(store: Store, place: tuple[Visit, str, str], here: list[Rating], frame: _Frame) -> Rated:
    visit, rubric, area = place
    seated, names, settled = frame
    owners = {seat.device: seat.person_id for seat in members(store, visit.stream_id)}
    own: dict[str, list[Rating]] = {}
    for each in here:
        own.setdefault(owners.get(root_of(each.id), each.author), []).append(each)
    roles = {who: seated.get(who, "") for who in (*seated, *own)}
    voices = []
    for who in _order(roles):
        state, rating = _state(store, (who, *place), own.get(who, ()))
        told = (rating.value, rating.words) if rating and state == "open" else ("", "")
        voices.append(Voice(who, names.get(who, ""), roles[who], state, *told, rating))
    mine = own.get(store.me)
    kept = kept_secret(store, mine[0].id)[:2] if mine else ("", "")
    return Rated(rubric, area, tuple(voices), (kept[0], kept[1]), settled)


def _state(store: Store, place: tuple[str, Visit, str, str], own: Sequence[Rating]) -> tuple[str, Rating | None]:
    """Return the state of what one person rated at a place, and the rating where there is one."""
    if not own:
        return "none", None
    who, visit, rubric, area = place
    rating = own[0]
    fields = (rating.author, rating.visit_id, rating.rubric, rating.area)
    if len(own) > 1 or fields != (who, visit.id, rubric, area) or _is_altered(store, rating):
        return "altered", rating
    if not rating.opened_at:
        return "locked", rating
    secret = Secret(visit.id, rubric, area, who, rating.value, rating.words)
    return ("open" if opens(rating.commitment, secret, rating.salt) else "wrong"), rating


def _is_altered(store: Store, rating: Rating) -> bool:
    """Say whether what was locked was ever recorded otherwise: the log knows, whatever the row now says."""
    with world(store.folder):
        changes = store.ledger.changes(stream=rating.stream_id, entity=Rating.entity, entity_id=rating.id)
        lawful = [change for change in changes if not store.tables.set_aside(change)]
    return any(len({change.after[name] for change in lawful if name in change.after}) > 1 for name in _LOCKED)


def _order(roles: Mapping[str, str]) -> list[str]:
    return sorted(roles, key=lambda who: (roles[who] or "z", who))
