# SPDX-License-Identifier: MIT
"""The words around a hit, and which of them are hits."""

from storage.search.query import Question, question
from storage.search.snippet import Snippet, Snippets


def snippet(text: str, asked: Question) -> Snippet:
    return Snippets(asked).of(text)


def _hits(text: str, sought: str) -> list[str]:
    made = snippet(text, question(sought))
    return [made.text[start:end] for start, end in made.hits]


def test_every_word_that_was_sought_is_marked() -> None:
    assert _hits("The plan was reviewed, planned again, and no plans were kept.", "plan ") == [
        "plan",
        "planned",
        "plans",
    ]


def test_a_beginning_is_marked_as_the_whole_word() -> None:
    assert _hits("Supervision is irregular.", "superv") == ["Supervision"]


def test_a_mutated_form_is_marked_as_it_is_written() -> None:
    assert _hits("Roedd ei phlentyn hi yn y tŷ.", "plentyn tŷ ") == ["phlentyn", "tŷ"]


def test_a_phrase_is_marked_only_where_it_stands_whole() -> None:
    assert _hits("A person is not a young person.", '"young person"') == ["young person"]


def test_a_long_note_is_cut_around_the_first_hit_between_words() -> None:
    text = "one two three " * 100 + "supervision " + "four five six " * 100
    made = snippet(text, question("supervision "))
    assert made.text.startswith("…")
    assert made.text.endswith("…")
    assert made.text[1:].split()[0] in ("one", "two", "three")
    assert [made.text[start:end] for start, end in made.hits] == ["supervision"]
    assert len(made.text) < 260


def test_without_a_hit_the_note_begins() -> None:
    assert snippet("One two.", question("")).text == "One two."
    assert snippet("One two.", question("nothing ")).hits == ()


def test_lines_become_spaces_and_places_stay() -> None:
    assert _hits("first line\nsecond\tplan\n", "plan ") == ["plan"]
    assert "\n" not in snippet("a\nb", question("b ")).text


def test_places_stay_where_letters_fold_into_more_or_fewer_signs() -> None:
    assert _hits("Straße, dw\u0302r a thŷ: plan", "dwr tŷ plan ") == ["dw\u0302r", "thŷ", "plan"]


def test_a_hit_far_behind_in_a_pasted_book_does_not_hold_up_the_page() -> None:
    assert _hits("word " * 200_000 + "plan", "plan ") == []


def test_a_mutated_beginning_is_marked_under_every_form_and_never_inside_a_word() -> None:
    assert _hits("Y gwasanaeth, ei wasanaeth, fy ngwasanaeth; y dosbarthwasanaeth.", "ngwas") == [
        "gwasanaeth",
        "wasanaeth",
        "ngwasanaeth",
    ]
    assert _hits("Unsupervised; re-supervised; mis_supervised.", "superv") == ["supervised", "supervised"]


def test_hits_come_in_order_whichever_of_the_words_they_answer() -> None:
    assert _hits("The worker saw the plan; the plan names a worker.", "plan worker ") == [
        "worker",
        "plan",
        "plan",
        "worker",
    ]
