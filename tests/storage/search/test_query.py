# SPDX-License-Identifier: MIT
"""What a typed text asks: words, phrases, beginnings; and hostile text asks something too."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.search.index import Index
from storage.search.query import MOST_TERMS, Question, Term, question
from storage.vault import Database, in_memory


def test_the_last_word_is_still_being_typed_and_the_others_are_whole() -> None:
    assert question("care pla").terms == (Term(("care",)), Term(("pla",), is_beginning=True))
    assert question("care plan ").terms == (Term(("care",)), Term(("plan",)))


def test_a_star_asks_for_a_beginning_wherever_it_stands() -> None:
    assert question("superv* notes ").terms == (Term(("superv",), is_beginning=True), Term(("notes",)))


def test_quotes_ask_for_words_in_their_order() -> None:
    assert question('"young person" said ').terms == (Term(("young", "person"), is_exact=True), Term(("said",)))


@pytest.mark.parametrize("text", ['"young person"', "“young person”", "„young person‟", "«young person»"])
def test_every_kind_of_quotes_will_do(text: str) -> None:
    assert question(text).terms == (Term(("young", "person"), is_exact=True),)


def test_a_phrase_that_is_not_closed_is_still_being_typed() -> None:
    assert question('"young per').terms == (Term(("young", "per"), is_beginning=True, is_exact=True),)


def test_one_letter_is_not_taken_as_a_beginning() -> None:
    assert question("a").terms == (Term(("a",)),)


def test_only_so_many_words_are_asked_and_the_question_says_so() -> None:
    for text in ("word " * 500, "word " * (MOST_TERMS + 1), "word-" * 500, '"' + "word " * 500):
        asked = question(text)
        assert sum(len(term.words) for term in asked.terms) == MOST_TERMS
        assert asked.is_cut
    assert not question("word " * MOST_TERMS + "!").is_cut
    assert not question('"one two three" ' * MOST_TERMS).is_cut


def test_what_holds_no_word_asks_nothing() -> None:
    assert question('"" * - ! \0 \ud800') == Question()


def test_a_phrase_has_neither_stems_nor_radicals() -> None:
    assert Term(("plans",), is_exact=True).forms == ()
    assert Term(("plans",)).forms == ("=plan", "~plans")


@pytest.fixture(scope="module")
def indexed() -> Database:
    db = in_memory(bytes(32))
    db.execute(
        "CREATE TABLE note (stream_id, id, text, event_at, captured_at, visit_id, session_id, author, source_kind,"
        " polarity, case_ref, present)"
    )
    db.execute("CREATE TABLE link (stream_id, note_id, rubric, area, present)")
    Index(db).rebuild()
    return db


@given(text=st.one_of(st.text(), st.text(alphabet="\"*()^:{}+-~=#'\\ANDORNEAR a\0"), st.from_regex("[A-Z]+ NEAR\\(.*")))
def test_no_text_raises(indexed: Database, text: str) -> None:
    asked = question(text).asked()
    if asked:
        assert indexed.execute("SELECT rowid FROM search WHERE search MATCH ?", (asked,)).fetchall() == []


@pytest.mark.parametrize(
    "text", ["AND", "a OR b", "NOT x", "words:plan", "NEAR(a b, 5)", "^a", "a + b", "{x}: y", "-a"]
)
def test_the_indexs_own_words_are_plain_words_here(indexed: Database, text: str) -> None:
    assert indexed.execute("SELECT rowid FROM search WHERE search MATCH ?", (question(text).asked(),)).fetchall() == []
