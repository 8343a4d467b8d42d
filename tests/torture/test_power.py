# SPDX-License-Identifier: MIT
"""The power cut, simulated from what the real build writes and syncs; and with syncing off, to know that we can see."""

import random
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from storage import keys
from storage.check import check
from storage.errors import Trouble
from storage.store import open_store
from tests.builders import PASSPHRASE
from tests.torture.disk import CALLS, Disk, Event, events
from tests.torture.side_by_side import Lived
from tests.torture.typist import PLANTED, Told, begin, lost

pytestmark = [pytest.mark.torture, pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")]
Torment = Callable[[int, Lived], None]
_TYPIST = """
import sys
from pathlib import Path
from storage import journal
from tests.torture.typist import type_on
journal._IDLE = 0.003
type_on(Path(sys.argv[1]), 1, 1, most=25)
"""


@dataclass(frozen=True, slots=True)
class Session:
    """What a disk held before, what a typing process then did to it, and where the real files are."""

    folder: Path
    start: dict[str, bytes]
    happened: list[Event]


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Session:
    """Give the record of a process that typed notes and closed its store."""
    if shutil.which("strace") is None:
        pytest.skip("NOT PROVED: the power cut needs strace (apt-get install strace)")
    tmp_path = tmp_path_factory.mktemp("power")
    folder = tmp_path / "store"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(keys, "_ARGON", {"time_cost": 1, "memory_cost": 64, "parallelism": 1})
        begin(folder)
    start = {path.name: path.read_bytes() for path in folder.iterdir() if path.name != "lock"}
    trace = ["strace", "-f", "-y", "-xx", "-s", "10000000", "-e", f"trace={CALLS}", "-o", str(tmp_path / "trace")]
    ran = subprocess.run(
        [*trace, sys.executable, "-c", _TYPIST, str(folder)],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        timeout=600,
        check=False,
    )
    if b"PTRACE" in ran.stderr or b"ptrace" in ran.stderr:
        pytest.skip("NOT PROVED: the power cut needs the right to trace a process")
    assert ran.returncode == 0, ran.stderr[-2000:]
    assert not [path for path in folder.rglob("*") if path.is_file() and PLANTED in path.read_bytes()]
    return Session(folder, start, events(tmp_path / "trace", folder, start))


def cut(session: Session, into: Path, seed: int, *, is_synced: bool) -> Told:
    """Cut the power at a random moment into a folder; return what had been called kept by then."""
    chance, disk, told = random.Random(seed), Disk(session.start, is_synced=is_synced), Told()
    lines = b""
    for number, event in enumerate(session.happened[: chance.randrange(len(session.happened) + 1)]):
        disk.happen(number, event)
        lines += event.data if event.what == "told" else b""
    told.hear(lines)
    disk.cut_off(chance, into)
    return told


def test_the_simulated_disk_ends_as_the_real_one(session: Session, tmp_path: Path) -> None:
    happened, disk = session.happened, Disk(session.start)
    for number, event in enumerate(happened):
        disk.happen(number, event)
    everything = [Event("sync", name, len(happened)) for name in disk._now]
    for number, event in enumerate([*everything, Event("sync", "", len(happened))], len(happened)):
        disk.happen(number, event)
    disk.cut_off(random.Random(1), tmp_path / "end")
    real = {path.name: path.read_bytes() for path in session.folder.iterdir() if path.name != "lock"}
    assert {path.name: path.read_bytes() for path in (tmp_path / "end").iterdir()} == real


def test_nothing_kept_is_lost_when_the_power_is_cut_at_any_moment(session: Session, torment: Torment) -> None:
    def lived(seed: int, folder: Path, counted: Counter[str]) -> None:
        into = folder.with_name("cut")
        told = cut(session, into, seed, is_synced=True)
        store = open_store(into, PASSPHRASE)
        missing, problems = lost(store, told), check(store).problems
        store.close()
        counted["power cuts"] += 1
        counted["characters kept"] += sum(told.kept.values())
        counted["characters lost"] += missing
        counted["damaged stores"] += bool(problems)
        assert not missing
        assert problems == ()
        shutil.rmtree(into)

    torment(1000, lived)


def test_with_syncing_switched_off_losses_are_seen(session: Session, torment: Torment, totals: Counter[str]) -> None:
    def lived(seed: int, folder: Path, counted: Counter[str]) -> None:
        into = folder.with_name("cut")
        told = cut(session, into, seed, is_synced=False)
        counted["power cuts without syncing"] += 1
        counted["of them with losses, as it must be"] += _is_hurt(into, told)
        shutil.rmtree(into)

    torment(200, lived)
    assert totals["of them with losses, as it must be"] > 0


def _is_hurt(folder: Path, told: Told) -> bool:
    try:
        store = open_store(folder, PASSPHRASE)
        try:
            return lost(store, told) > 0
        finally:
            store.close()
    except Trouble:
        return True
