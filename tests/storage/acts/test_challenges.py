# SPDX-License-Identifier: MIT
"""The factual-accuracy round: sent out, written down, decided with reason and change, ended when none is open."""

import pytest

from storage.acts import challenges, letters
from storage.errors import Refused
from storage.model.challenge import WHOLE, Challenge
from storage.model.letter import Letter
from storage.queries.challenges import challenge, challenges_of_letter, reply_due
from storage.store import Store
from tests.builders import a_letter, a_store, a_visit, again, join


@pytest.fixture
def shell(store: Store) -> Letter:
    """Give a letter that is ready to go out."""
    made = a_letter(store, a_visit(store), "Six of eight files held a plan.")
    for state in ("evidence_checked", "peer_reviewed", "privacy_checked"):
        letters.move(store, again(store, made), state)
    ready: Letter = again(store, made)
    return ready


def written(store: Store, shell: Letter, text: str = "It was seven of eight.", **fields: str) -> Challenge:
    found = challenge(store, challenges.write(store, shell, text, **fields))
    assert found is not None
    return found


def test_a_draft_goes_out_and_its_reply_is_due_in_working_days(store: Store, shell: Letter) -> None:
    challenges.send_out(store, shell, "2018-12-18")
    out = again(store, shell)
    assert out.status == "factual_accuracy_out"
    due = reply_due(out)
    assert due is not None
    # Christmas Day, Boxing Day and New Year's Day do not count, nor do weekends.
    assert due.due.latest.isoformat() == "2019-01-04"
    assert due.arithmetic == "2018-12-18 + 10 working days = 2019-01-04"


@pytest.mark.parametrize(("day", "days", "told"), [("soon", 10, "not a day"), ("2018-12-18", 0, "working day")])
def test_no_day_and_no_time_to_reply_are_refused(store: Store, shell: Letter, day: str, days: int, told: str) -> None:
    with pytest.raises(Refused, match=told):
        challenges.send_out(store, shell, day, days)


def test_a_draft_that_was_not_checked_does_not_go_out(store: Store) -> None:
    with pytest.raises(Refused, match="not ready"):
        challenges.send_out(store, a_letter(store, a_visit(store), "One."), "2018-12-18")


def test_each_comment_is_decided_with_reason_and_change(store: Store, shell: Letter) -> None:
    said = written(store, shell, said_by="Head of service", proof="Our file log")
    with pytest.raises(Refused, match="no words"):
        challenges.write(store, shell, " ")
    with pytest.raises(Refused, match="no such kind"):
        challenges.write(store, shell, "Words.", kind="insult")
    with pytest.raises(Refused, match="its reason"):
        challenges.decide(store, said, "rejected", " ")
    with pytest.raises(Refused, match="changes the letter"):
        challenges.decide(store, said, "accepted", "The log shows it.")
    with pytest.raises(Refused, match="no such decision"):
        challenges.decide(store, said, "perhaps", "The log shows it.")
    challenges.decide(store, said, "accepted", "The log shows it.", "“Six” is now “seven”.")
    now = again(store, said)
    assert (now.decision, now.reason, now.change) == ("accepted", "The log shows it.", "“Six” is now “seven”.")


def test_the_round_ends_when_no_comment_is_open(store: Store, shell: Letter) -> None:
    challenges.send_out(store, shell, "2018-12-18")
    first, mistaken = written(store, shell), written(store, shell, "Typed twice.")
    with pytest.raises(Refused, match=r"2 of|comments have no decision"):
        challenges.resolve(store, again(store, shell), challenges_of_letter(store, shell.id))
    challenges.withdraw(store, mistaken)
    challenges.decide(store, first, "rejected", "Two of us counted.")
    challenges.resolve(store, again(store, shell), challenges_of_letter(store, shell.id))
    assert again(store, shell).status == "comments_resolved"
    with pytest.raises(Refused, match="not out"):
        challenges.resolve(store, again(store, shell), ())


def test_a_comment_is_put_beside_its_paragraph(store: Store, shell: Letter) -> None:
    said = written(store, shell)
    challenges.place(store, said, "p1")
    assert again(store, said).paragraph_id == "p1"
    challenges.place(store, again(store, said), WHOLE)
    assert again(store, said).paragraph_id == WHOLE
    with pytest.raises(Refused, match="about a paragraph"):
        challenges.place(store, again(store, said), "")


def test_a_quality_reader_decides_nothing(store: Store, shell: Letter) -> None:
    said, reader = written(store, shell), a_store("Quality Reader")
    join(store, shell.stream_id, reader, "quality_reader")
    seen = challenge(reader, said.id)
    assert seen is not None
    with pytest.raises(Refused, match="role"):
        challenges.decide(reader, seen, "rejected", "Because.")
