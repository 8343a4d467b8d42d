# SPDX-License-Identifier: MIT
"""One practice inspector, one known inspector, one letter, signed: made once a run."""

from datetime import UTC, datetime

import pytest

from reports.signing.identity import Identity, read_identity
from reports.signing.practice import make_practice_identity
from reports.signing.sign import Occasion, sign
from tests.reports.signing.paper import PASSWORD, paper, pkcs12_file

NOW = datetime(2026, 10, 12, 14, 3, 20, tzinfo=UTC)


@pytest.fixture(scope="session")
def now() -> datetime:
    """Return the moment these tests play at."""
    return NOW


@pytest.fixture(scope="session")
def practice() -> Identity:
    """Return a practice identity."""
    content, password = make_practice_identity("Rhian Vaughan", NOW)
    return read_identity(content, password, NOW)


@pytest.fixture(scope="session")
def known() -> Identity:
    """Return an ordinary identity, whose certificate a test may trust or not."""
    return read_identity(pkcs12_file("Carys Probert", begins=NOW), PASSWORD, NOW)


@pytest.fixture(scope="session")
def unsigned() -> bytes:
    """Return a letter with one empty field."""
    return paper("Sig1")


@pytest.fixture(scope="session")
def signed(unsigned: bytes, practice: Identity) -> bytes:
    """Return that letter, signed in practice."""
    return sign(unsigned, practice, Occasion(NOW, "Letter"))
