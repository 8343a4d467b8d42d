# SPDX-License-Identifier: MIT
"""What notes are filed under: the hits are those of reading every note, whether filed at once, in steps, or cut."""

import random
from collections.abc import Iterator

import pytest

from storage.acts import notes
from storage.queries.found import found
from storage.search import filing, index
from storage.search.english import stem
from storage.search.filing import document, documenting, mark
from storage.search.query import Sought, Term, question
from storage.search.tongue import ENGLISH, WELSH, sentences
from storage.search.welsh import radicals
from storage.steps import whole
from storage.store import Store
from tests.builders import a_visit

ENGLISH_WORDS = "the plan plans planned planning happy happiness hoping hope sensible sensibility files of a care 2018"
WELSH_WORDS = "mae y plentyn blentyn mhlentyn phlentyn cynllun nghynllun gynllun henw enw yr tŷ dŷ waith gwaith"
OTHERS = "Ελλάδα naïve h2o QA1 Привет x² café שלום ﬁle"


def _texts(count: int) -> Iterator[str]:
    """Yield notes of sentences in one language, in the other, and in neither."""
    chance = random.Random(14)
    for _ in range(count):
        told = [chance.choice((ENGLISH_WORDS, WELSH_WORDS, OTHERS)).split() for _ in range(chance.randrange(1, 4))]
        yield " ".join(" ".join(chance.choices(words, k=chance.randrange(1, 8))) + "." for words in told)


def _is_told(text: str, term: Term) -> bool:
    """Say what the rules say of a term, by reading the text: no index, no beginnings made beforehand."""
    read = [*sentences(text)]
    spoken = [word for words, _ in read for word in words]
    if len(term.words) > 1 or not term.forms:
        width = len(term.words)
        pieces = [tuple(spoken[at : at + width]) for at in range(len(spoken))]
        return any(_is(piece, term.words, term.is_beginning) for piece in pieces)
    [word] = term.words
    if term.is_beginning and any(each.startswith(word) for each in spoken):
        return True
    for words, languages in read:
        plain = [each for each in words if each.isalpha()]
        if ENGLISH in languages and any(stem(each) == stem(word) for each in plain):
            return True
        known = {radical for each in plain for radical in radicals(each)} if WELSH in languages else set()
        sought = radicals(word)
        if any(each.startswith(sought) if term.is_beginning else each in sought for each in known):
            return True
    return False


def _is(piece: tuple[str, ...], sought: tuple[str, ...], is_beginning: bool) -> bool:
    if not is_beginning:
        return piece == sought
    return len(piece) == len(sought) and piece[:-1] == sought[:-1] and piece[-1].startswith(sought[-1])


def _asked() -> list[str]:
    words = " ".join((ENGLISH_WORDS, WELSH_WORDS, OTHERS)).split()
    typed = {word[:length] for word in words for length in range(2, len(word) + 1)}
    whole_words = {f"{word} " for word in words}
    quoted = {f'"{word} {words[at - 1]}' for at, word in enumerate(words)} | {f'"{word}' for word in words}
    return sorted(typed | whole_words | quoted | {"plan pl", "cynllun mhl", "the hop", "files 20"})


def test_the_hits_are_those_of_reading_every_note(store: Store) -> None:
    visit = a_visit(store)
    texts = [*_texts(60)]
    for text in texts:
        notes.write(store, visit, text)
    hits = 0
    for asked in _asked():
        told = {text for text in texts if all(_is_told(text, term) for term in question(asked).terms)}
        page = found(store, Sought(asked), most=len(texts))
        assert {_text(store, each.note_id) for each in page.found} == told, asked
        hits += len(told)
    assert hits > 1_000


def test_a_beginning_finds_the_same_whether_its_words_are_named_or_too_many(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    visit = a_visit(store)
    for text in _texts(40):
        notes.write(store, visit, text)
    typed = [asked for asked in _asked() if len(asked.strip('"')) >= index._LEAST_NAMED and not asked.endswith(" ")]
    named = {asked: found(store, Sought(asked), most=40) for asked in typed}
    assert index.Index(store.db).named("plan") == ["plan", "planned", "planning", "plans"]
    monkeypatch.setattr(index, "_MOST_NAMED", 3)
    assert index.Index(store.db).named("plan") is None
    assert {asked: found(store, Sought(asked), most=40) for asked in typed} == named
    assert sum(len(page.found) for page in named.values()) > 100


def _text(store: Store, note_id: str) -> str:
    return str(store.db.execute("SELECT text FROM note WHERE id = ?", (note_id,)).fetchone()[0])


def test_in_steps_a_text_is_filed_under_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    text = " ".join(_texts(80))
    at_once = sorted(document(text, ["#x"]).split())
    monkeypatch.setattr(filing, "PIECE", 100)
    assert sorted(whole(documenting(text, ["#x"])).split()) == at_once


def test_each_step_reads_a_small_piece_however_the_text_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[int] = []
    honest = filing.tongue.told
    monkeypatch.setattr(filing.tongue, "told", lambda text: read.append(len(text)) or honest(text))
    for text in ("word " * 20_000, "w" * 100_000, "A sentence.\n" * 8_000):
        steps = sum(1 for _ in documenting(text, ()))
        assert steps >= len(text) // filing.PIECE
    assert max(read) <= filing.PIECE
    assert sum(read) == 296_000


def test_behind_its_first_words_a_whole_book_is_found_word_by_word(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(filing, "MOST_SPOKEN", 4)
    filed = whole(documenting("One two three four. Five six seven eight.", ()))
    assert filed.startswith("one two three four ")
    assert {"five", "eight", "=eight", "<ei"} <= set(filed.split())


def test_of_what_is_no_text_words_come_first_and_beginnings_last(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(filing, "_MOST_FILED", 60)
    monkeypatch.setattr(filing, "MOST_SPOKEN", 10)
    some = " ".join(f"the {'abcdefghij'[number // 10]}{'klmnopqrst'[number % 10]}wards" for number in range(45))
    filed = set(whole(documenting(some, ["#x"])).split())
    assert set(some.split()) | {"#x"} <= filed
    assert sum(each[0] in "=<" for each in filed) == 60 - 46
    assert not [each for each in filed if each[0] == "<"]


def test_any_text_can_be_a_mark() -> None:
    assert mark("ca", "Case 07") != mark("ca", "Case 08")
    assert mark("ca", "\ud800 ' \" OR").startswith("#ca")
