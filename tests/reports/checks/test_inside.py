# SPDX-License-Identifier: MIT
"""Files that go with a letter are looked through as the letter is; one that cannot be read holds it up, and says so."""

import pytest

from reports.checks.checking import Checked
from reports.checks.inside import attached
from storage import documents
from storage.acts import excuses
from storage.acts.guarded import guard
from storage.store import Store
from tests.reports.checks.desk import Desk, a_desk
from tests.reports.checks.files import PDF, TABLE, WORD, a_pdf, a_scan, a_word_file, a_workbook

_NAME = "Megan Pritchard"


def _with_file(store: Store, data: bytes, media_type: str, title: str = "evidence") -> Desk:
    desk = a_desk(store)
    guard(store, desk.visit.id, [f"{_NAME}; 4 March 2009"])
    documents.keep(store, desk.visit.stream_id, data, subject=desk.letter_id, title=title, media_type=media_type)
    return desk


def _told(checked: Checked) -> set[tuple[str, str, str]]:
    return {(each.check, each.fragment, each.about) for each in checked.hits if each.place == "attachment"}


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (f"Seen with {_NAME} at home.".encode(), "text/plain"),
        (a_pdf("Seen with Megan", "Pritchard at home."), PDF),
        (a_word_file(f"Seen with {_NAME} at home."), WORD),
        (a_workbook(("Who",), (_NAME,)), TABLE),
    ],
)
def test_a_name_inside_a_file_holds_the_letter_up(store: Store, data: bytes, media_type: str) -> None:
    checked = _with_file(store, data, media_type).checked()
    words = " ".join(each for _check, each, _about in sorted(_told(checked)))
    assert "Megan" in words
    assert "Pritchard" in words
    assert {(check, about) for check, _words, about in _told(checked)} == {("name", "evidence")}
    assert {each.place for each in checked.open} >= {"attachment"}


def test_a_file_without_a_name_holds_nothing_up(store: Store) -> None:
    assert _told(_with_file(store, a_word_file("Six of eight files held a current plan."), WORD).checked()) == set()


def test_a_files_name_is_looked_at_too(store: Store) -> None:
    desk = _with_file(store, b"Nothing here.", "text/plain", title="megan-pritchard.txt")
    assert {check for check, _words, _about in _told(desk.checked())} == {"name"}


@pytest.mark.parametrize(("data", "media_type"), [(a_scan(), PDF), (b"\x89PNG", "image/png")])
def test_what_cannot_be_read_says_so_and_may_be_excused(store: Store, data: bytes, media_type: str) -> None:
    desk = _with_file(store, data, media_type)
    (hit,) = [each for each in desk.checked().open if each.check == "unread"]
    assert (hit.place, hit.about) == ("attachment", "evidence")
    excuses.excuse(store, desk.whole().letter, hit.check, hit.key, "I have read it: a chart without names.")
    assert hit.key not in {each.key for each in desk.checked().open}


def test_only_some_words_are_kept_round_what_was_found(store: Store) -> None:
    desk = _with_file(store, (f"{'plain words ' * 60}{_NAME} {'more words ' * 60}").encode(), "text/plain")
    (hit, *_rest) = [each for each in desk.checked().hits if each.place == "attachment"]
    assert len(hit.text) < 200
    assert hit.fragment in _NAME


def test_a_file_that_is_not_here_was_not_read() -> None:
    assert not attached("list.docx", "d" * 64, None, WORD).whole
