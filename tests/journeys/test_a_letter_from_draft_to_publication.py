# SPDX-License-Identifier: MIT
"""A letter in two languages: remarked on, checked by the authority, answered; signed, issued at once, published."""

from io import BytesIO
from typing import Any

import docx
import pytest

from reports import acts
from reports.acts import Wanted
from reports.countersign import countersigning
from reports.exports.letter_docx import as_docx
from reports.signing.identity import read_identity
from reports.signing.practice import make_practice_identity
from storage.acts import challenges, comments, letters, pairs
from storage.errors import Refused
from storage.imports.challenges import bring_in, comments_in, plan
from storage.job import run_now
from storage.model import clock
from storage.model.letter import WholeLetter
from storage.model.pair import SAME
from storage.queries.challenges import challenges_of_letter
from storage.queries.letter_states import steps_of_letter
from storage.queries.letters import whole_letter
from storage.queries.pairs import rows
from storage.store import Store
from tests.builders import a_finding, a_store, a_visit, hand_over, join


def whole(store: Store, letter_id: str) -> WholeLetter:
    found = whole_letter(store, letter_id)
    assert found is not None
    return found


def test_a_draft_is_remarked_on_translated_and_checked_by_the_authority() -> None:
    lead, reader = a_store("Lead Inspector"), a_store("Quality Reader")
    visit = a_visit(lead, illustration=True)
    a_finding(lead, visit, "Supervision is irregular.", polarity="weakness", state="agreed")
    english = run_now(acts.drafting(Wanted(visit.id, "visit_confirmation", date="2018-07-01")), lead)
    join(lead, visit.stream_id, reader, "quality_reader")

    # The quality reader asks; the lead rewords.
    first = whole(reader, english).sections[0].paragraphs[0]
    comments.say_to_letter(reader, whole(reader, english).letter, first, "Which days?", "question")
    hand_over(reader, lead, visit.stream_id)
    paragraph = whole(lead, english).sections[0].paragraphs[0]
    letters.reword(lead, paragraph.sentences[0], "I confirm our visit on 10 and 11 July 2018.")

    # The Welsh follows from the same facts, and says by itself where it must follow.
    welsh = run_now(acts.drafting(Wanted(visit.id, "visit_confirmation", "cy", "2018-07-01", pair_id=english)), lead)
    [moved] = [row for row in rows(lead, whole(lead, english).letter) if row.state != SAME]
    assert moved.first is not None
    assert moved.second is not None
    letters.reword(lead, moved.second.sentences[0], "Cadarnhaf ein hymweliad ar 10 ac 11 Gorffennaf 2018.")
    [moved] = [row for row in rows(lead, whole(lead, english).letter) if row.state != SAME]
    assert moved.first is not None
    assert moved.second is not None
    pairs.follow(lead, moved.first, moved.second)
    assert all(row.state == SAME for row in rows(lead, whole(lead, welsh).letter))

    # The draft goes out in Word, comes back with a comment, and is answered.
    for state in ("evidence_checked", "peer_reviewed", "privacy_checked"):
        letters.move(lead, whole(lead, english).letter, state)
    challenges.send_out(lead, whole(lead, english).letter, "2018-07-02", 5)
    back: Any = docx.Document(BytesIO(as_docx(whole(lead, english))))
    about = next(each for each in back.paragraphs if each.text.startswith("I confirm our visit"))
    back.add_comment(about.runs, "We agreed on 12 July.", author="Head of service")
    file = BytesIO()
    back.save(file)
    bring_in(lead, plan(lead, whole(lead, english), "d" * 64, comments_in(file.getvalue())))
    [said] = challenges_of_letter(lead, english)
    assert said.paragraph_id == paragraph.paragraph.id
    challenges.decide(lead, said, "rejected", "The agreed days are in our letter of 1 June.")
    challenges.resolve(lead, whole(lead, english).letter, challenges_of_letter(lead, english))
    reply = run_now(acts.drafting(Wanted(visit.id, "accuracy_reply", date="2018-07-09")), lead)
    told = " ".join(p.text for section in whole(lead, reply).sections for p in section.paragraphs)
    assert "“We agreed on 12 July”. We do not accept this." in told


def test_both_languages_are_signed_and_go_out_at_once_and_one_is_published() -> None:
    lead = a_store("Lead Inspector")
    visit = a_visit(lead, illustration=True)
    english = run_now(acts.drafting(Wanted(visit.id, "visit_confirmation", date="2018-07-01")), lead)
    welsh = run_now(acts.drafting(Wanted(visit.id, "visit_confirmation", "cy", "2018-07-01", pair_id=english)), lead)
    letters.amend(lead, whole(lead, english).letter, second_signatory="Siân Parry")
    identity = read_identity(*make_practice_identity("Lead Inspector", clock.now()), clock.now())
    for letter_id in (english, welsh):
        run_now(acts.signing(acts.preview(lead, letter_id), identity, clock.now()), lead)
    with pytest.raises(Refused, match="second signatory"):
        pairs.issue(lead, whole(lead, english).letter)
    assert run_now(countersigning(whole(lead, english).letter, identity, clock.now()), lead).verdict.is_well
    pairs.issue(lead, whole(lead, english).letter)
    assert whole(lead, welsh).letter.status == "issued"
    letters.move(lead, whole(lead, english).letter, "published", "The council has had it for two weeks.")
    steps = steps_of_letter(lead, whole(lead, english).letter)
    assert [each.state for each in steps] == ["signed", "issued", "published"]
    assert steps[-1].reason == "The council has had it for two weeks."
