# SPDX-License-Identifier: MIT
"""What must hold of any history: the tables say what the oracle says, nothing is lost, everybody ends alike."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from storage.model.change import Change, Ref
from storage.model.record import Record, touchable
from storage.queries.rows import records
from storage.store import Store
from storage.tables import NOUNS
from tests import oracle


def with_the_oracle(store: Store) -> None:
    """Every row, its heads and its differences are what a naive reader makes of the same log."""
    changes = store.ledger.changes()
    expected = oracle.state(changes)
    aside = store.db.execute("SELECT stream, device, seq, reason FROM set_aside").fetchall()
    assert {tuple(row[:3]): row[3] for row in aside} == expected.aside, "other changes are set aside"
    for noun in NOUNS.values():
        found = {(each.stream_id, noun.entity, each.id): each for each in records(store, noun, "true")}
        assert set(found) == {thing for thing in expected.values if thing[1] == noun.entity}, "other things stand"
        for thing, record in found.items():
            _same(record, expected.values[thing], expected.heads[thing])
        rows = store.db.execute(f'SELECT stream_id, id, differs FROM "{noun.entity}"').fetchall()
        for stream, entity_id, differs in rows:
            assert differs == expected.differs[stream, noun.entity, entity_id], "other differences"


def _same(record: Record, values: Mapping[str, Any], heads: Mapping[str, tuple[Ref, ...]]) -> None:
    for name, default in touchable(type(record)):
        want = values.get(name, False if name == "present" else default)
        if not _is_of_the_kind(want, default):
            want = default
        assert getattr(record, name) == want, f"{record.entity}.{name} is {getattr(record, name)!r}, not {want!r}"
        assert tuple(record.seen.get(name, ())) == heads.get(name, ()), f"other heads of {record.entity}.{name}"


def _is_of_the_kind(value: Any, default: Any) -> bool:
    if type(default) in (int, float):
        return type(value) in (int, float)
    return type(value) is type(default)


def refused_rightly(store: Store, made: Sequence[Change]) -> None:
    """What the store would not keep is what the oracle would set aside."""
    seq, tick = store.ledger.newest(made[0].stream, store.device.id)[0], store.ledger.highest_tick()
    numbered = [
        replace(change, device=store.device.id, seq=seq + number, tick=tick + number)
        for number, change in enumerate(made, 1)
    ]
    aside = oracle.state([*store.ledger.changes(), *numbered]).aside
    assert any((change.stream, *change.ref) in aside for change in numbered), "refused without a reason"


def of_everybody(stores: Sequence[Store], stream: str) -> None:
    """Whoever has the same changes has the same rows."""
    pictures = [_picture(store, stream) for store in stores]
    assert all(picture == pictures[0] for picture in pictures), "the stores do not converge"


def after_refolding(store: Store, stream: str) -> None:
    """Tables made anew from the log are the tables that were there."""
    before = _picture(store, stream)
    store.refold()
    assert _picture(store, stream) == before, "refolding gives something else"


def _picture(store: Store, stream: str) -> dict[str, list[Any]]:
    rows = {
        name: store.db.execute(f'SELECT * FROM "{name}" WHERE stream_id = ? ORDER BY id', (stream,)).fetchall()
        for name in NOUNS
    }
    aside = "SELECT device, seq, reason FROM set_aside WHERE stream = ? ORDER BY device, seq"
    return {**rows, "set aside": store.db.execute(aside, (stream,)).fetchall()}


def nothing_kept_is_missing(store: Store, kept: Iterable[tuple[str, Ref]], stream: str) -> None:
    """Every change of the stream that any store said it kept is in the log, readable."""
    there = {change.ref for change in store.ledger.changes(stream=stream)}
    missing = {ref for where, ref in kept if where == stream} - there
    assert not missing, f"kept, and not in the log: {missing}"


def no_number_was_lost(before: Mapping[Any, int], after: Mapping[Any, int]) -> None:
    """A delivery only ever adds."""
    assert all(after.get(device, 0) >= seq for device, seq in before.items())


def no_word_is_lost(store: Store, lied_about: Iterable[tuple[str, str]]) -> None:
    """Every word that somebody typed, lawfully, and nobody deleted, is in the text."""
    changes = store.ledger.changes()
    aside = oracle.state(changes).aside
    lawful = [c for c in changes if (c.stream, c.device, c.seq) not in aside]
    for entity, name in oracle.PROSE:
        for record in records(store, NOUNS[entity], "true"):
            own = [c for c in lawful if c.entity_id == record.id and name in c.after and c.stream == record.stream_id]
            if (entity, record.id) not in lied_about:
                lost = _never_deleted(own, name) - set(getattr(record, name).split())
                assert not lost, f"typed in {entity}.{name} and lost: {lost}"


def _never_deleted(changes: Sequence[Change], name: str) -> set[str]:
    typed: set[str] = set()
    deleted: set[str] = set()
    for change in changes:
        before, after = (set(str(side.get(name, "")).split()) for side in (change.before, change.after))
        typed |= after
        deleted |= before - after
    return typed - deleted


def turned_round(store: Store, gesture: Sequence[Change]) -> None:
    """After undo or redo each thing of the gesture stands as that gesture found it; a creation is withdrawn."""
    for change in gesture:
        noun = NOUNS[change.entity]
        [record] = records(store, noun, "stream_id = ? AND id = ?", (change.stream, change.entity_id))
        created = bool(change.after.get("present")) and not change.before.get("present")
        expected = {"present": False} if created else change.before
        for name, value in expected.items():
            assert getattr(record, name) == value, f"undo left {change.entity}.{name} as it was"
