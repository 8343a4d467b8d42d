# SPDX-License-Identifier: MIT
"""Any history of three laptops: the tables agree with the naive oracle, and in the end all laptops agree.

What a history is made of: histories.py; what must hold: agreement.py; that this test can see: test_planted_bugs.py.
"""

import os
from collections import Counter
from collections.abc import Sequence

import pytest
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st

from storage.door import Delivery, receive
from storage.envelope import Sealed
from storage.store import Store, scratch
from storage.tables import NOUNS
from tests.storage import agreement
from tests.storage.histories import STEPS, THIRD, History, Step

A_STEP = st.tuples(st.sampled_from(STEPS), st.integers(0, 2), st.integers(0, 30), st.integers(0, 60))
A_HISTORY = st.lists(A_STEP, min_size=4, max_size=30)
WHO = st.integers(0, len(THIRD) - 1)
QUIET = settings(
    database=None, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck), print_blob=False
)


def hold(third: int, steps: Sequence[Step]) -> History:
    """Live through a history and raise AssertionError when anything does not hold."""
    history = History(third)
    stores = [laptop.store for laptop in history.laptops]
    history.run(steps)
    for store in stores:
        agreement.with_the_oracle(store)
    history.finish()
    for store in stores:
        agreement.with_the_oracle(store)
        agreement.nothing_kept_is_missing(store, history.kept, history.stream)
        agreement.no_word_is_lost(store, history.lied_about)
    agreement.of_everybody(stores, history.stream)
    agreement.after_refolding(stores[0], history.stream)
    for store in stores:
        store.close()
    return history


@settings(QUIET, max_examples=14)
@example(0, [("lie", 0, 0, 64), ("twice", 1, 0, 4), ("give", 1, 0, 0)])
@given(WHO, A_HISTORY)
def test_any_history_agrees_with_the_oracle_and_converges(third: int, steps: list[Step]) -> None:
    hold(third, steps)


@settings(QUIET, max_examples=5)
@given(WHO, A_HISTORY)
def test_any_history_taken_in_at_once_is_what_it_is_taken_in_change_by_change(third: int, steps: list[Step]) -> None:
    history = History(third)
    history.run(steps)
    giver = history.laptops[0].store
    sealed = sorted(giver.ledger.sealed(history.stream, {}), key=lambda each: _tick(giver, each))
    keys = {history.stream: giver.keyring.keys(history.stream)}
    at_once, one_by_one = scratch(), scratch()
    receive(at_once, Delivery(sealed, history.verify_keys, keys), "test")
    while any([receive(one_by_one, Delivery([each], history.verify_keys, keys), "test").new for each in sealed]):
        pass  # whose seat comes after its changes is let in when it is asked again
    assert one_by_one.ledger.vector(history.stream) == at_once.ledger.vector(history.stream)
    for name in (*NOUNS, "set_aside"):
        assert _rows(one_by_one, name) == _rows(at_once, name)
    for store in (at_once, one_by_one, *(laptop.store for laptop in history.laptops)):
        store.close()


def _tick(store: Store, sealed: Sealed) -> int:
    change = store.ledger.open(sealed)
    return change.tick if change else 0


def _rows(store: Store, name: str) -> list[str]:
    return sorted(map(repr, store.db.execute(f'SELECT * FROM "{name}"').fetchall()))


@pytest.mark.torture
def test_longer_histories_by_the_thousand_agree_with_the_oracle_and_converge() -> None:
    counted: Counter[str] = Counter()

    @settings(QUIET, max_examples=int(os.environ.get("N") or 1400), phases=[Phase.generate, Phase.shrink])
    @given(WHO, st.lists(A_STEP, min_size=10, max_size=80))
    def lived(third: int, steps: list[Step]) -> None:
        history = hold(third, steps)
        counted["histories"] += 1
        counted["changes"] += len(history.kept)
        counted.update(what for what, *_ in steps)

    lived()
    print(
        f"\n{counted.pop('histories')} histories agreed with the oracle, {counted.pop('changes')} changes kept or taken"
    )
    print(", ".join(f"{what} {count}" for what, count in counted.most_common()))
