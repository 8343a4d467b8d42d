# SPDX-License-Identifier: MIT
"""What a set of changes means: heads, values, differences. Pure functions of the set, never of its order.

Which changes are lawful is decided before (model/rules.py); how the answer is kept, after (tables.py).
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from storage.model.change import Change, Ref, Value
from storage.model.merge import merge


@dataclass(frozen=True, slots=True)
class Standing:
    """How one field stands: its value and the heads that give it (more than one: a difference)."""

    value: Value
    heads: tuple[Ref, ...]
    differs: bool = False
    """True when people left it differently without having seen each other."""


def standings(changes: Iterable[Change], prose: Collection[str] = ()) -> dict[str, Standing]:
    """Return how each field of one thing stands, given every lawful change that touches it."""
    changes = list(changes)
    if len(changes) == 1:
        heads = (changes[0].ref,)
        return {name: Standing(value, heads) for name, value in changes[0].after.items()}
    by_field: dict[str, list[Change]] = {}
    for change in changes:
        for name in change.after:
            by_field.setdefault(name, []).append(change)
    return {name: standing(name, touching, name in prose) for name, touching in by_field.items()}


def standing(name: str, touching: Sequence[Change], is_prose: bool) -> Standing:
    """Return how the field stands, given every change that touches it."""
    if len(touching) == 1:
        return Standing(touching[0].after[name], (touching[0].ref,))
    heads = heads_of(name, touching)
    refs = tuple(sorted(change.ref for change in heads))
    differs = any(change.after[name] != heads[0].after[name] for change in heads)
    if not differs:
        return Standing(heads[0].after[name], refs)
    if name == "present":
        # A withdrawal never hides an amendment that it did not see: every amendment names `present` (gesture.py).
        return Standing(any(change.after[name] for change in heads), refs, True)
    if is_prose:
        return Standing(_merged(name, heads, {change.ref: change for change in touching}), refs, True)
    return Standing(heads[-1].after[name], refs, True)


def heads_of(name: str, touching: Sequence[Change]) -> list[Change]:
    """Return the changes that no known change touching the field names for it, by (tick, device, seq).

    A change can only name what it knew, so a name given by a change of no greater tick is a lie and counts for
    nothing: two changes that name each other both stay.
    """
    ticks = {change.ref: change.tick for change in touching}
    named = {
        ref for change in touching for ref in change.parents.get(name, ()) if ticks.get(ref, change.tick) < change.tick
    }
    heads = [change for change in touching if change.ref not in named]
    return sorted(heads, key=_order)


def _order(change: Change) -> tuple[int, str, int]:
    return change.tick, change.device, change.seq


def _merged(name: str, heads: Sequence[Change], known: Mapping[Ref, Change]) -> str:
    base = _common_ancestor(name, heads, known)
    start = _text(base.after[name]) if base else ""
    result = _text(heads[0].after[name])
    for head in heads[1:]:
        result = merge(start, result, _text(head.after[name]))
    return result


def _text(value: Value) -> str:
    return value if isinstance(value, str) else ""


def _common_ancestor(name: str, heads: Sequence[Change], known: Mapping[Ref, Change]) -> Change | None:
    shared = set.intersection(*(_ancestors(name, head, known) for head in heads))
    return max((known[ref] for ref in shared), key=_order, default=None)


def _ancestors(name: str, head: Change, known: Mapping[Ref, Change]) -> set[Ref]:
    found: set[Ref] = set()
    ahead = [head]
    while ahead:
        child = ahead.pop()
        for ref in child.parents.get(name, ()):
            # As in heads_of: a claim to have seen what came later is a lie, and would lose the words between.
            if ref in known and ref not in found and known[ref].tick < child.tick:
                found.add(ref)
                ahead.append(known[ref])
    return found
