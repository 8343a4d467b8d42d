# SPDX-License-Identifier: MIT
"""Recovery officers: two give a store back, one cannot, the wrong two cannot; damage and forgery are told."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from storage import keys, officers
from storage.acts import members
from storage.backup import backing_up
from storage.errors import BadFile, Refused, WrongPassphrase
from storage.incidents import incidents
from storage.job import run_now
from storage.officers import Paper
from storage.queries.notes import notes_of_visit
from storage.restore import restore
from storage.store import Store, open_store
from tests.builders import PASSPHRASE, a_note, a_store, a_visit

NEW = "another lantern entirely"
Make = Callable[..., tuple[Store, str]]


@pytest.fixture
def three() -> Iterator[tuple[Store, Store, Store]]:
    """Give the laptops of three officers."""
    made = a_store("Officer One"), a_store("Officer Two"), a_store("Officer Three")
    yield made
    for each in made:
        each.close()


@pytest.fixture
def owner(folder_store: Make, three: tuple[Store, Store, Store]) -> tuple[Store, Path]:
    """Give a store of which the three are the officers, and its folder."""
    store, _code = folder_store("owner")
    officers.appoint(store, [members.my_card(each) for each in three])
    assert store.folder is not None
    return store, store.folder


def _asked(owner: tuple[Store, Path]) -> tuple[Paper, str]:
    request = officers.ask(owner[1], "Practice Inspector", NEW)
    return request, " ".join(request.words)


def test_two_officers_together_give_a_store_back(
    owner: tuple[Store, Path], three: tuple[Store, Store, Store], tmp_path: Path
) -> None:
    store, folder = owner
    store.close()
    request, said = _asked(owner)
    officers.write(request, tmp_path / "request")
    half = officers.open_first(three[2], officers.read(tmp_path / "request"), said)
    officers.write(half, tmp_path / "half")
    answer = officers.open_second(three[0], officers.read(tmp_path / "half"), said)
    officers.write(answer, tmp_path / "answer")
    officers.take(folder, officers.read(tmp_path / "answer"), NEW)
    again = open_store(folder, NEW)
    assert again.device.id == store.device.id
    again.close()
    with pytest.raises(WrongPassphrase):
        open_store(folder, PASSPHRASE)
    assert [each["what"] for each in incidents(folder)] == ["officers appointed", "recovered by officers"]


def test_the_recovery_code_still_opens_it_afterwards(folder_store: Make, three: tuple[Store, Store, Store]) -> None:
    store, code = folder_store("coded")
    officers.appoint(store, [members.my_card(each) for each in three[:2]])
    assert store.folder is not None
    request = officers.ask(store.folder, "Practice Inspector", NEW)
    said = " ".join(request.words)
    answer = officers.open_second(three[1], officers.open_first(three[0], request, said), said)
    officers.take(store.folder, answer, NEW)
    assert keys.unlock(store.folder, code).store == keys.unlock(store.folder, NEW).store


def test_one_officer_alone_fails(owner: tuple[Store, Path], three: tuple[Store, Store, Store]) -> None:
    one = three[0]
    request, said = _asked(owner)
    half = officers.open_first(one, request, said)
    with pytest.raises(Refused, match="not the one of a recovery officer"):
        officers.open_second(one, half, said)
    with pytest.raises(BadFile, match="another file"):
        officers.open_second(one, request, said)
    forged = replace(half, seals=tuple({**seal, "second": one.device.id} for seal in half.seals))
    with pytest.raises(BadFile, match="damaged"):
        officers.open_second(one, forged, said)
    assert all(one.device.unwrap(officers._raw(seal["box"])) is None for seal in half.seals)


def test_the_wrong_pair_fails(owner: tuple[Store, Path], three: tuple[Store, Store, Store]) -> None:
    stranger = a_store("Stranger")
    request, said = _asked(owner)
    with pytest.raises(Refused, match="not the one of a recovery officer"):
        officers.open_first(stranger, request, said)
    with pytest.raises(Refused, match="not the one of a recovery officer"):
        officers.open_second(stranger, officers.open_first(three[0], request, said), said)
    stranger.close()


def test_a_damaged_slot_says_so_and_another_pair_still_works(
    owner: tuple[Store, Path], three: tuple[Store, Store, Store]
) -> None:
    one, two, third = three
    file = owner[1] / keys.FILE
    plain = json.loads(file.read_text("utf-8"))
    for slot in plain["slots"]:
        if one.device.id == slot.get("first"):
            slot["box"] = slot["box"][:40] + ("B" if slot["box"][40] == "A" else "A") + slot["box"][41:]
    file.write_text(json.dumps(plain), "utf-8")
    request, said = _asked(owner)
    with pytest.raises(BadFile, match="damaged"):
        officers.open_first(one, request, said)
    answer = officers.open_second(third, officers.open_first(two, request, said), said)
    officers.take(owner[1], answer, NEW)
    assert keys.unlock(owner[1], NEW).master == owner[0].unlocked.master


def test_neither_a_thief_nor_the_first_officer_gets_it_sent_to_herself(
    owner: tuple[Store, Path], three: tuple[Store, Store, Store]
) -> None:
    request, said = _asked(owner)
    thief = officers.ask(owner[1], "Practice Inspector", "the thief's own words")
    with pytest.raises(Refused, match="not the words"):
        officers.open_first(three[0], thief, said)
    half = officers.open_first(three[0], request, said)
    turned = replace(half, salt=thief.salt, box_key=thief.box_key)
    with pytest.raises(Refused, match="not the words"):
        officers.open_second(three[1], turned, said)


def test_an_answer_wants_the_passphrase_it_was_asked_with_and_its_own_store(
    owner: tuple[Store, Path], three: tuple[Store, Store, Store], folder_store: Make
) -> None:
    request, said = _asked(owner)
    answer = officers.open_second(three[1], officers.open_first(three[0], request, said), said)
    with pytest.raises(WrongPassphrase):
        officers.take(owner[1], answer, "something else")
    other, _code = folder_store("other")
    assert other.folder is not None
    with pytest.raises(Refused, match="another store"):
        officers.take(other.folder, answer, NEW)
    with pytest.raises(BadFile, match="damaged"):
        officers.take(owner[1], replace(answer, seals=({"box": answer.seals[0]["box"][:-8]},)), NEW)


def test_a_rehearsal_goes_the_whole_way_and_opens_nothing(
    owner: tuple[Store, Path], three: tuple[Store, Store, Store]
) -> None:
    store, folder = owner
    assert officers.officers(store).tried == ""
    request = officers.ask_to_try(store)
    said = " ".join(request.words)
    answer = officers.open_second(three[1], officers.open_first(three[0], request, said), said)
    with pytest.raises(WrongPassphrase):
        officers.take(folder, answer, "for practice")
    officers.take_trial(store, answer)
    assert officers.officers(store).tried
    assert not keys.fits(folder, officers.secret_in(answer, officers.rehearsing(store)))
    officers.ask_to_try(store)
    with pytest.raises(Refused, match="newest rehearsal"):
        officers.take_trial(store, answer)
    assert incidents(folder)[-1] == {**incidents(folder)[-1], "what": "recovery rehearsed", "rehearsal": 1}


def test_a_dead_laptop_comes_back_from_a_backup_and_two_officers(
    owner: tuple[Store, Path], three: tuple[Store, Store, Store], tmp_path: Path
) -> None:
    store, _folder = owner
    visit = a_visit(store)
    a_note(store, visit, "The words of a child.")
    (tmp_path / "stick").mkdir()
    backup = Path(run_now(backing_up(tmp_path / "stick"), store).file)
    request = officers.ask_of_backup(backup, "Practice Inspector", NEW)
    said = " ".join(request.words)
    answer = officers.open_second(three[1], officers.open_first(three[0], request, said), said)
    master = officers.secret_in(answer, NEW)
    restore(backup, tmp_path / "new", master)
    officers.take(tmp_path / "new", answer, NEW)
    found = open_store(tmp_path / "new", NEW)
    assert [each.text for each in notes_of_visit(found, visit.id)] == ["The words of a child."]
    assert found.device.id != store.device.id
    found.close()
    with pytest.raises(BadFile):
        officers.ask_of_backup(tmp_path / "new" / keys.FILE, "Practice Inspector", NEW)


def test_officers_are_two_other_people_and_can_be_dismissed(
    owner: tuple[Store, Path], three: tuple[Store, Store, Store]
) -> None:
    store, folder = owner
    cards = [members.my_card(each) for each in three]
    for wrong in ([cards[0]], [cards[0], cards[0]], [cards[0], members.my_card(store)]):
        with pytest.raises(Refused):
            officers.appoint(store, wrong)
    assert len(keys.officers_slots(folder)) == 6
    officers.appoint(store, [])
    assert keys.officers_slots(folder) == []
    with pytest.raises(Refused, match="no recovery officers"):
        officers.ask(folder, "Practice Inspector", NEW)
    with pytest.raises(Refused, match="no recovery officers"):
        officers.ask_to_try(store)


def test_a_new_passphrase_of_ones_own_leaves_the_officers_able(
    owner: tuple[Store, Path], three: tuple[Store, Store, Store]
) -> None:
    keys.change_passphrase(owner[1], PASSPHRASE, "changed by herself")
    request, said = _asked(owner)
    officers.take(owner[1], officers.open_second(three[1], officers.open_first(three[0], request, said), said), NEW)
    assert keys.unlock(owner[1], NEW).master == owner[0].unlocked.master


@pytest.mark.parametrize(
    "text", ["", "{}", "[]", "null", "[" * 3000, '{"seals": 3}', '{"seals": [], "is_drill": true}']
)
def test_what_is_no_file_of_a_recovery_is_told(tmp_path: Path, text: str) -> None:
    (tmp_path / "x").write_text(text, "utf-8")
    with pytest.raises(BadFile):
        officers.read(tmp_path / "x")
