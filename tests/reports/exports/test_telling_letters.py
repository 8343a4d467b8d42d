# SPDX-License-Identifier: MIT
"""Letters told for people: words, notes as asides, remarks with the words they are about, what the authority said."""

from dataclasses import replace

from reports.exports.telling_letters import letters_told
from reports.exports.visit import whole_visit
from storage.model.challenge import Challenge
from storage.model.comment import Comment
from storage.store import Store
from tests.builders import a_visit
from tests.reports.pdf.letters import a_letter

_BODY = (("a", "Findings", (("prose", "One."), ("note", "Of one."), ("bullet", "b"))),)


def test_words_come_first_then_what_was_said_to_them(store: Store) -> None:
    letter = a_letter(_BODY)
    about = {"stream_id": letter.letter.stream_id, "letter_id": letter.letter.id}
    said = Challenge(id="c", text="It was two.", said_by="Head", received="2018-10-20", quoted="One.", **about)
    decided = replace(said, id="d", decision="rejected", reason="It was one.", change="")
    whole = replace(
        whole_visit(store, a_visit(store).id),
        letters=(letter,),
        remarks=(
            Comment(id="r", text="Why?", quoted="One.", **about),
            Comment(id="x", letter_id="other", stream_id="s"),
        ),
        challenges=(said, decided),
    )
    told = list(letters_told(whole, lambda each: f"Remark: {each.text}"))
    assert told == [
        ("h2", f"Letter: {letter.letter.re_line}"),
        ("h3", "Findings"),
        ("p", "One."),
        ("aside", "Of one."),
        ("item", "b"),
        ("aside", "Remark: Why? (“One.”)"),
        ("aside", "Fact · Head · 2018-10-20 · “One.” · It was two. · Open"),
        ("aside", "Fact · Head · 2018-10-20 · “One.” · It was two. · Rejected: It was one."),
    ]
