# SPDX-License-Identifier: MIT
"""An office with a hub in a process of its own, and inspectors' stores that share a visit."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from storage.acts import members
from storage.model.visit import Visit
from storage.queries.authorities import authority
from storage.store import Store
from tests.builders import a_store, a_visit
from tests.storage.hub.conftest import RunningHub, free_port, synced


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningHub]:
    """Give a running hub on its own database, once for the tests of a file."""
    with RunningHub(tmp_path_factory.mktemp("office"), free_port()) as running:
        yield running


@dataclass(frozen=True)
class Pair:
    """A lead and a second inspector, enrolled, with one visit that both hold."""

    lead: Store
    second: Store
    there: Visit


@pytest.fixture
def pair(office: RunningHub) -> Iterator[Pair]:
    """Give two stores that have synced a visit."""
    lead, second = a_store("Rhian (practice)"), a_store("Tomos (practice)")
    there = a_visit(lead)
    hub = office.enrol(lead, second)
    council = authority(lead, there.authority_id)
    assert council is not None
    for stream in (council.stream_id, there.stream_id):
        members.grant(lead, stream, members.my_card(second), "second")
    synced(lead, hub)
    synced(second, hub)
    yield Pair(lead, second, there)
    lead.close()
    second.close()


@pytest.fixture
def home(tmp_path: Path) -> Callable[[str], Path]:
    """Give a maker of home folders."""

    def make(name: str) -> Path:
        (tmp_path / name).mkdir()
        return tmp_path / name

    return make
