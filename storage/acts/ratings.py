# SPDX-License-Identifier: MIT
"""Verbs on ratings: lock one's own, open it when everybody has locked, settle on one. The hash: model/commitment.py.

Until a rating is opened, its grade, reasons and salt lie in this store's marks, which no parcel carries.
"""

import secrets
from typing import Any

from resources.language import N_
from storage.errors import Refused
from storage.gesture import Gesture
from storage.model import clock
from storage.model.commitment import SALT_BYTES, Secret, commitment
from storage.model.ids import own_id
from storage.model.rating import Rating, Resolution
from storage.model.visit import Visit
from storage.queries.members import my_seat
from storage.queries.ratings import MARK, is_one_locked, kept_secret, rated, rated_of_visit, resolution
from storage.queries.rows import one
from storage.queries.visits import visits
from storage.store import Store


def lock(store: Store, visit: Visit, place: tuple[str, str], value: str, words: str = "") -> str:
    """Lock one's own rating of an area, (rubric, code), and return its identifier: a commitment is recorded, no grade.

    Raise Refused without a grade, for an area that one has rated already, and for who is no inspector of the visit.
    """
    rubric, area = place
    if not value:
        raise Refused(N_("A rating needs a grade."), N_("Choose one of the list."))
    mine = rated(store, visit, rubric, area).of(store.me)
    if mine is not None and mine.state != "none":
        raise Refused(
            N_("You have locked your rating of this area."), N_("It stays as it is; settle on another together.")
        )
    secret = Secret(visit.id, rubric, area, store.me, value, words.strip())
    salt = secrets.token_bytes(SALT_BYTES)
    the_id = own_id(f"{visit.id}:{rubric}:{area}", store.device.id)
    with store.transaction():  # first: a commitment that nobody could open any more would be worse than none
        store.marks.keep(MARK + the_id, {"value": secret.value, "words": secret.words, "salt": salt.hex()})
    gesture = Gesture("ratings.lock", store.me)
    gesture.add(
        Rating(
            id=the_id,
            stream_id=visit.stream_id,
            visit_id=visit.id,
            author=store.me,
            rubric=rubric,
            area=area,
            commitment=commitment(secret, salt),
            locked_at=clock.stamp(),
        )
    )
    store.record(*gesture.changes)
    return the_id


def open_due(store: Store) -> int:
    """Open each of one's own ratings of areas that every inspector has locked; return how many.

    To be called whenever something may have come in; with nothing due it writes nothing.
    """
    gesture = Gesture("ratings.open", store.me)
    waits = bool(store.me) and not store.is_read_only and is_one_locked(store)
    for visit in visits(store) if waits else ():
        seat = my_seat(store, visit.stream_id)
        if seat is None or not seat.present:
            continue
        for each in rated_of_visit(store, visit):
            mine = each.of(store.me)
            if mine is None or mine.rating is None or mine.state != "locked" or not each.is_locked:
                continue
            value, words, salt = kept_secret(store, mine.rating.id)
            if salt:
                gesture.amend(mine.rating, value=value, words=words, salt=salt, opened_at=clock.stamp())
    store.record(*gesture.changes)
    return len(gesture.changes)


def settle(store: Store, visit: Visit, place: tuple[str, str], value: str, words: str = "") -> None:
    """Record the grade that the inspectors settle on for an area, (rubric, code), and how they came to it.

    Raise Refused before the ratings lie open, without a grade, and without words where the ratings differ.
    """
    rubric, area = place
    found = rated(store, visit, rubric, area)
    if not found.is_open:
        raise Refused(N_("The ratings of this area are not open yet."), N_("Each inspector locks hers first."))
    if not value:
        raise Refused(N_("A rating needs a grade."), N_("Choose one of the list."))
    if (found.differs or found.is_faulty) and not words.strip():
        raise Refused(N_("The ratings differ."), N_("Say in a sentence how you came to one grade."))
    gesture = Gesture("ratings.settle", store.me)
    after: dict[str, Any] = {"value": value, "words": words.strip(), "author": store.me, "settled_at": clock.stamp()}
    the_id = f"{visit.id}:{rubric}:{area}"
    known = resolution(store, visit, rubric, area) or one(store, Resolution, the_id)
    if known is None:
        frame: dict[str, Any] = {"visit_id": visit.id, "rubric": rubric, "area": area}
        gesture.add(Resolution(id=the_id, stream_id=visit.stream_id, **frame, **after))
    else:
        gesture.amend(known, present=True, **after)
    store.record(*gesture.changes)
