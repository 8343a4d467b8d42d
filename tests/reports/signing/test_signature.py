# SPDX-License-Identifier: MIT
"""One signature by itself: who, when, intact. The ways to tamper are in test_verify.py."""

from datetime import datetime
from io import BytesIO

from pyhanko.pdf_utils.reader import PdfFileReader

from reports.signing.identity import Identity
from reports.signing.sign import Occasion, sign
from reports.signing.signature import NOT_KNOWN, judge
from reports.signing.verdict import Saying


def test_a_good_signature_names_its_signer_and_has_nothing_against_it(
    signed: bytes, practice: Identity, now: datetime
) -> None:
    (only,) = PdfFileReader(BytesIO(signed)).embedded_signatures
    signer, problems = judge(signed, only, (), now)
    assert problems == []
    assert (signer.name, signer.organisation, signer.when) == (practice.name, practice.organisation, now)
    assert signer.fingerprint == practice.fingerprint


def test_a_practice_certificate_may_be_known_as_well(signed: bytes, practice: Identity, now: datetime) -> None:
    (only,) = PdfFileReader(BytesIO(signed)).embedded_signatures
    signer, _problems = judge(signed, only, [practice.certificate], now)
    assert (signer.practice, signer.trusted) == (True, True)


def test_a_strangers_signature_is_intact_but_not_known(unsigned: bytes, known: Identity, now: datetime) -> None:
    letter = sign(unsigned, known, Occasion(now))
    (only,) = PdfFileReader(BytesIO(letter)).embedded_signatures
    signer, problems = judge(letter, only, (), now)
    assert (signer.intact, signer.trusted) == (True, False)
    assert problems == [Saying(NOT_KNOWN, (("name", known.name),))]
