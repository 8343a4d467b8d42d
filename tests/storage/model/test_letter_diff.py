# SPDX-License-Identifier: MIT
"""Two wordings side by side: same, reworded, moved, taken out, new, each in its place."""

from storage.model.letter import Letter, Paragraph, Section, Sentence, WholeLetter, WholeParagraph, WholeSection
from storage.model.letter_diff import (
    CHANGED,
    GONE,
    MOVED,
    MOVED_CHANGED,
    NEW,
    SAME,
    Part,
    compare,
    parts_of,
)


def parts(**texts: str) -> tuple[Part, ...]:
    return tuple(Part(key, "prose", text, number) for number, (key, text) in enumerate(texts.items(), 1))


def told(before: tuple[Part, ...], after: tuple[Part, ...]) -> list[tuple[str, str]]:
    return [(line.part.key, line.state) for line in compare(before, after)]


def test_what_was_reworded_taken_out_and_added_stands_in_its_place() -> None:
    before = parts(a="One.", b="Two.", c="Three.", d="Four.")
    after = parts(a="One.", n="Quite new.", b="Two, reworded.", d="Four.")
    assert told(before, after) == [("a", SAME), ("n", NEW), ("b", CHANGED), ("c", GONE), ("d", SAME)]


def test_one_paragraph_that_was_carried_over_others_is_the_one_that_moved() -> None:
    before = parts(a="One.", b="Two.", c="Three.", d="Four.")
    after = parts(d="Four.", a="One.", b="Two.", c="Three!")
    assert told(before, after) == [("d", MOVED), ("a", SAME), ("b", SAME), ("c", CHANGED)]
    assert told(parts(a="One.", b="Two."), parts(b="Two, too.", a="One."))[0][1] in (MOVED_CHANGED, CHANGED)


def test_a_paragraph_written_anew_in_most_of_its_words_is_the_same_one_reworded() -> None:
    before = parts(a="Supervision is irregular and its records are thin.", b="Thank you.")
    after = parts(x="Supervision is irregular and its records are very thin indeed.", y="Thank you.")
    found = compare(before, after)
    assert [(line.state, line.before.key if line.before else "") for line in found] == [(CHANGED, "a"), (SAME, "b")]
    assert told(parts(a="Wholly other."), parts(z="Nothing in common here")) == [("a", GONE), ("z", NEW)]


def test_a_letter_is_told_from_its_head_to_its_foot_and_empty_parts_are_left_out() -> None:
    frame = {"stream_id": "s", "letter_id": "l"}
    said = Sentence(id="s1", text="We came.", **frame)  # type: ignore[arg-type]
    more = Sentence(id="s2", text="We saw.", **frame)  # type: ignore[arg-type]
    letter = WholeLetter(
        Letter(id="l", stream_id="s", re_line="A visit", addressee=("The Director", "Town"), close="Yours"),  # type: ignore[arg-type]
        (
            WholeSection(
                Section(id="h", title="What we found", **frame),  # type: ignore[arg-type]
                (
                    WholeParagraph(Paragraph(id="p", **frame), (said, more)),  # type: ignore[arg-type]
                    WholeParagraph(Paragraph(id="q", **frame), ()),  # type: ignore[arg-type]
                ),
            ),
        ),
    )
    assert [(each.kind, each.text, each.number) for each in parts_of(letter)] == [
        ("head", "The Director\nTown", 0),
        ("head", "A visit", 0),
        ("heading", "What we found", 0),
        ("prose", "We came. We saw.", 1),
        ("foot", "Yours", 0),
    ]
