# SPDX-License-Identifier: MIT
"""What the office said is told with what to do: the gravest first, and nothing where there is nothing to tell."""

from storage.queries.standing import Stand
from ui.models.office_words import of_device, of_visit


def test_of_a_visit_as_any_other_nothing_is_said() -> None:
    assert of_visit(Stand(5, 3), is_revoked=False) is None
    assert of_device(is_revoked=False, closed=0, held_back=0) is None


def test_revoked_is_said_before_a_seat_that_is_gone_and_that_before_what_is_held() -> None:
    held, closed = Stand(5, 3, held=2), Stand(5, 3, held=2, is_closed=True)
    told = [of_visit(held, is_revoked=False), of_visit(closed, is_revoked=False), of_visit(closed, is_revoked=True)]
    assert [word.message for word in told if word] == [
        "2 changes are held for the office.",
        "You have no seat in this visit any more. 2 changes are held for the office.",
        "The office has revoked this device. 2 changes are held for the office.",
    ]
    assert [word.tone for word in told if word] == ["warn", "bad", "bad"]
    assert len({word.advice for word in told if word}) == 3


def test_of_the_whole_laptop_it_is_said_of_how_many_records() -> None:
    word = of_device(is_revoked=False, closed=2, held_back=1)
    assert word is not None
    assert word.message == "You have no seat any more in 2 records. 1 change is held for the office."
    assert "lead inspector" in word.advice
