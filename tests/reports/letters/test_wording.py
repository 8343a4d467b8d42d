# SPDX-License-Identifier: MIT
"""reports/letters/wording.py: whole on load, or refused with file and slot; Welsh and English say the same."""

from pathlib import Path
from string import Formatter
from typing import Any

import pytest

from reports.catalogue import LETTER_TYPES, letter_type
from reports.letters.wording import Wording
from resources import paths
from storage.errors import BadFile

KINDS = [each.name for each in LETTER_TYPES]


def places(text: str) -> set[str]:
    return {name for _before, name, _format, _conversion in Formatter().parse(text) if name is not None}


def keys(words: Any) -> Any:
    return {name: keys(value) for name, value in words.items()} if isinstance(words, dict) else None


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put a copy of the wording where a test may spoil it."""
    for source in (paths.HERE / "letters").glob("*/*.toml"):
        copy = tmp_path / "letters" / source.parent.name / source.name
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(source.read_bytes())
    monkeypatch.setattr(paths, "HERE", tmp_path)
    return tmp_path / "letters" / "improvement_conference" / "en.toml"


def spoil(path: Path, wrong: str, right: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert wrong in text
    path.write_text(text.replace(wrong, right, 1), encoding="utf-8")


@pytest.mark.parametrize("kind", KINDS)
def test_welsh_has_the_same_slots_and_places_as_english(kind: str) -> None:
    english, welsh = (letter_type(kind).wording(language) for language in ("en", "cy"))
    assert {slot: places(text) for slot, text in english.sentences.items()} == {
        slot: places(text) for slot, text in welsh.sentences.items()
    }
    assert {code for code, text in english.headings.items() if text} == {
        code for code, text in welsh.headings.items() if text
    }
    assert len(english.copies) == len(welsh.copies)


def test_welsh_has_the_same_shared_words_as_english() -> None:
    english, welsh = (dict(letter_type(KINDS[0]).wording(language).words) for language in ("en", "cy"))
    del english["terms"], welsh["terms"]  # English needs no translation of its own records
    assert keys(english) == keys(welsh)


@pytest.mark.parametrize("kind", KINDS)
def test_welsh_is_marked_as_not_yet_reviewed(kind: str) -> None:
    assert letter_type(kind).wording("en").reviewed
    assert not letter_type(kind).wording("cy").reviewed


@pytest.mark.parametrize("kind", KINDS)
def test_no_wording_names_the_authority_of_the_worked_example(kind: str) -> None:
    for path in (paths.HERE / "letters").glob("*/*.toml"):
        assert "Wrexham" not in path.read_text(encoding="utf-8"), path.name


@pytest.mark.parametrize(
    ("wrong", "right", "sentence"),
    [
        ("next_focused = ", "next_lost = ", r"improvement_conference/en\.toml lacks the slot “next_focused”"),
        ('close = "Yours sincerely"', 'close = " "', "lacks the slot “close”"),
        ('contact = "', 'extra = "x"\ncontact = "', "unknown slot “extra”"),
        ("{points}", "{pionts}", "has an unknown place “pionts”"),
        (" on {date}.", ".", "slot “thanks_conference” lacks the place “date”"),
        ("{points}", "{points", "is broken"),
        ('staff = ""\n', "", r"lacks the slot “staff” in \[headings\]"),
        ("[sentences]", "[sentences", "not TOML"),
        ("{points}", "{points:>99999999}", "is broken: a place has a name and nothing else"),
        ("{points}", "{points!r}", "is broken"),
        ('close = "Yours sincerely"', "close = 5", "lacks the slot “close”"),
        ("[headings]", 'headings = "x"\n[heads]', "“headings” is no text"),
        ('copies = ["Chief Executive", ', "copies = [5, ", "“copies” is no list of texts"),
        ('copies = ["Chief Executive", "Council Leader", "Wales Audit Office"]', 'copies = "all"', "no list of texts"),
    ],
)
def test_faulty_wording_is_refused_with_file_and_slot(shelf: Path, wrong: str, right: str, sentence: str) -> None:
    spoil(shelf, wrong, right)
    with pytest.raises(BadFile, match=sentence):
        letter_type("improvement_conference").wording("en")


def test_a_language_without_wording_is_refused(shelf: Path) -> None:
    shelf.unlink()
    with pytest.raises(BadFile, match="no wording for this letter in this language"):
        letter_type("improvement_conference").wording("en")


@pytest.mark.parametrize(("wrong", "right"), [("[points]", "[lost]"), ('comma = ", "', "")])
def test_faulty_shared_words_are_refused(shelf: Path, wrong: str, right: str) -> None:
    spoil(shelf.parent.parent / "words" / "en.toml", wrong, right)
    with pytest.raises(BadFile, match=r"words/en\.toml lacks"):
        letter_type("improvement_conference").wording("en")


def test_a_wording_knows_its_edition() -> None:
    found = letter_type("improvement_conference").wording("en")
    assert isinstance(found, Wording)
    assert found.name == "improvement_conference/en 2018.1"


@pytest.mark.parametrize(
    ("wrong", "right", "sentence"),
    [
        ('early = "early {month}"', 'early = "early {year}"', "slot “dates.early” has an unknown place “year”"),
        ('weeks = "{number} weeks"', 'weeks = "{count} weeks"', "slot “amounts.weeks” has an unknown place “count”"),
        ('unknown = "{text}"', 'unknown = "{words}"', "slot “unknown” has an unknown place “words”"),
        ('"Monday", ', "", "“weekdays” is no list of texts, or not as long"),
        ('CIW = "CIW"', "CIW = 5", "“short.CIW” is no text"),
        ('last = " and "', "last = 1", "“last” is no text"),
    ],
)
def test_shared_words_that_no_letter_could_fill_are_refused_on_load(
    shelf: Path, wrong: str, right: str, sentence: str
) -> None:
    spoil(shelf.parent.parent / "words" / "en.toml", wrong, right)
    with pytest.raises(BadFile, match=sentence):
        letter_type("improvement_conference").wording("en")
