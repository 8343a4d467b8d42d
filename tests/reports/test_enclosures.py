# SPDX-License-Identifier: MIT
"""What goes with a letter, from the act to the signed file: named on the page, carried within, checked before."""

from io import BytesIO

import pikepdf
import pytest

from reports import acts, enclosures
from reports.checks.checking import checked
from reports.exports.letter import blocks
from reports.facts import facts_of
from reports.pdf.heard import heard
from reports.signing.identity import Identity
from storage.acts import enclosures as deeds
from storage.acts.attachments import Incoming
from storage.acts.enclosures import Enclosable
from storage.acts.guarded import guard
from storage.errors import Refused, StoreTrouble
from storage.gesture import Gesture
from storage.job import run_now
from storage.model import clock
from storage.model.enclosure import Enclosure
from storage.model.letter import WholeLetter
from storage.queries.letters import whole_letter
from storage.store import Store
from tests.builders import a_letter, a_visit, again
from tests.reports.checks.desk import a_desk

_PLAN = b"The plan, line by line.\r\n"


def _whole(store: Store, letter_id: str) -> WholeLetter:
    found = whole_letter(store, letter_id)
    assert found is not None
    return found


def _with_plan(store: Store, letter_id: str, title: str = "Annex A: the plan") -> WholeLetter:
    shell = _whole(store, letter_id).letter
    deeds.enclose(store, shell, [Enclosable(title, Incoming("plan.txt", _PLAN))])
    return _whole(store, letter_id)


def _drafted(store: Store, language: str = "en") -> WholeLetter:
    facts = facts_of(store, a_visit(store).id, "2018-10-12")
    return _whole(store, acts.draft(store, facts, "monitoring_visit", language))


def _inside(data: bytes) -> dict[str, bytes]:
    with pikepdf.open(BytesIO(data)) as read:
        return {each.filename: each.get_file().read_bytes() for each in read.attachments.values()}


def test_a_signed_letter_carries_what_goes_with_it(store: Store, practice_file: list[str]) -> None:
    store.marks.keep("practice_identity", practice_file)
    letter = _with_plan(store, _drafted(store).letter.id)
    seen = acts.preview(store, letter.letter.id, practice=True)
    assert _inside(seen.pdf) == {"Annex A the plan.txt": _PLAN}
    signed = run_now(acts.signing(seen, acts.practice_identity(store), clock.now()), store)
    assert signed.verdict.is_well
    assert _inside(signed.pdf) == {"Annex A the plan.txt": _PLAN}
    assert acts.verdict_on(store, again(store, letter.letter)).is_well


def test_a_letter_is_not_signed_with_other_enclosures_than_were_seen(store: Store, practice_file: list[str]) -> None:
    store.marks.keep("practice_identity", practice_file)
    letter = _drafted(store)
    seen = acts.preview(store, letter.letter.id, practice=True)
    _with_plan(store, letter.letter.id)
    identity: Identity = acts.practice_identity(store)
    with pytest.raises(Refused, match="changed since"):
        run_now(acts.signing(seen, identity, clock.now()), store)
    seen = acts.preview(store, letter.letter.id, practice=True)
    deeds.retitle(store, _whole(store, letter.letter.id).enclosures[0].enclosure, "Annex B")
    with pytest.raises(Refused, match="changed since"):
        run_now(acts.signing(seen, identity, clock.now()), store)


@pytest.mark.parametrize(("language", "label"), [("en", "Enclosures"), ("cy", "Amgaeadau")])
def test_the_letter_names_what_goes_with_it(store: Store, language: str, label: str) -> None:
    letter = _with_plan(store, _drafted(store, language).letter.id, "Ŵyn")
    said = [each.text for each in heard(letter)]
    assert any(each.startswith(f"{label}, ") and each.endswith(": Ŵyn (TXT, 1 kB)") for each in said)
    lines = [line for block in blocks(letter) for line in block.lines]
    assert f"{label}: Ŵyn (TXT, 1 kB)" in lines


def test_a_letter_without_enclosures_says_nothing_of_any(store: Store) -> None:
    letter = _drafted(store)
    assert not any("nclosures" in each.text for each in heard(letter))
    assert not any("nclosures" in line for block in blocks(letter) for line in block.lines)


def test_the_next_titles_are_those_that_are_free(store: Store) -> None:
    letter = a_letter(store, a_visit(store), "We came.")
    assert enclosures.next_titles(_whole(store, letter.id), 2) == ["Annex A", "Annex B"]
    whole = _with_plan(store, letter.id, "Annex A: the plan")
    assert enclosures.next_titles(whole, 1) == ["Annex B"]
    assert enclosures.next_titles(whole, 26)[-2:] == ["Annex Z", "Annex AA"]


def test_the_checks_read_what_goes_with_a_letter_and_its_title(store: Store) -> None:
    desk = a_desk(store)
    shell = desk.whole().letter
    guard(store, desk.visit.id, ["Megan Pritchard"])
    deeds.enclose(store, shell, [Enclosable("Annex A", Incoming("m.txt", b"Seen: Megan Pritchard."))])
    (hit,) = [each for each in checked(store, shell.id).open if each.place == "attachment"]
    assert (hit.fragment, hit.about) == ("Megan Pritchard", "Annex A")
    deeds.retitle(store, desk.whole().enclosures[0].enclosure, "Annex A: Megan Pritchard")
    assert len([each for each in checked(store, shell.id).open if each.place == "attachment"]) == 2
    deeds.withdraw(store, desk.whole().enclosures[0])
    assert not [each for each in checked(store, shell.id).open if each.place == "attachment"]


def test_a_file_that_is_not_here_keeps_a_letter_from_being_laid_out(store: Store) -> None:
    letter = _with_plan(store, _drafted(store).letter.id)
    kept = letter.enclosures[0].document
    assert kept is not None
    opened = enclosures.openers(store, letter)
    store.shelf.remove(kept.sealed)
    with pytest.raises(StoreTrouble, match="not on this computer"):
        enclosures.carried(letter, opened)
    with pytest.raises(StoreTrouble, match="not on this computer"):
        acts.preview(store, letter.letter.id, practice=True)


def test_an_enclosure_whose_record_has_not_come_is_asked_for(store: Store) -> None:
    letter = _drafted(store).letter
    gesture = Gesture("enclosures.enclose", store.me)
    frame = {"letter_id": letter.id, "document_id": "away", "order": "0010"}
    gesture.add(Enclosure(id="e", stream_id=letter.stream_id, title="Annex A", **frame))
    store.record(*gesture.changes)
    with pytest.raises(Refused, match="not on this computer yet"):
        acts.preview(store, letter.id)
    assert [each.about for each in checked(store, letter.id).hits if each.check == "unread"] == ["Annex A"]
