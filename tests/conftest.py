# SPDX-License-Identifier: MIT
"""What every test may ask for: a clock it can set, a real store, a store in a folder."""

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from resources import language
from storage import keys
from storage.acts import members
from storage.model import clock as the_clock
from storage.store import Store, create
from tests import chance
from tests.builders import PASSPHRASE, FakeClock, a_store

os.environ["TZ"] = "Europe/London"  # the hours of a session are hours there, wherever the tests run
if hasattr(time, "tzset"):
    time.tzset()
for name in ("LC_ALL", "LC_MESSAGES", "LANGUAGE"):  # the terminal answers in the language of who asks
    os.environ.pop(name, None)
os.environ["LANG"] = "C.UTF-8"
settings.register_profile(
    "arolwg", deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
)
settings.load_profile("arolwg")  # the same examples every time, and none of them too slow on a busy machine
chance.use()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Let chance be the same in every run of the test."""
    chance.begin(item.nodeid, is_real=item.get_closest_marker("torture") is not None)


@pytest.fixture(autouse=True, scope="session")
def quick_to_stretch() -> Iterator[None]:
    """Stretch passphrases a thousand times less: what a test asks of a store does not hang on it (test_keys.py does).

    The cost stands in each key file, so stores of either cost open alike.
    """
    with pytest.MonkeyPatch.context() as cheap:
        cheap.setattr(keys, "_ARGON", {"time_cost": 1, "memory_cost": 64, "parallelism": 1})
        yield


@pytest.fixture(autouse=True, scope="session")
def quick_to_sign() -> Iterator[None]:
    """Make practice identities with a shorter key: one of the length that is shipped takes a busy machine a minute."""
    with pytest.MonkeyPatch.context() as cheap:
        cheap.setattr("reports.signing.practice.BITS", 2048)
        yield


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    """Leave the words as they were found, for whoever comes next."""
    yield
    language.use(language.KEYS)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> FakeClock:
    """Stand in for the world's clock: 10 July 2018, 09:00 UTC, until the test steps it."""
    fake = FakeClock()
    monkeypatch.setattr(the_clock, "now_source", fake)
    return fake


@pytest.fixture
def store() -> Iterator[Store]:
    """Give a real encrypted store that dies with the test, introduced as a practice inspector."""
    made = a_store()
    yield made
    made.close()


@pytest.fixture
def folder_store(tmp_path: Path) -> Iterator[Callable[..., tuple[Store, str]]]:
    """Give a maker of stores in a folder: `folder_store("one")` → (store, recovery code). Closed afterwards."""
    made: list[Store] = []

    def make(name: str = "store", passphrase: str = PASSPHRASE) -> tuple[Store, str]:
        store, code = create(tmp_path / name, passphrase)
        members.introduce(store, "Practice Inspector")
        made.append(store)
        return store, code

    yield make
    for each in made:
        each.close()
