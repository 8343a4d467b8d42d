# SPDX-License-Identifier: MIT
"""What tests of the checks share: the dictionaries, read once a run; a small list of names."""

import pytest

from reports.checks import checking
from reports.checks.known import Known, known_of
from storage.spelling import Speller


@pytest.fixture(scope="session")
def speller() -> Speller:
    """Give a speller over the shipped dictionaries."""
    return Speller(checking._lexicon())


@pytest.fixture
def known() -> Known:
    """Give a small list: a child with all that may be known of her, a boy, a worker; and who may be named."""
    lines = (
        "Megan Pritchard; 4 March 2009; 12 Heol y Felin, Wrexham LL11 2AB; WX-20431",
        "Rees, Owain",
        "Grace Okonkwo",
        "Alun Hughes",
    )
    return known_of(lines, ("WX-30977",), ("Alun Walton", "Practice Council"), ("Head of Service", "Care"))
