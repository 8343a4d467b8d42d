# SPDX-License-Identifier: MIT
"""Killed -9 while typing: by chance, disk full, clock put back, beside a second process, store overwritten."""

import json
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from storage.errors import StoreTrouble
from storage.model import clock
from storage.rebuild import rebuild
from storage.store import FILE, Store, open_store
from tests.builders import PASSPHRASE
from tests.torture.conftest import times
from tests.torture.side_by_side import Lived
from tests.torture.typist import Prepare, Told, found_whole, killed_while_typing, renewed

# From Python 3.12 on a fork beside a thread is warned of; here the thread is the very thing to be killed.
pytestmark = [pytest.mark.torture, pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")]

Torment = Callable[[int, Lived], None]


def tormented(folder: Path, number: int, prepare: Prepare | None = None) -> Told:
    """Kill a typing process once, at a moment that the number chooses; return what it called kept."""
    renewed(folder, number)
    chance = random.Random(number)
    after = -chance.random() * 0.3 if chance.random() < 0.2 else chance.random() * 0.15
    return killed_while_typing(folder, number * 100_000, after, prepare)


def test_killed_at_a_random_moment_of_typing(torment: Torment) -> None:
    def lived(number: int, folder: Path, totals: Counter[str]) -> None:
        found_whole(folder, tormented(folder, number), totals)
        totals["kills"] += 1

    torment(1000, lived)


def test_killed_when_the_disk_was_full(torment: Torment) -> None:
    def lived(number: int, folder: Path, totals: Counter[str]) -> None:
        renewed(folder, number)
        room = random.Random(number).randrange(0, 60_000)

        def fill(_store: Store) -> None:
            there = max(path.stat().st_size for path in folder.iterdir())
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (there + room, resource.RLIM_INFINITY))

        told = killed_while_typing(folder, number * 100_000, -0.2 - random.random() * 0.2, fill)
        found_whole(folder, told, totals)
        totals["full disks"] += 1

    torment(200, lived)


@pytest.mark.needs_root_filesystem
def test_killed_when_a_small_file_system_was_full(tmp_path: Path, torment: Torment, totals: Counter[str]) -> None:
    def lived(number: int, folder: Path, counted: Counter[str]) -> None:
        small = folder.parent / "small"
        small.mkdir(exist_ok=True)
        assert _is_mounted(small), "it could be mounted before"
        counted["small file systems"] += 1
        try:
            shutil.copytree(folder, small / "store")
            _grow(small, sum(path.stat().st_size for path in folder.iterdir()) + 2**16)
            told = killed_while_typing(small / "store", 1, -0.3 - random.Random(number).random() * 0.2)
            counted["of them full to the last page"] += shutil.disk_usage(small).free < 2**15
            _grow(small, 20 * 2**20)
            found_whole(small / "store", told, counted)
        finally:
            subprocess.run(["umount", str(small)], check=True)

    (tmp_path / "tried").mkdir()
    if shutil.which("mount") is None or not _is_mounted(tmp_path / "tried"):
        pytest.skip("NOT PROVED: a small file system cannot be mounted here")
    subprocess.run(["umount", str(tmp_path / "tried")], check=True)
    torment(200, lived)
    assert totals["of them full to the last page"] > 0, "no typist lived long enough to fill one"


def _is_mounted(place: Path) -> bool:
    mount = ["mount", "-t", "tmpfs", "-o", "size=20m", "tmpfs", str(place)]
    return subprocess.run(mount, capture_output=True, check=False).returncode == 0


def _grow(mounted: Path, size: int) -> None:
    subprocess.run(["mount", "-o", f"remount,size={size // 1024}k", str(mounted)], check=True)


def test_killed_after_the_clock_was_put_back_an_hour(torment: Torment) -> None:
    def put_back(_store: Store) -> None:
        real, began = clock.now_source, clock.now_source()
        clock.now_source = lambda: real() - timedelta(hours=1) * ((real() - began).total_seconds() > 0.05)

    def lived(number: int, folder: Path, totals: Counter[str]) -> None:
        found_whole(folder, tormented(folder, number, put_back), totals)
        totals["clocks put back"] += 1

    torment(200, lived)


def test_killed_beside_a_second_process_that_wants_the_same_store(torment: Torment) -> None:
    def lived(number: int, folder: Path, totals: Counter[str]) -> None:
        def intrude(_store: Store) -> None:
            for _ in range(3):
                if os.fork() == 0:
                    os._exit(_is_let_in(folder))
            assert all(os.waitpid(-1, 0)[1] == 0 for _ in range(3)), "two processes in one store"

        found_whole(folder, tormented(folder, number, intrude), totals)
        totals["second processes"] += 1

    torment(200, lived)


def _is_let_in(folder: Path) -> int:
    try:
        open_store(folder, PASSPHRASE)
    except StoreTrouble:
        return 0
    return 1


def test_killed_and_then_pages_of_the_store_overwritten(torment: Torment) -> None:
    def lived(number: int, folder: Path, totals: Counter[str]) -> None:
        told = tormented(folder, number)
        copy = shutil.copytree(folder, folder.with_name("damaged"))
        _overwrite(copy / FILE, random.Random(number))
        rebuild(copy, PASSPHRASE, folder.with_name("rebuilt"))
        found_whole(folder.with_name("rebuilt"), told, totals)
        shutil.rmtree(copy)
        shutil.rmtree(folder.with_name("rebuilt"))
        totals["stores overwritten"] += 1

    torment(200, lived)


def _overwrite(file: Path, chance: random.Random) -> None:
    pages = file.stat().st_size // 4096
    with file.open("r+b") as opened:
        for _ in range(chance.randrange(1, 6)):
            opened.seek(chance.randrange(pages) * 4096)
            opened.write(chance.randbytes(4096))


def test_killed_at_a_random_moment_of_typing_in_the_editor(folder: Path, tmp_path: Path, totals: Counter[str]) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "tests.torture.editor", str(tmp_path / "edited"), str(times(1000))],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr[-3000:]
    totals.update(json.loads(ran.stdout.splitlines()[-1]))
