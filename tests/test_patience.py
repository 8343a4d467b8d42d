# SPDX-License-Identifier: MIT
"""No test hurries; planted hurry is seen."""

from pathlib import Path

import pytest

from tests.house_rules import Source
from tests.patience import hurries

ROOT = Path(__file__).parents[1]
KNOWN = frozenset(
    {
        "tests/ui/test_a_lost_laptop.py",  # looks for keys in memory, apart from those that were there before
    }
)

HURRIED = {
    "a short wait for a signal": "with qtbot.waitSignal(page.said, timeout=5000):\n    pass",
    "a short wait until": "qtbot.waitUntil(page.isVisible, timeout=10_000)",
    "a short wait for a thread": "assert told.wait(5)",
    "a short wait for a process": "subprocess.run(command, timeout=20)",
    "a thread hardly waited for": "thread.join(2.0)",
    "a disk hardly waited for": "assert journal.flush(timeout=1.0)",
    "work that is clocked": "from time import perf_counter\nbegan = perf_counter()",
    "bits of a picture that is gone": "bytes(view.grab().toImage().constBits())",
    "what others left behind": "import gc\ngc.get_objects()",
}


@pytest.mark.parametrize("name", HURRIED)
def test_planted_hurry_is_seen(name: str) -> None:
    assert list(hurries(Source("tests/ui/test_x.py", HURRIED[name])))


@pytest.mark.parametrize(
    "line",
    [
        "qtbot.waitUntil(page.isVisible)",
        "with qtbot.waitSignal(said, timeout=0, raising=False):\n    pass",
        "assert not journal.flush(timeout=0.05)",
        "qtbot.wait(50)",
        "assert told.wait(LONG)",
        "', '.join(words)",
        "image = view.grab().toImage()\nbytes(image.constBits())",
    ],
)
def test_patience_is_let_be(line: str) -> None:
    assert not list(hurries(Source("tests/ui/test_x.py", line)))


def test_no_test_hurries() -> None:
    files = sorted((ROOT / "tests").rglob("*.py"))
    sources = [Source(path.relative_to(ROOT).as_posix(), path.read_text("utf-8")) for path in files]
    complaints = [words for source in sources if source.path not in KNOWN for words in hurries(source)]
    assert not complaints, "\n" + "\n".join(complaints)
