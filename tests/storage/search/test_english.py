# SPDX-License-Identifier: MIT
"""English stems, against SQLite's own Porter stemmer over every word of the house's pages."""

import re
from pathlib import Path

from storage.search.english import stem
from storage.vault import in_memory

ROOT = Path(__file__).parents[3]


def test_stems_are_those_of_sqlites_porter_over_the_houses_own_pages() -> None:
    pages = [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("resources/demo/*.toml")]
    found = sorted({word for page in pages for word in re.findall("[a-z]+", page.read_text("utf-8").lower())})
    assert len(found) > 2000
    db = in_memory(bytes(32))
    db.execute("CREATE VIRTUAL TABLE t USING fts5(w, tokenize = 'porter unicode61')")
    db.execute("CREATE VIRTUAL TABLE v USING fts5vocab(t, 'instance')")
    for number, word in enumerate(found):
        db.execute("INSERT INTO t (rowid, w) VALUES (?, ?)", (number, word))
    theirs = {found[number]: term for term, number in db.execute("SELECT term, doc FROM v").fetchall()}
    db.close()
    assert {word: stem(word) for word in found} == theirs
    # What snippet.py rests on when it looks for words that begin as a stem does.
    begun = {word: stem(word)[: max(2, len(stem(word)) - 2)] for word in found}
    assert [word for word, beginning in begun.items() if not word.startswith(beginning)] == []


def test_words_of_the_field_meet_in_their_stems() -> None:
    assert stem("supervision") == stem("supervisions")
    assert stem("plans") == stem("planned") == stem("planning") == stem("plan")
    assert stem("policies") == stem("policy")
    assert stem("safeguarding") == stem("safeguarded") == stem("safeguards")


def test_what_is_not_plain_english_stays_as_it_is() -> None:
    assert [stem(word) for word in ("is", "łodzies", "qa1s", "2018s")] == ["is", "łodzies", "qa1s", "2018s"]
