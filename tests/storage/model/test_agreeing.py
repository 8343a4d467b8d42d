# SPDX-License-Identifier: MIT
"""A finding is agreed when each inspector agrees to it as it stands, and only then."""

from dataclasses import replace
from typing import Any

import pytest

from storage.model.agreeing import AGREED_TO, Yes, bereft_of, state_of, yes_to
from storage.model.agreement import Agreement
from storage.model.finding import Finding
from storage.model.ids import StreamId

FRAME: dict[str, Any] = {"stream_id": StreamId("s.d")}
FINDING = Finding(id="f", statement="Supervision is irregular.", state="proposed", supports=("n1", "n2"), **FRAME)
TWO = {"rhian": "lead", "tomos": "second"}


def a_yes(who: str, finding: Finding = FINDING) -> Agreement:
    said = {name: getattr(finding, name) for name in AGREED_TO}
    return Agreement(id=f"f.{who}", finding_id=finding.id, author=who, **FRAME, **said)


def test_both_must_agree_and_who_is_missing_is_said() -> None:
    assert yes_to(FINDING, [], TWO).missing == ("rhian", "tomos")
    half = yes_to(FINDING, [a_yes("tomos")], TWO)
    assert (half.agreed, half.missing, half.is_whole) == (("tomos",), ("rhian",), False)
    whole = yes_to(FINDING, [a_yes("tomos"), a_yes("rhian")], TWO)
    assert whole.is_whole
    assert state_of(FINDING, whole) == "agreed"
    assert state_of(FINDING, half) == "proposed"


@pytest.mark.parametrize(
    ("field", "value"),
    [("statement", "Supervision is thin."), ("polarity", "strength"), ("grade", "priority"), ("direction", "improved")],
)
def test_what_was_agreed_to_and_then_altered_asks_again(field: str, value: str) -> None:
    altered = replace(FINDING, state="agreed", **{field: value})
    asked = yes_to(altered, [a_yes("tomos"), a_yes("rhian")], TWO)
    assert (asked.asked_again, asked.agreed) == (("rhian", "tomos"), ())
    assert state_of(altered, asked) == "proposed"


def test_what_is_not_agreed_to_may_alter() -> None:
    altered = replace(FINDING, role="systemic", impact="Children wait.", areas=("QA1",))
    assert yes_to(altered, [a_yes("tomos"), a_yes("rhian")], TWO).is_whole


def test_one_inspector_alone_agrees_nothing() -> None:
    alone = yes_to(FINDING, [a_yes("rhian")], {"rhian": "lead"})
    assert (alone.missing, alone.unseated, alone.is_whole) == ((), ("second",), False)


def test_a_yes_of_a_reader_or_one_taken_back_does_not_count() -> None:
    back = replace(a_yes("tomos"), present=False)
    assert yes_to(FINDING, [back, a_yes("reader")], {**TWO, "reader": "quality_reader"}).agreed == ()


def test_a_finding_that_lost_its_last_support_is_bereft_until_somebody_looked() -> None:
    assert bereft_of(FINDING, {"n1"}) == ()
    assert bereft_of(FINDING, {"n1", "n2"}) == ("n1", "n2")
    assert bereft_of(replace(FINDING, looked_at=("n1", "n2")), {"n1", "n2"}) == ()
    assert bereft_of(replace(FINDING, looked_at=("n1",)), {"n1", "n2"}) == ("n1", "n2")
    assert bereft_of(replace(FINDING, supports=()), {"n1"}) == ()


def test_a_bereft_finding_is_agreed_no_longer_and_a_letter_keeps_its_own() -> None:
    whole = Yes(agreed=("rhian", "tomos"))
    assert state_of(replace(FINDING, state="agreed"), whole, ("n1",)) == "proposed"
    assert state_of(replace(FINDING, state="in_letter"), Yes(missing=("tomos",))) == "in_letter"
    assert state_of(replace(FINDING, state="hunch"), whole) == "hunch"
