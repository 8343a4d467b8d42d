# SPDX-License-Identifier: MIT
"""Names in running text: whole, in part, misspelt, shortened, mutated, as initials; ordinary words are let be."""

import pytest

from reports.checks.known import Known
from reports.checks.names import Names, distance
from storage.spelling import Speller

SEEN = [
    ("We met Megan Pritchard there.", "Megan Pritchard"),
    ("We met pritchard, megan there.", "pritchard, megan"),
    ("We met Pritchard’s mother.", "Pritchard"),
    ("We met MEGAN there.", "MEGAN"),
    ("We met Meagn there.", "Meagn"),
    ("We met Meg there.", "Meg"),
    ("We met Pritcherd there.", "Pritcherd"),
    ("Aeth gyda Fegan i'r cyfarfod.", "Fegan"),
    ("See MeganPritchard.docx for it.", "MeganPritchard"),
    ("Grace was seen at home.", "Grace"),
    ("We met Mrs Hendricks there.", "Hendricks"),
    ("We met Miss Hughes there.", "Hughes"),
]


@pytest.mark.parametrize(("text", "words"), SEEN, ids=[words for _text, words in SEEN])
def test_a_name_is_seen(text: str, words: str, known: Known, speller: Speller) -> None:
    assert [text[start:end] for start, end in Names(known, speller.is_known).spans(text)] == [words]


LET_BE = [
    "Grace and patience were needed.",
    "The Head of Service and Care staff agreed.",
    "Alun Walton, Director, agreed.",
    "Records were kept by the Practice Council.",
    "The plan was not regular in October 2018.",
]


@pytest.mark.parametrize("text", LET_BE)
def test_ordinary_words_and_public_names_are_let_be(text: str, known: Known, speller: Speller) -> None:
    assert Names(known, speller.is_known).spans(text) == []


def test_initials_of_a_whole_name_are_seen_and_abbreviations_let_be(known: Known, speller: Speller) -> None:
    names = Names(known, speller.is_known)
    for text, words in (("So M.P. waited.", ["M.P."]), ("So M P waited.", ["M P"]), ("So GO waited.", ["GO"])):
        assert [text[start:end] for start, end in names.initials(text)] == words
    for text in ("An MP wrote.", "The Grading Office (GO) wrote and GO answered.", "See Q.A. for it."):
        assert names.initials(text) == []


def test_distance_counts_slips_of_the_finger() -> None:
    assert [distance("megan", each) for each in ("megan", "mgean", "meegan", "megn", "mogin")] == [0, 1, 1, 1, 2]
