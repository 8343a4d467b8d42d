# SPDX-License-Identifier: MIT
"""Random histories of four laptops that share a visit by a hub and by parcels, over a road that fails in every way.

What people do is histories.py's; here the exchanges are real: exchange.py, the office on its books, parcel.py.
"""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import chain, repeat
from pathlib import Path

from storage.acts import members
from storage.errors import BadFile, Refused
from storage.hub.office import accept_held
from storage.model.ids import StreamId
from storage.store import Store
from storage.sync import exchange, parcel, receipt, talk
from storage.sync.road import NoRoad
from tests.builders import FakeClock
from tests.builders import a_store as new_store
from tests.storage.histories import History, Laptop, _at
from tests.storage.hub.near import NearHub, portrayed

STEPS = (
    *("amend", "amend", "amend", "stale", "stale", "look", "look", "write", "state", "twice", "withdraw", "restore"),
    *("link", "undo", "seal", "promote", "succeed", "rogue", "voice", "strange", "jump"),
    *("sync", "sync", "sync", "sync", "sync", "cut", "cut", "parcel", "parcel"),
    *("again", "restart", "remember", "forget", "assign", "lose", "find", "portray", "portray"),
    *("remove", "accept", "seat", "claim", "release"),
)
_FATES = ("", "", "", "lost", "unanswered", "twice")


@dataclass
class Office:
    """What the office has done meanwhile."""

    revoked: list[str] = field(default_factory=list)
    backup: Path | None = None
    """The hub's newest backup."""


class HubHistory(History):
    """Laptops, a hub and a drawer of parcels."""

    def __init__(self, folder: Path, third: int = 0, hub: type[NearHub] = NearHub) -> None:
        super().__init__(third)
        self.near, self.office, self.folder = hub(folder / "hub"), Office(), folder
        self.parcels: list[Path] = []
        self.acknowledged: dict[str, int] = {}
        self.counted = dict.fromkeys(
            ("requests", "faults", "rollbacks", "late", "removed", "left", "portrayed", "shown"), 0
        )
        try:
            for laptop in self.laptops:
                self.near.enrol(laptop.store)
            self.office.backup = self.near.remember("backup")
        except BaseException:  # nobody has it yet who would close it, and it may be a process
            self.near.close()
            raise

    def take(self, what: str, who: int, first: int, second: int) -> None:
        """Take one step."""
        laptop = self.laptops[who % len(self.laptops)]
        if not self._all(laptop.store):
            what = "sync"  # whoever has just been assigned has nothing to work on yet
        with _at(laptop.clock):
            try:
                getattr(self, f"_{what}")(laptop, first, second)
            except Refused:
                return

    def finish(self) -> None:
        """Take every revocation back, seat everybody again as far as may be, and sync until nothing is left to sync."""
        self._find(self.laptops[0], 0, 0)
        self.counted["removed"] += len(self.laptops) - len(self.belonging())
        for _ in range(3):
            for laptop in self.laptops:
                with _at(laptop.clock):
                    self._synced(laptop.store)
                    self._seats_everybody(laptop.store)
                    self._synced(laptop.store)
            self._accepts_everything()
        for laptop in self.laptops:
            with _at(laptop.clock):
                self._synced(laptop.store)
        self.counted["left"] += len(self.laptops) - len(self.belonging())

    def belonging(self) -> list[Laptop]:
        """Return the laptops that still belong to the visit, by the grants that the hub knows."""
        with self.near.books.open() as entries:
            stands = entries.belonging.standing(self.stream)
        known = ((laptop, stands.get(laptop.store.device.id)) for laptop in self.laptops)
        return [laptop for laptop, grant in known if grant is not None and grant.belongs]

    def _seats_everybody(self, store: Store) -> None:
        for other in self.laptops:
            seat = store.tables.roster(self.stream).get(other.store.device.id)
            if seat is None or not seat.present:
                with suppress(Refused):
                    members.grant(store, StreamId(self.stream), members.my_card(other.store), "second")

    def _accepts_everything(self) -> None:
        with self.near.books.open() as entries:
            for device in entries.chains.held_of():
                accept_held(entries, device)

    def close(self) -> None:
        """Let everything go."""
        for laptop in self.laptops:
            laptop.store.close()
        self.near.close()

    def _sync(self, laptop: Laptop, first: int, second: int) -> None:
        """Sync over a road that may lose, repeat or leave unanswered any of the first requests."""
        wrong = [_FATES[number % len(_FATES)] for number in (first, second, first * 7 + second, first + second)]
        self._synced(laptop.store, wrong if second % 3 else ())

    def _cut(self, laptop: Laptop, first: int, second: int) -> None:  # type: ignore[override]
        """Sync in pages of a few changes, and break off after some rounds."""
        before = talk.PAGE
        talk.PAGE = 600
        try:
            self._synced(laptop.store, most=1 + (first + second) % 5)
        finally:
            talk.PAGE = before

    def _portray(self, laptop: Laptop, _first: int, _second: int) -> None:
        """Hand in snapshots of what the hub has all of, as a sync does when there is much of it."""
        store = laptop.store
        self._enrolled(store)
        progress = self.near.synced(store)
        for stream, ends in progress.ends.items():
            if store.ledger.vector(stream) == {device: seq for device, (seq, _digest) in ends.items()}:
                self.counted["portrayed"] += portrayed(store, StreamId(stream), self.near.road(store))

    def _synced(self, store: Store, fates: Sequence[str] = (), most: int = 10_000) -> None:
        left = chain(fates, repeat(""))

        def fate() -> str:
            self.counted["requests"] += 1
            came = next(left)
            self.counted["faults"] += bool(came)
            return came

        self._enrolled(store)
        try:
            self.counted["shown"] += len(self.near.synced(store, fate, most).begun)
        except NoRoad:
            pass
        finally:
            for device, seq in receipt.covered(store, self.stream).items():
                self.acknowledged[device] = max(seq, self.acknowledged.get(device, 0))

    def _enrolled(self, store: Store) -> None:
        """Enrol what a store became, or what the hub forgot when it was restored."""
        with self.near.books.open() as entries:
            if entries.register.device(store.device.id):
                return
        job = exchange.succeeding(store, self.near.known, self.near.road(store))
        try:
            if job is not None:
                job.put(store, job.work(job.take(store), lambda _part: None))
                return
        except Refused:
            pass  # its predecessor is revoked, or forgotten too: the office sends an invitation
        self.near.enrol(store)

    def _parcel(self, laptop: Laptop, first: int, _second: int) -> None:
        """Write a parcel for everybody, and let one of the others read it now."""
        streams = [StreamId(self.stream)]
        path = self.folder / f"{len(self.parcels)}.parcel"
        parcel.write(laptop.store, streams, path, parcel.addressees(laptop.store, streams))
        self.parcels.append(path)
        self._again(self.laptops[first % len(self.laptops)], len(self.parcels) - 1, 0)

    def _again(self, laptop: Laptop, first: int, _second: int) -> None:
        """Read any parcel from the drawer, perhaps not for the first time."""
        if self.parcels:
            try:
                parcel.read(laptop.store, self.parcels[first % len(self.parcels)])
            except BadFile as refused:
                if "somebody else" not in str(refused):
                    raise

    def _restart(self, _laptop: Laptop, _first: int, _second: int) -> None:
        self.near.restart()

    def _remember(self, _laptop: Laptop, _first: int, _second: int) -> None:
        """Back the hub up."""
        self.office.backup = self.near.remember("backup")

    def _forget(self, _laptop: Laptop, _first: int, second: int) -> None:
        """Restore the hub from its backup; what was revoked since is revoked again."""
        if self.office.backup is not None and second % 3:
            self.near.roll_back(self.office.backup)
            self.counted["rollbacks"] += 1
            for device in self.office.revoked:
                self._revoke(device)

    def _assign(self, _laptop: Laptop, _first: int, second: int) -> None:
        """Assign a fourth inspector when the visit is old already."""
        if len(self.laptops) > 3 or second % 3:
            return
        late, lead = Laptop(new_store("Late"), FakeClock()), self.laptops[0].store
        members.grant(lead, StreamId(self.stream), members.my_card(late.store), "second")
        self._note_key(late.store)
        self.near.enrol(late.store)
        self.laptops.append(late)
        self.counted["late"] += 1

    def _lose(self, _laptop: Laptop, _first: int, second: int) -> None:
        """Revoke the third inspector's laptop."""
        device = self.laptops[2].store.device.id
        if second % 2 == 0 and self._revoke(device):
            self.office.revoked.append(device)

    def _find(self, _laptop: Laptop, _first: int, _second: int) -> None:
        """Welcome back whoever is revoked, with all that was held: also by books that were put back to before it."""
        with self.near.books.open() as entries:
            for device in (each.device for each in entries.register.devices() if each.revoked):
                entries.register.revoke(device, "")
                accept_held(entries, device)
        self.office.revoked.clear()

    def _revoke(self, device: str) -> bool:
        with self.near.books.open() as entries:
            return entries.register.revoke(device, "2018-07-10T09:30:00.000Z")
