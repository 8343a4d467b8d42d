# SPDX-License-Identifier: MIT
"""Any history by hub and parcels, over any road: all converge, and nothing that was acknowledged is out of reach.

What a history is made of: through_the_hub.py. How often at length: `make torture`. Most hubs are near.py's, in this
very process; one in 25 is far.py's, a service over HTTP that is killed when it is restarted.
"""

import os
import shutil
from collections import Counter
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import Phase, example, given, settings
from hypothesis import strategies as st

from storage.model.change import Ref
from storage.model.ids import DeviceId
from tests.storage import agreement
from tests.storage.histories import THIRD, Step
from tests.storage.hub.far import FarHub
from tests.storage.hub.near import NearHub
from tests.storage.hub.through_the_hub import STEPS, HubHistory
from tests.storage.test_tables_property import QUIET

A_STEP = st.tuples(st.sampled_from(STEPS), st.integers(0, 3), st.integers(0, 30), st.integers(0, 60))
_MEMORY = Path("/dev/shm")
_QUICK = _MEMORY if _MEMORY.is_dir() and shutil.disk_usage(_MEMORY).free > 2**27 else None
"""Where histories live: no step cuts the power, so nothing hangs on a disk (tests/torture does), and waiting for one
took longer than all the rest."""
_OFTEN = int(os.environ.get("N") or 2000)
WHO = st.integers(0, len(THIRD) - 1)
SHORT = [
    ("sync", 0, 0, 0),
    ("remember", 0, 0, 0),
    ("write", 1, 0, 0),
    ("sync", 1, 3, 1),
    ("forget", 0, 0, 1),
    ("lose", 0, 0, 0),
    ("write", 2, 0, 0),
    ("cut", 2, 0, 0),
    ("assign", 0, 0, 0),
    ("parcel", 0, 3, 0),
    ("succeed", 1, 0, 0),
    ("write", 1, 0, 0),
]


def hold(third: int, steps: Sequence[Step], hub: type[NearHub] = NearHub) -> HubHistory:
    """Live through a history and raise AssertionError when anything does not hold."""
    with TemporaryDirectory(dir=_QUICK) as folder, closing(HubHistory(Path(folder), third, hub)) as history:
        history.run(steps)
        history.finish()
        for laptop in history.laptops:
            agreement.with_the_oracle(laptop.store)
        stores = [laptop.store for laptop in history.belonging()]
        agreement.of_everybody(stores, history.stream)
        for store in stores:
            agreement.nothing_kept_is_missing(store, history.kept, history.stream)
            for device, seq in history.acknowledged.items():
                change = store.ledger.change(history.stream, Ref(DeviceId(device), seq))
                assert change is not None, "what was acknowledged is out of reach"
        _nothing_moves_any_more(history)
        return history


def _nothing_moves_any_more(history: HubHistory) -> None:
    """Whatever is taken in a second time changes nothing."""
    before = [laptop.store.ledger.vector(history.stream) for laptop in history.laptops]
    for laptop in history.belonging():
        progress = history.near.synced(laptop.store)
        assert (progress.new, progress.sent, progress.held, progress.set_aside) == (0, 0, 0, 0)
        for number in range(len(history.parcels)):
            history._again(laptop, number, 0)
    assert before == [laptop.store.ledger.vector(history.stream) for laptop in history.laptops]
    agreement.of_everybody([laptop.store for laptop in history.belonging()], history.stream)


@settings(QUIET, max_examples=2)
@example(0, SHORT)
@given(WHO, st.lists(A_STEP, min_size=6, max_size=25))
def test_any_history_by_hub_and_parcels_converges(third: int, steps: list[Step]) -> None:
    hold(third, steps)


def test_whoever_is_assigned_late_is_shown_the_visit_by_its_snapshot() -> None:
    steps = [("sync", 0, 0, 0), ("write", 1, 0, 0), ("sync", 1, 0, 0), ("portray", 0, 0, 0), ("assign", 0, 0, 0)]
    history = hold(0, [*steps, ("sync", 3, 0, 0), ("amend", 3, 0, 0), ("sync", 3, 0, 0)])
    assert history.counted["shown"]


def test_a_history_over_the_wire_converges() -> None:
    history = hold(0, SHORT, FarHub)
    assert history.counted["faults"]
    assert history.counted["rollbacks"]


@pytest.mark.torture
def test_longer_histories_over_the_wire_converge() -> None:
    """The same with the service in a process of its own, killed and restored: one for every 25 of the others."""
    counted: Counter[str] = Counter()

    @settings(QUIET, max_examples=1 + _OFTEN // 25, phases=[Phase.generate, Phase.shrink])
    @given(WHO, st.lists(A_STEP, min_size=10, max_size=60))
    def lived(third: int, steps: list[Step]) -> None:
        history = hold(third, steps, FarHub)
        counted["histories over the wire"] += 1
        counted.update(history.counted)

    lived()
    print(", ".join(f"{count:,} {what}" for what, count in counted.items()))
    assert counted["requests"]


@pytest.mark.torture
def test_longer_histories_by_hub_and_parcels_converge_by_the_thousand() -> None:
    counted: Counter[str] = Counter()

    @settings(QUIET, max_examples=_OFTEN, phases=[Phase.generate, Phase.shrink])
    @given(WHO, st.lists(A_STEP, min_size=10, max_size=60))
    def lived(third: int, steps: list[Step]) -> None:
        history = hold(third, steps)
        counted["histories"] += 1
        counted.update(history.counted)

    lived()
    print(", ".join(f"{count:,} {what}" for what, count in counted.items()))
    enough = {"faults": 15, "rollbacks": 15, "late": 15, "removed": 15, "shown": 300}  # histories in which each is met
    assert all(counted[what] for what, histories in enough.items() if histories <= _OFTEN)
    assert counted["left"] * 10 < counted["histories"]
