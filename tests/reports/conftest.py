# SPDX-License-Identifier: MIT
"""What tests of letters share: one real practice identity a run (its key takes long), the worked example."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from reports.signing.practice import make_practice_identity
from storage import example
from storage.example import Example
from storage.model import clock
from storage.store import Store, scratch


@pytest.fixture(scope="session")
def practice_file() -> list[str]:
    """Make a practice identity as `reports.acts.practice_identity` keeps it: [PKCS#12, password], hex."""
    content, password = make_practice_identity("Rhian Vaughan (practice)", clock.now())
    return [content.hex(), password.hex()]


@pytest.fixture
def worked(tmp_path: Path, practice_file: list[str]) -> Iterator[tuple[Store, Example]]:
    """Give the lead inspector's store with the worked example in it."""
    lead, second = scratch(), scratch()
    recorded = example.record(lead, second, tmp_path)
    lead.marks.keep("practice_identity", practice_file)
    yield lead, recorded
    lead.close()
    second.close()
