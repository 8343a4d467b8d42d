# SPDX-License-Identifier: MIT
"""A snapshot's bytes: what was written is read; what somebody altered, forged or blew up is not."""

from collections.abc import Callable, Sequence

import pytest

from storage.keys import new_stream_key
from storage.model.change import canonical
from storage.sealed import Unreadable, open_body, opened, packed_parts, seal_bytes
from storage.store import Store
from storage.sync.snapshot import _MARK, Head, Rows, Snapshot, _signed, read, written
from storage.sync.wire import frame
from tests.builders import a_note, a_store, a_visit

ROWS = Rows("note", {"id": ["n1", "n2"], "text": ["Six of eight files.", "Ŵyth"]}, {"n1": 3})
NO_KEYS: dict[str, bytes] = {}


@pytest.fixture
def whole() -> tuple[Store, str, bytes]:
    """Give a store, one of its streams, and a snapshot of that stream's log with some rows."""
    store = a_store()
    there = a_visit(store)
    for number in range(5):
        a_note(store, there, f"Note {number}.")
    return store, there.stream_id, _of(store, there.stream_id, ROWS)


def _of(store: Store, stream: str, *rows: Rows) -> bytes:
    [(epoch, key)] = store.keyring.keys(stream).items()
    run = [(each, opened(each, key)) for each in store.ledger.sealed(stream, {})]
    return written(Head(stream, store.device.id, epoch), [*rows, run], key, store.device.sign)


def _read(store: Store, stream: str, data: bytes) -> Snapshot:
    return read(data, _verify(store), store.keyring.keys(stream).get)


def _verify(store: Store) -> dict[str, bytes]:
    return {store.device.id: store.device.verify_key}


def test_rows_and_log_come_back_as_they_were(whole: tuple[Store, str, bytes]) -> None:
    store, stream, data = whole
    snapshot = _read(store, stream, data)
    [rows] = snapshot.rows()
    assert rows == ROWS
    [run] = snapshot.log(store.keyring.keys(stream).get, _verify(store))
    here = list(store.ledger.sealed(stream, {}))
    assert [(each.header, each.signature) for each in run] == [(each.header, each.signature) for each in here]
    key = store.keyring.keys(stream)[1]
    assert [canonical(open_body(each, key)) for each in run] == [canonical(open_body(each, key)) for each in here]


def test_nothing_of_it_can_be_read_without_the_stream_s_key(whole: tuple[Store, str, bytes]) -> None:
    store, stream, data = whole
    assert b"Note 1" not in data
    assert b"Six of" not in data
    with pytest.raises(Unreadable):
        read(data, _verify(store), {1: new_stream_key()}.get)
    with pytest.raises(Unreadable):
        read(data, NO_KEYS, store.keyring.keys(stream).get)


def test_every_altered_byte_and_every_cut_is_noticed(whole: tuple[Store, str, bytes]) -> None:
    store, stream, data = whole
    for at in range(0, len(data), 7):
        with pytest.raises(Unreadable):
            _read(store, stream, data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :])
        with pytest.raises(Unreadable):
            _read(store, stream, data[:at])


def _signed_by(store: Store, stream: str, inside: bytes) -> bytes:
    """Return a snapshot of whatever a member puts into it."""
    [(epoch, key)] = store.keyring.keys(stream).items()
    said = Head(stream, store.device.id, epoch).canonical()
    data = _MARK + len(said).to_bytes(4, "big") + said + seal_bytes(inside, key, _MARK + said)
    return data + store.device.sign(_signed(data))


@pytest.mark.parametrize(
    "inside",
    [
        b"not compressed at all",
        packed_parts([b"rows"]),
        packed_parts([b"rows" + (2**40).to_bytes(8, "big")]),
        packed_parts([frame(b"rows", b"{}")]),
        packed_parts([frame(b"rows", b'["note", {"id": ["a"], "text": []}, {}]')]),
        packed_parts([frame(b"rows", b'["note", {"id": ["a"]}, {"a": "three"}]')]),
        packed_parts([frame(b"rows", b"[" * 100_000)]),
        packed_parts([frame(b"rows", b'["note", {"id": ["\\ud800"]}, {}]')]),
        packed_parts([frame(b"rows", b'["note", {"id": ["\xed\xa0\x80"]}, {}]')]),
        packed_parts([frame(b"rows", '["note", {"id": ["\\ud800"]}, {}]'.encode("utf-16-le"))]),
        packed_parts([frame(b"rows", bytes(60_000_000))] * 2),
    ],
)
def test_what_a_member_puts_into_one_is_no_row(whole: tuple[Store, str, bytes], inside: bytes) -> None:
    store, stream, _ = whole
    with pytest.raises(Unreadable):
        list(_read(store, stream, _signed_by(store, stream, inside)).rows())


@pytest.mark.parametrize("said", [b'{"protocol": 1e999}', b'{"protocol": 1, "epoch": 1e999}', b"[]", b"[" * 100_000])
def test_a_head_that_a_hub_made_up_is_none(whole: tuple[Store, str, bytes], said: bytes) -> None:
    store, stream, _ = whole
    with pytest.raises(Unreadable):
        _read(store, stream, _MARK + len(said).to_bytes(4, "big") + said + bytes(200))


def _swapped(run: Sequence[tuple[object, bytes]]) -> Sequence[tuple[object, bytes]]:
    return [run[1], run[0], *run[2:]]


def _without_one(run: Sequence[tuple[object, bytes]]) -> Sequence[tuple[object, bytes]]:
    return [*run[:2], *run[3:]]


def _other_words(run: Sequence[tuple[object, bytes]]) -> Sequence[tuple[object, bytes]]:
    sealed, inside = run[2]
    return [*run[:2], (sealed, inside.replace(b"Note", b"Nite").replace(b"visit", b"vasit")), *run[3:]]


@pytest.mark.parametrize("lie", [_swapped, _without_one, _other_words])
def test_a_log_that_its_device_did_not_sign_so_is_refused(
    whole: tuple[Store, str, bytes], lie: Callable[[Sequence[tuple[object, bytes]]], Sequence[tuple[object, bytes]]]
) -> None:
    store, stream, _ = whole
    [(epoch, key)] = store.keyring.keys(stream).items()
    run = lie([(each, opened(each, key)) for each in store.ledger.sealed(stream, {})])
    data = written(Head(stream, store.device.id, epoch), [run], key, store.device.sign)  # type: ignore[list-item]
    with pytest.raises(Unreadable):
        list(_read(store, stream, data).log(store.keyring.keys(stream).get, _verify(store)))


def test_a_log_of_a_device_that_nobody_seated_is_refused(whole: tuple[Store, str, bytes]) -> None:
    store, stream, data = whole
    snapshot = _read(store, stream, data)
    other = a_store("Other").device
    stranger = {other.id: other.verify_key}
    with pytest.raises(Unreadable):
        list(snapshot.log(store.keyring.keys(stream).get, stranger))
