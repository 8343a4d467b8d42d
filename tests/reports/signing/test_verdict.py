# SPDX-License-Identifier: MIT
"""The verdict in words: honest, complete, and never two things at once."""

from dataclasses import replace
from datetime import UTC, datetime

from reports.signing import verdict
from reports.signing.verdict import Saying, Signed, Verdict, plain_words

SIGNER = Signed(
    field="Sig1",
    name="Rhian Vaughan",
    role="Lead inspector",
    organisation="Care Inspectorate",
    when=datetime(2018, 10, 12, 14, 3, tzinfo=UTC),
    trusted=True,
    intact=True,
)


def test_a_verdict_without_a_signature_is_never_well() -> None:
    assert not Verdict().is_well
    assert plain_words(Verdict())[0] == verdict.NOT_WELL


def test_a_well_letter_says_who_when_by_which_clock_and_that_nothing_changed() -> None:
    assert plain_words(Verdict(signers=(SIGNER,))) == [
        verdict.WELL,
        "Signed by Rhian Vaughan on 12 October 2018 at 14:03 UTC, by the signer's own clock.",
        "The certificate adds: Lead inspector, Care Inspectorate.",
        verdict.INTACT,
        verdict.KNOWN,
    ]


def test_problems_come_before_the_signatures_and_remarks_after() -> None:
    found = Verdict((Saying("Broken: {what}.", (("what", "the end"),)),), (Saying("By the way."),), (SIGNER,))
    lines = plain_words(found)
    assert lines[:2] == [verdict.NOT_WELL, "Broken: the end."]
    assert lines[-1] == "By the way."


def test_a_practice_signature_never_sounds_like_a_real_one() -> None:
    lines = plain_words(Verdict(signers=(replace(SIGNER, practice=True, trusted=False),)))
    assert verdict.PRACTICE in lines
    assert verdict.KNOWN not in lines


def test_a_broken_practice_signature_does_not_claim_that_nothing_changed() -> None:
    broken = replace(SIGNER, practice=True, trusted=False, intact=False)
    lines = plain_words(Verdict((Saying("Broken."),), (), (broken,)))
    assert verdict.CHANGED in lines
    assert verdict.PRACTICE_BROKEN in lines
    assert verdict.PRACTICE not in lines


def test_a_signature_without_a_time_says_so() -> None:
    assert "Signed by Rhian Vaughan; the signature does not say when." in plain_words(
        Verdict(signers=(replace(SIGNER, when=None),))
    )


def test_braces_in_a_strangers_name_are_printed_as_they_are() -> None:
    assert any("{0.x}" in line for line in plain_words(Verdict(signers=(replace(SIGNER, name="{0.x}"),))))
