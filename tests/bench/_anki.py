# SPDX-License-Identifier: MIT
"""Anki's own sync server and client with so many notes, run by a Python that has `anki`: times and nothing of ours.

`ANKI_PYTHON tests/bench/_anki.py COUNT PORT TURNS FOLDER WORDS` prints JSON. Anki is a rival to measure, no dependency.
"""

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from typing import Any


def measured(count: int, port: int, turns: int, folder: Path, words: str) -> dict[str, float]:
    """Return seconds of the first upload and download, and of 100 notes after that, both ways (median of turns)."""
    env = {"SYNC_USER1": "u:p", "SYNC_HOST": "127.0.0.1", "SYNC_PORT": str(port), "SYNC_BASE": str(folder / "server")}
    server = subprocess.Popen(
        [sys.executable, "-m", "anki.syncserver"],
        env={**os.environ, **env, "MAX_SYNC_PAYLOAD_MEGS": "1000"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        return _told(count, turns, f"http://127.0.0.1:{port}/", folder, words)
    finally:
        server.kill()
        server.wait()


def _told(count: int, turns: int, address: str, folder: Path, words: str) -> dict[str, float]:
    from anki.collection import Collection  # type: ignore[import-not-found]

    one, two = (Collection(str(folder / f"{name}.anki2")) for name in ("one", "two"))
    _add(one, count, words)
    auth = _login(one, address)
    told = {"push": _timed(lambda: _full(one, auth, upload=True))}
    told["pull"] = _timed(lambda: _full(two, auth, upload=False))
    pushed, pulled = [], []
    for _ in range(turns):
        _add(one, 100, words)
        pushed.append(_timed(lambda: one.sync_collection(auth, False)))
        pulled.append(_timed(lambda: two.sync_collection(auth, False)))
    assert two.note_count() == count + 100 * turns
    return {**told, "push 100": median(pushed), "pull 100": median(pulled)}


def _add(collection: Any, count: int, words: str) -> None:
    from anki.collection import AddNoteRequest

    kind = collection.models.by_name("Basic")
    requests = []
    for number in range(count):
        note = collection.new_note(kind)
        note["Front"], note["Back"] = f"{number} {words}", ""
        requests.append(AddNoteRequest(note, 1))
    collection.add_notes(requests)


def _login(collection: Any, address: str) -> Any:
    for _ in range(100):
        try:
            return collection.sync_login("u", "p", address)
        except Exception:
            time.sleep(0.1)
    raise AssertionError("Anki's server does not answer")


def _full(collection: Any, auth: Any, *, upload: bool) -> None:
    collection.sync_collection(auth, False)
    collection.close_for_full_sync()
    collection.full_upload_or_download(auth=auth, server_usn=None, upload=upload)
    collection.reopen(after_full_sync=True)


def _timed(action: Any) -> float:
    began = time.perf_counter()
    action()
    return time.perf_counter() - began


if __name__ == "__main__":
    count, port, turns, folder, words = sys.argv[1:]
    print(json.dumps(measured(int(count), int(port), int(turns), Path(folder), words)))
