# SPDX-License-Identifier: MIT
"""Who may do what, as data: role → nouns and fields. Applied to one's own acts (store.py) and to others' (law.py)."""

from collections.abc import Collection

from resources.language import N_

ROLES = {
    "lead": N_("Lead inspector"),
    "second": N_("Second inspector"),
    "quality_reader": N_("Quality reader"),
    "office": N_("Office"),
}
"""Role code → its name, in menu order."""

_INSPECTORS = frozenset({"lead", "second"})
_EVERYBODY = frozenset(ROLES)
_RUNNERS = frozenset({"lead", "office"})

GRANTERS = _RUNNERS
"""Roles that may give and take seats."""

MAY_TOUCH = {
    "authority": _RUNNERS,
    "person": frozenset({"lead", "second", "office"}),
    "member": _RUNNERS,
    "visit": _RUNNERS,
    "session": _INSPECTORS,
    "note": _INSPECTORS,
    "comment": _EVERYBODY,
    "link": _INSPECTORS,
    "concern": _INSPECTORS,
    "point": _INSPECTORS,
    "case_list": _INSPECTORS,
    "case": _INSPECTORS,
    "sample": _INSPECTORS,
    "case_review": _INSPECTORS,
    "finding": _INSPECTORS,
    "agreement": _INSPECTORS,
    "rating": _INSPECTORS,
    "resolution": _INSPECTORS,
    "recommendation": _RUNNERS,
    "progress": _RUNNERS,
    "action": _RUNNERS,
    "meeting": _RUNNERS,
    "event": _RUNNERS,
    "letter": _INSPECTORS,
    "section": _INSPECTORS,
    "paragraph": _INSPECTORS,
    "sentence": _INSPECTORS,
    "challenge": frozenset({"lead", "second", "office"}),
    "wording": _INSPECTORS,
    "document": _EVERYBODY,
    "edition": _RUNNERS,
    "excuse": _INSPECTORS,
    "enclosure": _INSPECTORS,
}
"""Noun → roles that may record it. A noun that is not here (a newer version's) may be touched by every member."""

_SEAL = ("document_id", "unsigned_id", "sealed_by", "certificate", "sealed_at", "cites")
MAY_TOUCH_FIELD = {
    **{("letter", name): frozenset({"lead"}) for name in _SEAL},
    ("visit", "released"): frozenset({"office"}),
}
"""Fields that fewer may touch than the rest of their noun: the lead inspector signs, the office lets records go."""

_AFTER = ("status", "state_reason", "embargo_until")
_COUNTER = ("countersigned_id", "countersigned_by", "counter_certificate", "countersigned_at")
SEAL_FIELDS = frozenset((*_SEAL, *_COUNTER, *_AFTER))
"""What may still change on a letter once it is sealed."""


def may(roles: Collection[str], entity: str, fields: Collection[str]) -> bool:
    """Say whether a member with any of these roles may touch these fields of the noun."""
    allowed = MAY_TOUCH.get(entity, _EVERYBODY)
    narrow = [MAY_TOUCH_FIELD[entity, name] for name in fields if (entity, name) in MAY_TOUCH_FIELD]
    return any(role in allowed and all(role in few for few in narrow) for role in roles)
