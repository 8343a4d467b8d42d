# SPDX-License-Identifier: MIT
"""Words in the language in use, dates written out, and nothing lost where a catalogue is not there."""

from collections.abc import Iterator
from datetime import date

import pytest
from babel.dates import format_date

from resources import language
from resources.language import LANGUAGES, N_, _, current, long_date, month, ngettext, phrase, phrases, use


@pytest.fixture(autouse=True)
def put_back() -> Iterator[None]:
    yield
    use("en")


def test_the_language_in_use_is_english_until_another_is_chosen() -> None:
    assert current() == "en"
    use("cy")
    assert current() == "cy"
    assert set(LANGUAGES) == {"en", "cy"}


def test_a_language_nobody_speaks_here_is_refused_and_changes_nothing() -> None:
    with pytest.raises(KeyError):
        use("xx")
    assert current() == "en"


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_message_without_a_translation_stands_as_it_is(code: str) -> None:
    use(code)
    assert _("Nobody ever wrote this sentence.") == "Nobody ever wrote this sentence."
    assert _("") == ""
    assert N_("later") == "later"


def test_plurals_follow_the_count() -> None:
    assert [ngettext("one page nobody names", "pages nobody names", count) for count in (1, 2, 0)] == [
        "one page nobody names",
        "pages nobody names",
        "pages nobody names",
    ]


def test_dates_are_written_out_in_either_language() -> None:
    day = date(2018, 10, 12)
    assert (long_date(day), month(day)) == ("12 October 2018", "October 2018")
    assert (long_date(day, "cy"), month(date(2018, 7, 1), "cy")) == ("12 Hydref 2018", "Gorffennaf 2018")
    use("cy")
    assert long_date(day) == "12 Hydref 2018"


@pytest.mark.parametrize(("code", "locale"), [("en", "en_GB"), ("cy", "cy")])
def test_every_month_is_written_as_the_unicode_consortium_has_it(code: str, locale: str) -> None:
    assert set(language._MONTHS) == set(LANGUAGES)
    for number in range(1, 13):
        day = date(2018, number, 9)
        assert long_date(day, code) == format_date(day, "d MMMM y", locale=locale)
        assert month(day, code) == format_date(day, "MMMM y", locale=locale)


def test_a_phrase_is_put_into_words_at_the_last_moment() -> None:
    lacking = [phrases("The store lacks {count} change that the journal has.", _LACKING, count) for count in (1, 2)]
    broken = phrase("The table {name} differs from the log.", name="note")
    assert [str(each) for each in (*lacking, broken)] == [
        "The store lacks 1 change that the journal has.",
        "The store lacks 2 changes that the journal has.",
        "The table note differs from the log.",
    ]
    try:
        use("cy")
        said = [str(each) for each in (*lacking, broken)]
    finally:
        use("en")
    assert len({*said, *map(str, lacking), str(broken)}) == 6
    assert "note" in said[2]


_LACKING = "The store lacks {count} changes that the journal has."
