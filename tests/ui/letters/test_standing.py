# SPDX-License-Identifier: MIT
"""What the card says of a letter's way: who and when, what is due, what the pair and the wording lack."""

from dataclasses import replace

from storage.acts import challenges, letters
from storage.acts.pairs import join
from storage.queries.letters import whole_letter
from tests.builders import a_letter
from tests.storage.acts.test_letters import sealed
from tests.ui.letters.conftest import Written
from ui.letters.standing import lines, step_words


def test_a_plain_draft_has_nothing_to_say(written: Written) -> None:
    assert lines(written.store, written.whole().letter) == []


def test_the_round_says_when_its_reply_is_due_and_what_is_open(written: Written) -> None:
    for state in ("evidence_checked", "peer_reviewed", "privacy_checked"):
        letters.move(written.store, written.whole().letter, state)
    challenges.send_out(written.store, written.whole().letter, "2018-10-12")
    challenges.write(written.store, written.whole().letter, "It was seven.")
    said = lines(written.store, written.whole().letter)
    assert said[0] == "The authority's reply was due on 26 October 2018: it is overdue."
    assert said[1] == "1 comment of the authority is open."
    letters.move(written.store, written.whole().letter, "drafting")
    letters.move(written.store, written.whole().letter, "abandoned", "It was drafted by mistake.")
    assert lines(written.store, written.whole().letter)[0].endswith("Reason: It was drafted by mistake.")


def test_a_sealed_letter_says_who_must_still_sign_and_why_it_is_kept_back(written: Written) -> None:
    store = written.store
    letters.amend(store, written.whole().letter, second_signatory="Siân Parry")
    sealed(store, written.whole().letter)
    assert "Siân Parry has not countersigned it yet." in lines(store, written.whole().letter)
    countersigned = replace(written.whole().letter, countersigned_id="d", countersigned_by="Siân Parry")
    assert "Countersigned by Siân Parry." in lines(store, countersigned)
    embargoed = replace(countersigned, status="embargoed", embargo_until="2018-11-01")
    assert "It may be published from 1 November 2018." in lines(store, embargoed)


def test_the_pair_says_how_much_must_follow(written: Written) -> None:
    store = written.store
    welsh = a_letter(store, written.visit, "Un.")
    letters.amend(store, welsh, language="cy", kind="monitoring_visit")
    other = whole_letter(store, welsh.id)
    assert other is not None
    join(store, written.whole(), other)
    assert [each for each in lines(store, written.whole().letter) if "Cymraeg" in each] == [
        "6 paragraphs do not say the same in Cymraeg."
    ]


def test_a_step_says_its_reason() -> None:
    from storage.queries.letter_states import Step

    step = Step("withdrawn", "2018-10-12T09:00:00+00:00", "Practice Inspector", "It named a child.")
    assert step_words(step) == "Withdrawn: Practice Inspector, 12 October 2018. Reason: It named a child."
