# SPDX-License-Identifier: MIT
"""What was taken in on the word of a later signature of its chain, until its own was checked by itself.

A header names by digest the one before it, signature included, so a device's newest signature vouches for its whole
chain: the door (door.py) need check no other before it takes a long run in. Until each was checked none of them is
called anything but *unproven* (queries/standing.py); one that fails stays so (docs/decisions/0037).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from storage.envelope import Sealed, is_signed
from storage.job import Job, Tick
from storage.parts import Parts
from storage.vault import world

MARK = "vouched"
"""stream → device → [[first, last], the device's public key in hex]: numbers whose own signatures are not checked."""
FAULTS = "unsigned"
"""stream → device → numbers whose own signatures are wrong, though a later one vouches for them."""
_PAGE = 500
"""Signatures checked in one job: some 50 ms of another thread."""
_FAR = 2**62
Range = tuple[int, int]
"""First and last number."""


@dataclass(frozen=True, slots=True)
class Page:
    """Some changes of one device's chain, to be checked each by itself."""

    stream: str
    device: str
    key: bytes
    sealed: Sequence[Sealed]


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of a page: up to which number, and which of them bear no signature of their own."""

    page: Page
    until: int
    wrong: Sequence[int]


def note(store: Parts, sealed: Sequence[Sealed], key: bytes) -> None:
    """Remember that a device's changes were taken in unchecked, whose public key this is. Call in a transaction."""
    head = sealed[0].header
    kept = store.marks.get(MARK, {})
    by_device = kept.setdefault(head.stream, {})
    (first, _last), _key = by_device.get(head.device, ((head.seq, 0), ""))
    by_device[head.device] = [[first, sealed[-1].header.seq], key.hex()]
    store.marks.keep(MARK, kept)


def waiting(store: Parts) -> int:
    """Return how many signatures are yet to be checked."""
    kept = store.marks.get(MARK, {})
    return sum(last - first + 1 for by_device in kept.values() for (first, last), _key in by_device.values())


def unproven(store: Parts) -> Mapping[str, Mapping[str, Sequence[Range]]]:
    """Return stream → device → the numbers whose own signatures are not checked yet, or wrong."""
    found: dict[str, dict[str, list[Range]]] = {}
    for stream, by_device in store.marks.get(MARK, {}).items():
        for device, ((first, last), _key) in by_device.items():
            found.setdefault(stream, {}).setdefault(device, []).append((first, last))
    for stream, numbers in store.marks.get(FAULTS, {}).items():
        for device, each in numbers.items():
            found.setdefault(stream, {}).setdefault(device, []).extend((seq, seq) for seq in each)
    return found


def checking(store: Parts) -> Iterator[Job[Parts, Page | None, Checked | None, None]]:
    """Yield one job after another until every signature was checked; whoever runs them may stop between any two."""
    while waiting(store):
        yield Job(_taken, _worked, _put)


def _taken(store: Parts) -> Page | None:
    with world(store.folder):
        for stream, by_device in store.marks.get(MARK, {}).items():
            for device, ((first, last), key) in by_device.items():
                after = {**dict.fromkeys(store.ledger.vector(stream), _FAR), device: first - 1}
                sealed = islice(store.ledger.sealed(stream, after), min(_PAGE, last - first + 1))
                return Page(stream, device, bytes.fromhex(key), tuple(sealed))
    return None


def _worked(page: Page | None, tick: Tick) -> Checked | None:
    if page is None:
        return None
    wrong = []
    for at, each in enumerate(page.sealed):
        if not is_signed(each, page.key):
            wrong.append(each.header.seq)
        if at % 50 == 0:
            tick(at / len(page.sealed))
    return Checked(page, page.sealed[-1].header.seq if page.sealed else _FAR, wrong)


def _put(store: Parts, checked: Checked | None) -> None:
    if checked is None:
        return
    stream, device = checked.page.stream, checked.page.device
    kept = store.marks.get(MARK, {})
    if device not in kept.get(stream, {}):  # it has left this laptop meanwhile
        return
    (_first, last), key = kept[stream].pop(device)
    if checked.until < last:
        kept[stream][device] = [[checked.until + 1, last], key]
    with store.transaction():
        store.marks.keep(MARK, {name: each for name, each in kept.items() if each})
        if checked.wrong:
            _blame(store, stream, device, checked.wrong)


def _blame(store: Parts, stream: str, device: str, numbers: Sequence[int]) -> None:
    faults = store.marks.get(FAULTS, {})
    by_device = faults.setdefault(stream, {})
    by_device[device] = sorted({*by_device.get(device, ()), *numbers})
    store.marks.keep(FAULTS, faults)
