# SPDX-License-Identifier: MIT
"""A letter as it stood: which moments there are, and what it said at each, whoever amended it since."""

from collections.abc import Callable

from storage.acts import enclosures, letters, pairs
from storage.acts.attachments import Incoming
from storage.acts.enclosures import Enclosable
from storage.job import run_now
from storage.model.letter import Letter, WholeLetter
from storage.model.letter_diff import CHANGED, GONE, MOVED, MOVED_CHANGED, NEW, SAME, compare, parts_of
from storage.queries.letter_moments import (
    DRAFTED,
    NOW,
    PAIRED,
    SITTING,
    STATE,
    LetterLog,
    Since,
    earlier,
    letter_at,
    letter_log,
    moments,
    reading,
)
from storage.queries.letters import whole_letter
from storage.store import Store
from tests.builders import FakeClock, a_letter, a_store, a_visit, again, hand_over, join


def log_of(store: Store, letter: Letter) -> LetterLog:
    found = letter_log(store, letter.id)
    assert found is not None
    return found


def whole(store: Store, letter: Letter) -> WholeLetter:
    found = whole_letter(store, letter.id)
    assert found is not None
    return found


def test_a_letter_stands_again_as_it_did_when_it_came_into_a_state(store: Store, clock: FakeClock) -> None:
    letter = a_letter(store, a_visit(store), "Supervision is irregular.")
    first = whole(store, letter).sections[0]
    letters.add_paragraph(store, first.section, "0020", "Thank you.")
    clock.step(days=1)
    letters.move(store, again(store, letter), "evidence_checked")
    letters.reword(store, whole(store, letter).sections[0].paragraphs[0].sentences[0], "Supervision is rare.")
    letters.reorder(store, whole(store, letter).sections[0].paragraphs[0].paragraph, "0030")
    log = log_of(store, letter)
    every = moments(log)
    assert [(each.code, each.state) for each in every] == [
        (DRAFTED, ""),
        (STATE, "evidence_checked"),
        (NOW, ""),
    ]
    assert earlier(log, every, Since(letter)).code == STATE
    assert earlier(log, every, Since(letter, DRAFTED)).code == DRAFTED
    then, now = letter_at(log, every[1]), letter_at(log, every[-1])
    assert parts_of(now) == parts_of(whole(store, letter))
    assert then.letter.status == "evidence_checked"
    said = [each.text for each in parts_of(then) if each.is_paragraph]
    assert said == ["Supervision is irregular.", "Thank you."]
    lines = [line for line in compare(parts_of(then), parts_of(now)) if line.part.is_paragraph]
    assert [line.state for line in lines] in ([SAME, MOVED_CHANGED], [MOVED, CHANGED])


def test_what_a_colleague_left_is_a_moment_of_its_own_and_the_withdrawn_comes_back(clock: FakeClock) -> None:
    lead, second = a_store("Lead Inspector"), a_store("Second Inspector")
    visit = a_visit(lead)
    letter = a_letter(lead, visit, "One.", "Two.")
    join(lead, visit.stream_id, second)
    part = whole(second, letter).sections[0].paragraphs[0]
    clock.step(hours=1)
    letters.add_sentence(second, part.paragraph, "00011", "One and a half.")
    hand_over(second, lead, visit.stream_id)
    letters.withdraw(lead, whole(lead, letter).sections[0].paragraphs[0].sentences[-1])
    log = log_of(lead, letter)
    sitting = next(each for each in moments(log) if each.code == SITTING)
    assert sitting.by == "Second Inspector"
    assert [each.text for each in parts_of(letter_at(log, sitting))] == ["One. One and a half. Two."]
    assert [each.text for each in parts_of(whole(lead, letter))] == ["One. One and a half."]
    lead.close()
    second.close()


def test_the_moment_of_pairing_is_there_for_both_languages(store: Store) -> None:
    visit = a_visit(store)
    english, welsh = a_letter(store, visit, "Thank you."), a_letter(store, visit, "Diolch.")
    letters.amend(store, again(store, welsh), language="cy")
    pairs.join(store, whole(store, english), whole(store, welsh))
    letters.reword(store, whole(store, english).sections[0].paragraphs[0].sentences[0], "Thank you all.")
    log = log_of(store, english)
    paired = next(each for each in moments(log) if each.code == PAIRED)
    lines = compare(parts_of(letter_at(log, paired)), parts_of(letter_at(log, moments(log)[-1])))
    assert [line.state for line in lines if line.part.is_paragraph] == [CHANGED]
    assert not {GONE, NEW} & {line.state for line in lines}
    assert PAIRED in {each.code for each in moments(log_of(store, welsh))}


def test_the_log_is_read_on_a_connection_of_its_own(
    folder_store: Callable[..., tuple[Store, str]], store: Store
) -> None:
    there, _code = folder_store()
    letter = a_letter(there, a_visit(there), "Thank you.")
    there.settle()
    read = run_now(reading(letter.id), there)
    assert read == log_of(there, letter)
    assert run_now(reading("nothing"), store) is None


def test_what_went_with_the_letter_is_told_by_its_titles(store: Store, clock: FakeClock) -> None:
    letter = a_letter(store, a_visit(store), "We came.")
    files = [Enclosable(title, Incoming("a.txt", title.encode())) for title in ("Annex A", "Annex B")]
    enclosures.enclose(store, letter, files)
    clock.step(days=1)
    letters.move(store, again(store, letter), "evidence_checked")
    first, second = whole(store, letter).enclosures
    enclosures.retitle(store, first.enclosure, "Annex A: the plan")
    enclosures.withdraw(store, second)
    log = log_of(store, letter)
    then = next(each for each in moments(log) if each.code == STATE)
    before, after = (parts_of(each) for each in (letter_at(log, then), whole(store, letter)))
    assert [each.text for each in before][-2:] == ["Annex A", "Annex B"]
    told = [(each.part.text, each.state) for each in compare(before, after)]
    assert told[-2:] == [("Annex A: the plan", CHANGED), ("Annex B", GONE)]
