# SPDX-License-Identifier: MIT
"""One veraPDF a run; without it, conformance is said to be unproved, and under CI that is a failure."""

import os
from collections.abc import Iterator

import pytest

from tests.reports.pdf.verapdf import VeraPdf, missing


@pytest.fixture(scope="session")
def verapdf() -> Iterator[VeraPdf]:
    """Give the engine. Skip loudly where it cannot run on a laptop; fail where CI is set."""
    if lacking := missing():
        unproved = f"NOT PROVED: conformance to PDF/A-2a and PDF/UA-1; missing here: {lacking} (see .ci/install)"
        if os.environ.get("CI"):
            pytest.fail(unproved)
        pytest.skip(unproved)
    engine = VeraPdf()
    engine.rules()  # returns once it is up: no test pays for that
    yield engine
    engine.stop()
