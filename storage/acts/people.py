# SPDX-License-Identifier: MIT
"""Verbs on the people of an authority: somebody takes an office, is put right, leaves it. Nobody is deleted.

A real name stands only beside a public office (domain (c), "Person/role"): everybody else is known by role.
"""

from typing import Any

from resources.language import N_
from storage.acts import standing
from storage.acts.dated import dated
from storage.errors import Refused
from storage.gesture import Gesture, must_be_present
from storage.model.authority import Authority
from storage.model.ids import PersonId
from storage.model.person import Person
from storage.store import Store


def appoint(store: Store, authority: Authority, **fields: Any) -> PersonId:
    """Add somebody of the authority and return the identifier. Raise Refused without name and role; see `_checked`."""
    given = {"organisation": authority.name, **fields}
    return standing.add_person(store, authority, **_checked(given))


def amend(store: Store, seen: Person, **after: Any) -> None:
    """Amend a person's entry as it was seen. Raise Refused as `appoint` does."""
    must_be_present(seen)
    whole = {name: getattr(seen, name) for name in ("display_role", "name", "is_public_office", "is_inspector")}
    _checked({**whole, **after})
    standing.amend(store, seen, **{name: dated(value) if name in _DATES else value for name, value in after.items()})


def leave(store: Store, seen: Person, until: str) -> None:
    """Say until when she held her office; her entry stays, for letters of the time. Raise Refused for no date."""
    must_be_present(seen)
    gesture = Gesture("people.leave", store.me)
    gesture.amend(seen, until=dated(until, needed=True))
    store.record(*gesture.changes)


_DATES = ("since", "until")


def _checked(given: dict[str, Any]) -> dict[str, Any]:
    """Refuse an entry of nobody, and a private name."""
    name, role = str(given.get("name", "")).strip(), str(given.get("display_role", "")).strip()
    if not name and not role:
        raise Refused(N_("Nobody is named."), N_("Give the role, such as “Head of service”; no private name."))
    if name and not given.get("is_public_office") and not given.get("is_inspector"):
        raise Refused(
            N_("Only public office-holders are known by name."),
            N_("Give the role alone, or say that this is a public office."),
        )
    return {key: dated(str(value)) if key in _DATES else value for key, value in given.items()}
