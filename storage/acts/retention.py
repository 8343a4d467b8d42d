# SPDX-License-Identifier: MIT
"""Verbs on how long a visit's records are kept: choose a class and a day, lay and lift a legal hold, release them.

Only the office releases (storage/permissions.py). None of them is undone: the contrary is said, with its own reason.
"""

from datetime import date

from resources.language import N_
from storage.errors import Refused
from storage.gesture import Gesture
from storage.model.retention import CLASSES
from storage.model.visit import Visit
from storage.store import Store


def classify(store: Store, seen: Visit, code: str, review_on: date | None = None) -> None:
    """Choose a class, and a day of one's own where the body has set one. Raise Refused for an unknown class."""
    if code not in CLASSES:
        raise Refused(
            N_("There is no retention class {code}."),
            N_("Choose one of: {codes}."),
            code=code,
            codes=", ".join(CLASSES),
        )
    _record(store, seen, "retention.classify", retention=code, review_on=review_on.isoformat() if review_on else "")


def hold(store: Store, seen: Visit, reason: str) -> None:
    """Lay a legal hold on the visit: nothing of it goes until it is lifted. Raise Refused without a reason."""
    _decide(store, seen, "retention.hold", hold=True, hold_reason=_said(reason))


def lift(store: Store, seen: Visit, reason: str) -> None:
    """Lift the legal hold. Raise Refused without a reason."""
    _decide(store, seen, "retention.lift", hold=False, hold_reason=_said(reason))


def release(store: Store, seen: Visit, reason: str) -> None:
    """Give the office's word that laptops may let the visit go before its day. Raise Refused to all but the office."""
    _record(store, seen, "retention.release", released=_said(reason))


def _said(reason: str) -> str:
    if not reason.strip():
        raise Refused(N_("This step needs a reason."), N_("Say why, in a line: it stays in the visit's history."))
    return reason.strip()


def _record(store: Store, seen: Visit, act: str, **after: str | bool) -> None:
    gesture = Gesture(act, store.me)
    gesture.amend(seen, **after)
    store.record(*gesture.changes)


def _decide(store: Store, seen: Visit, act: str, **after: str | bool) -> None:
    """Who holds again what is held has decided anew: it must stand beside a lifting that she did not see."""
    gesture = Gesture(act, store.me)
    every: dict[str, str | bool] = {"present": seen.present, **after}
    gesture.touch(seen, {name: getattr(seen, name) for name in every}, every, seen.seen)
    store.record(*gesture.changes)
