# SPDX-License-Identifier: MIT
"""Practice identities: nobody can take one for real."""

from datetime import datetime, timedelta

from cryptography import x509

from reports.signing import practice as practising
from reports.signing.identity import PRACTICE_UNIT, Identity, read_identity
from reports.signing.practice import ORGANISATION, make_practice_identity, practice_name

SHIPPED = practising.BITS
"""What a key is outside these tests (conftest.py makes them shorter)."""


def test_a_key_is_long_enough_for_signatures_that_are_to_last(practice: Identity) -> None:
    """ETSI TS 119 312 wants 3000 bits or more."""
    assert SHIPPED >= 3000
    assert practising.BITS < SHIPPED


def test_a_practice_identity_says_so_in_every_part_of_its_name(practice: Identity) -> None:
    assert practice.practice
    assert practice.name == "Practice inspector Rhian Vaughan (PRACTICE)"
    assert practice.organisation == ORGANISATION
    subject = x509.load_der_x509_certificate(practice.certificate).subject.rfc4514_string()
    assert PRACTICE_UNIT in subject


def test_it_holds_for_two_years_and_survives_a_clock_that_is_a_little_slow(practice: Identity, now: datetime) -> None:
    assert practice.not_before < now - timedelta(hours=12)
    assert practice.not_after == now + timedelta(days=730)


def test_each_has_a_password_and_a_key_of_its_own(practice: Identity, now: datetime) -> None:
    content, password = make_practice_identity("Rhian Vaughan", now)
    other = read_identity(content, password, now)
    assert len(password) >= 32
    assert other.fingerprint != practice.fingerprint
    assert other.key not in content


def test_a_practice_name_is_marked_once_and_fits_a_certificate() -> None:
    assert practice_name("Practice inspector Ŵyn (PRACTICE)") == "Practice inspector Ŵyn (PRACTICE)"
    assert practice_name("") == "Practice inspector (PRACTICE)"
    assert practice_name("ŵ" * 80).endswith(" (PRACTICE)")
    assert len(practice_name("ŵ" * 80).encode()) in (63, 64)


def test_a_long_welsh_name_makes_a_certificate(now: datetime) -> None:
    content, password = make_practice_identity("ŵ" * 80, now)
    assert read_identity(content, password, now).practice
