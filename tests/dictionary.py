# SPDX-License-Identifier: MIT
"""How the dictionary for small changes was made, from invented records alone: `python -m tests.dictionary FILE`.

It never changes once sealed changes were made with it (tests/storage/test_sealed.py): a better one is a new format.
"""

import random
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import zstandard

from storage import example
from storage.acts import findings, links, notes, visits
from storage.model.change import canonical
from storage.store import Store, scratch
from tests.builders import a_letter, a_note, a_visit, again

_SIZE = 48 * 1024
_ROUNDS = 8


def samples() -> list[bytes]:
    """Return invented changes as they are before they are sealed."""
    found: list[bytes] = []
    for number in range(_ROUNDS):
        lead, second = scratch(), scratch()
        with TemporaryDirectory() as road:
            example.record(lead, second, Path(road))
        _fieldwork(lead, random.Random(number))
        found += [canonical(change) for change in lead.ledger.changes()]
        lead.close()
        second.close()
    return found


def _fieldwork(store: Store, chance: random.Random) -> None:
    words = [note["text"] for note in example.load().tables["note"]]
    visit = a_visit(store)
    visits.amend(store, visit, staff="two inspectors")
    for _ in range(30):
        note = a_note(store, visit, " ".join(chance.choices(words, k=2)))
        links.link(store, note, visit.frameworks[0], f"QA{chance.randint(1, 6)}")
        notes.amend(store, again(store, note), text=chance.choice(words))
        findings.state(store, visit, chance.choice(words))
    a_letter(store, visit, *chance.choices(words, k=10))


if __name__ == "__main__":
    Path(sys.argv[1]).write_bytes(zstandard.train_dictionary(_SIZE, samples(), level=9).as_bytes())
