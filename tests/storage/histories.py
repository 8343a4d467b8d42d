# SPDX-License-Identifier: MIT
"""Random histories of three laptops that share a visit: a list of small numbers becomes work, lies and exchanges.

Every step is tried; what a rule refuses is simply not done. What must hold afterwards is in agreement.py.
"""

import json
from collections.abc import Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

from storage import door, keys, own, undo
from storage.acts import links, members, notes
from storage.errors import BadFile, Refused
from storage.gesture import Gesture
from storage.model import clock
from storage.model.change import Change, Ref
from storage.model.finding import Finding
from storage.model.ids import DeviceId, StreamId, new_id
from storage.model.letter import Letter, Section, Sentence
from storage.model.link import Link
from storage.model.member import Member
from storage.model.note import Note
from storage.model.record import Record
from storage.model.visit import Visit
from storage.queries.rows import records
from storage.store import Store
from tests.builders import FakeClock, a_finding, a_letter, a_visit, join
from tests.builders import a_store as new_store
from tests.storage import agreement

SHARED_NOUNS: tuple[type[Record], ...] = (Finding, Sentence, Note, Letter, Section, Visit, Link)
PROSE = {Note: "text", Finding: "statement", Sentence: "text", Letter: "re_line", Visit: "conclusion"}
SCALARS: dict[type[Record], tuple[tuple[str, Any], ...]] = {
    Note: (("polarity", "strength"), ("polarity", "weakness"), ("verbatim", True), ("source_role", "Manager")),
    Finding: (("state", "proposed"), ("areas", ("QA1",)), ("areas", ("QA2", "HR1")), ("polarity", "strength")),
    Sentence: (("check", True), ("sources", ("note:1",)), ("order", "0002")),
    Letter: (("salutation", "Dear colleague"), ("status", "approved"), ("copies", ("Office",))),
    Section: (("title", "Thanks"), ("order", "0002"), ("title", "Diolch")),
    Visit: (("days", 2), ("status", "packed"), ("staff", "two inspectors")),
    Link: (("quoted", "a word"),),
}
THIRD = ("another inspector", "the second inspector's other laptop", "a quality reader")
STEPS = (
    *("amend", "amend", "amend", "amend", "stale", "stale", "stale", "look", "look", "write", "state", "twice"),
    *("withdraw", "restore", "link", "unlink", "undo", "undo", "redo", "seal", "promote", "succeed"),
    *("remove", "accept", "seat"),
    *("rogue", "rogue", "voice", "lie", "strange", "jump", "give", "give", "give", "give", "give"),
)
Step = tuple[str, int, int, int]
"""(what, which laptop, and two numbers to choose by)"""


@dataclass
class Laptop:
    """One inspector's store, her clock, and what lies open on her screen."""

    store: Store
    clock: FakeClock
    open: Record | None = None
    """A record read earlier, perhaps much earlier."""


class History:
    """Three laptops and everything that happened."""

    def __init__(self, third: int = 0) -> None:
        """Begin a visit with a note, a finding and a letter, known to all three."""
        self.words = 0
        self.kept: list[tuple[str, Ref]] = []
        """Every change that a store said it kept."""
        self.lied_about: set[tuple[str, str]] = set()
        """(entity, identifier) of what somebody claimed to have seen and had not."""
        self.verify_keys: dict[str, bytes] = {}
        names = ("Lead", "Second", "Third")
        self.laptops = [Laptop(new_store(name), FakeClock()) for name in names]
        lead, second, other = (laptop.store for laptop in self.laptops)
        if third == 1:
            other.marks.keep("me", second.me)
        visit = a_visit(lead)
        self.stream = visit.stream_id
        self.visit_id = visit.id
        notes.write(lead, visit, "A first note of the lead.")
        a_finding(lead, visit, "Plans are out of date.")
        a_letter(lead, visit, "Thank you all.", "We saw much.")
        members.grant(lead, self.stream, members.my_card(other), "quality_reader" if third == 2 else "second")
        join(lead, self.stream, second)
        for laptop in self.laptops:
            self._note_key(laptop.store)
        self._hand(lead, other, {})
        for laptop in self.laptops:
            laptop.store.listen(lambda news: self.kept.extend((c.stream, c.ref) for c in news.changes))
        notes.write(second, self._visit(second), "A first note of the second.")

    def run(self, steps: Sequence[Step]) -> None:
        """Take every step, and compare the receiving store with the oracle after each exchange."""
        for step in steps:
            self.take(*step)

    def take(self, what: str, who: int, first: int, second: int) -> None:
        """Take one step."""
        laptop = self.laptops[who % 3]
        with _at(laptop.clock):
            try:
                getattr(self, f"_{what}")(laptop, first, second)
            except Refused:
                return

    def finish(self) -> None:
        """Exchange until everybody has everything."""
        for _ in range(3):
            for giver in self.laptops:
                for taker in self.laptops:
                    if giver is not taker:
                        self._hand(giver.store, taker.store, taker.store.ledger.vector(self.stream))

    # What an honest person does.

    def _write(self, laptop: Laptop, _first: int, _second: int) -> None:
        notes.write(laptop.store, self._visit(laptop.store), f"{self._word()} {self._word()}")

    def _state(self, laptop: Laptop, _first: int, _second: int) -> None:
        finding = Finding(id=new_id(), stream_id=self.stream, visit_id=self.visit_id, statement=self._word())
        self._do(laptop, "findings.state", lambda gesture: gesture.add(finding))

    def _look(self, laptop: Laptop, first: int, _second: int) -> None:
        laptop.open = self._pick(laptop.store, first)

    def _amend(self, laptop: Laptop, first: int, second: int) -> None:
        self._amend_seen(laptop, self._pick(laptop.store, first), second)

    def _twice(self, laptop: Laptop, first: int, second: int) -> None:
        """Reword one thing, look at it again, and reword it again."""
        for choice in (second, second + 10):
            seen = self._pick(laptop.store, first)
            if type(seen) in PROSE:
                words = self._reworded(getattr(seen, PROSE[type(seen)]), choice)
                self._do(
                    laptop,
                    "twice",
                    lambda gesture, seen=seen, words=words: gesture.amend(seen, **{PROSE[type(seen)]: words}),
                )

    def _stale(self, laptop: Laptop, first: int, second: int) -> None:
        """Amend what was opened earlier, whatever has come in since; it stays open as it was."""
        self._amend_seen(laptop, laptop.open or self._pick(laptop.store, first), second)

    def _amend_seen(self, laptop: Laptop, seen: Record, choice: int) -> None:
        self._do(laptop, f"{seen.entity}.amend", lambda gesture: gesture.amend(seen, **self._other(seen, choice)))

    def _withdraw(self, laptop: Laptop, first: int, second: int) -> None:
        seen = laptop.open if second % 2 and laptop.open else self._pick(laptop.store, first)
        self._do(laptop, f"{seen.entity}.withdraw", lambda gesture: gesture.withdraw(seen))

    def _restore(self, laptop: Laptop, first: int, _second: int) -> None:
        gone = [each for each in self._all(laptop.store) if not each.present]
        if gone:
            self._do(laptop, "restore", lambda gesture: gesture.restore(gone[first % len(gone)]))

    def _link(self, laptop: Laptop, first: int, second: int) -> None:
        here = records(laptop.store, Note, "present")
        if here:
            links.link(laptop.store, here[first % len(here)], "r", ("QA1", "HR1")[second % 2])

    def _unlink(self, laptop: Laptop, first: int, _second: int) -> None:
        here = records(laptop.store, Link, "present")
        if here:
            links.unlink(laptop.store, here[first % len(here)])

    def _undo(self, laptop: Laptop, _first: int, _second: int) -> None:
        self._turn(laptop.store, undo.undo(laptop.store))

    def _redo(self, laptop: Laptop, _first: int, _second: int) -> None:
        self._turn(laptop.store, undo.redo(laptop.store))

    def _turn(self, store: Store, turn: undo.Turn | None) -> None:
        if turn is not None:
            agreement.turned_round(store, store.ledger.changes(gesture=turn.gesture))

    def _seal(self, laptop: Laptop, _first: int, _second: int) -> None:
        """Sign the letter: what is known now is what is signed."""
        [letter] = records(laptop.store, Letter, "true")
        vector = json.dumps(laptop.store.ledger.vector(self.stream))
        sealed = {"document_id": new_id(), "status": "signed", "cites": ((self.stream, vector, "digest"),)}
        self._do(laptop, "letters.seal", lambda gesture: gesture.amend(letter, **sealed))

    def _promote(self, laptop: Laptop, _first: int, second: int) -> None:
        """Give the third laptop another role."""
        device = self.laptops[2].store.device.id
        seats = records(laptop.store, Member, "id = ?", (device,))
        role = ("second", "quality_reader")[second % 2]
        for seat in seats:
            self._do(laptop, "members.grant", lambda gesture, seat=seat: gesture.amend(seat, role=role))

    def _succeed(self, laptop: Laptop, _first: int, second: int) -> None:
        """Move the store: from now on it is another device, which its predecessor vouches for."""
        if second % 3 == 0:
            old = laptop.store._unlocked
            laptop.store._unlocked = replace(old, device=keys.fleeting().device, before=(*old.before, old.device))
            self._note_key(laptop.store)

    def _jump(self, laptop: Laptop, first: int, second: int) -> None:
        laptop.clock.step(days=(-400, 400)[second % 2], seconds=first)

    # What goes wrong, or is done by bad software.

    def _rogue(self, laptop: Laptop, first: int, second: int) -> None:
        """Amend anything without asking whether one may."""
        seen = self._pick(laptop.store, first)
        gesture = Gesture("rogue", laptop.store.me)
        gesture.amend(seen, **self._other(seen, second))
        self._smuggle(laptop.store, gesture.changes)

    def _voice(self, laptop: Laptop, first: int, second: int) -> None:
        """Amend in somebody else's name."""
        others = [other.store.me for other in self.laptops if other.store.me != laptop.store.me]
        gesture = Gesture("voice", others[second % len(others)])
        seen = self._pick(laptop.store, first)
        gesture.amend(seen, **self._other(seen, second))
        self._smuggle(laptop.store, gesture.changes)

    def _lie(self, laptop: Laptop, first: int, second: int) -> None:
        """Claim to have seen what others will only do later."""
        seen = self._pick(laptop.store, first)
        vector = laptop.store.ledger.vector(self.stream)
        future = tuple(
            Ref(other.store.device.id, vector.get(other.store.device.id, 0) + ahead)
            for other in self.laptops
            for ahead in (1, 2, 3)
            if other is not laptop
        )
        gesture = Gesture("lie", laptop.store.me)
        gesture.amend(seen, **self._other(seen, second))
        self.lied_about.add((seen.entity, seen.id))
        told = [
            replace(c, parents={name: (*refs, *future) for name, refs in c.parents.items()}) for c in gesture.changes
        ]
        laptop.store.record(*told)

    def _strange(self, laptop: Laptop, first: int, second: int) -> None:
        """Write as a newer version might: a field nobody here knows, a value of another type."""
        seen = self._pick(laptop.store, first)
        name, other = (
            ("mood", "calm"),
            ("present", True),
            (SCALARS[type(seen)][0][0], 5),
            (PROSE.get(type(seen), "x"), 7),
        )[second % 4]
        gesture = Gesture("strange", laptop.store.me)
        before = {name: getattr(seen, name, "")}
        gesture.touch(seen, before, {name: other, "present": True}, seen.seen)
        self.lied_about.add((seen.entity, seen.id))
        laptop.store.record(*gesture.changes)

    # Who leaves, and comes back.

    def _remove(self, laptop: Laptop, first: int, _second: int) -> None:
        """Take a seat away, by right or without it; the others may hear of it much later."""
        members.remove(laptop.store, StreamId(self.stream), self._neighbour(laptop, first))

    def _accept(self, laptop: Laptop, first: int, _second: int) -> None:
        """Accept what came of a device that has left."""
        other = self._neighbour(laptop, first)
        seat = laptop.store.tables.roster(self.stream).get(other)
        if seat is not None and not seat.present:
            members.accept(laptop.store, StreamId(self.stream), other)

    def _seat(self, laptop: Laptop, first: int, second: int) -> None:
        """Give a seat, perhaps back, perhaps in another role."""
        other = next(each.store for each in self.laptops if each.store.device.id == self._neighbour(laptop, first))
        role = ("second", "lead", "office", "quality_reader")[second % 4]
        members.grant(laptop.store, StreamId(self.stream), members.my_card(other), role)

    def _neighbour(self, laptop: Laptop, first: int) -> DeviceId:
        return [each for each in self.laptops if each is not laptop][first % 2].store.device.id

    def _claim(self, laptop: Laptop, _first: int, _second: int) -> None:
        """Give oneself one's seat, whatever others said of it, without asking whether one may."""
        for seat in records(laptop.store, Member, "id = ?", (laptop.store.device.id,)):
            gesture = Gesture("claim", laptop.store.me)
            after = {"role": "lead", "present": True, "until": -1, "grant_number": seat.grant_number + 1}
            gesture.touch(seat, {name: getattr(seat, name) for name in after}, after, seat.seen)
            self._smuggle(laptop.store, gesture.changes)

    def _release(self, laptop: Laptop, _first: int, _second: int) -> None:
        """Give the office's word that the visit may go, without asking whether one may."""
        gesture = Gesture("release", laptop.store.me)
        gesture.amend(self._visit(laptop.store), released=self._word())
        self._smuggle(laptop.store, gesture.changes)

    # Exchange.

    def _give(self, laptop: Laptop, first: int, second: int) -> None:
        """Give another laptop a parcel: whole, cut short for some devices, or with what it knows already."""
        others = [other for other in self.laptops if other is not laptop]
        taker = others[first % 2].store
        vector = taker.ledger.vector(self.stream)
        known = {} if second % 5 == 0 else vector
        cut = {} if second % 3 == 0 else self._cut(laptop.store, first, second)
        self._hand(laptop.store, taker, known, cut)
        agreement.with_the_oracle(taker)

    def _cut(self, giver: Store, first: int, second: int) -> dict[str, int]:
        return {
            device: newest * ((first // 2 + number * (second + 1)) % 4) // 3
            for number, (device, newest) in enumerate(giver.ledger.vector(self.stream).items())
        }

    def _hand(self, giver: Store, taker: Store, known: dict[Any, int], cut: dict[str, int] | None = None) -> None:
        parcel = [
            each
            for each in giver.ledger.sealed(self.stream, known)
            if each.header.seq <= (cut or {}).get(each.header.device, each.header.seq)
        ]
        delivery = door.Delivery(parcel, self.verify_keys, {self.stream: giver.keyring.keys(self.stream)})
        before = taker.ledger.vector(self.stream)
        try:
            door.receive(taker, delivery, "parcel")
        except BadFile as refused:
            raise AssertionError("an honest parcel was refused") from refused
        agreement.no_number_was_lost(before, taker.ledger.vector(self.stream))

    # Small things.

    def _all(self, store: Store) -> list[Record]:
        where = "stream_id = ?"
        return [each for noun in SHARED_NOUNS for each in records(store, noun, where, (self.stream,))]

    def _pick(self, store: Store, number: int) -> Record:
        # The first few things are chosen more often: people meet where there is something to do.
        here = self._all(store)
        return here[number * number // 40 % len(here)]

    def _visit(self, store: Store) -> Visit:
        return records(store, Visit, "id = ?", (self.visit_id,))[0]

    def _word(self) -> str:
        self.words += 1
        return f"word{self.words}"

    def _other(self, seen: Record, choice: int) -> dict[str, Any]:
        """Return other values for one or two fields of the record."""
        noun, after = type(seen), {}
        if noun in PROSE and choice % 4 != 3:
            after[PROSE[noun]] = self._reworded(getattr(seen, PROSE[noun]), choice // 4)
        if choice % 2 or not after:
            name, other = SCALARS[noun][choice // 2 % len(SCALARS[noun])]
            after[name] = other
        return after

    def _reworded(self, text: str, choice: int) -> str:
        words = text.split()
        place = choice // 3 % (len(words) + 1)
        if choice % 3 == 0 and len(words) > 1 and place < len(words):
            return " ".join([*words[:place], *words[place + 1 :]])
        return " ".join([*words[:place], self._word(), *words[place:]])

    def _do(self, laptop: Laptop, act: str, fill: Any) -> None:
        gesture = Gesture(act, laptop.store.me)
        fill(gesture)
        try:
            laptop.store.record(*gesture.changes)
        except Refused:
            made = (*own.successions(laptop.store, gesture.changes), *gesture.changes)
            agreement.refused_rightly(laptop.store, made)
            raise

    def _smuggle(self, store: Store, changes: Sequence[Change]) -> None:
        with store.transaction():
            kept = store._append((*own.successions(store, changes), *changes))
            store.tables.fold(kept)
        self.kept.extend((change.stream, change.ref) for change in kept)

    def _note_key(self, store: Store) -> None:
        self.verify_keys[store.device.id] = store.device.verify_key


@contextmanager
def _at(fake: FakeClock) -> Any:
    before = clock.now_source
    clock.now_source = fake
    try:
        yield
    finally:
        clock.now_source = before
