# SPDX-License-Identifier: MIT
"""The interface's words in every language: all there, whole, and saying so where no speaker has read them."""

import string
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Message

from resources import language, paths
from resources.language import KEYS, LANGUAGES, _, is_damaged, is_reviewed, ngettext, use
from tests.words import Key, bring_in_step, catalogue, said_in, spoken

TRANSLATED = [code for code in LANGUAGES if code != KEYS]
ALIKE = {
    *("+ 0 –", "100 %", "125 %", "150 %", "200 %", "{percent} %"),
    *("&PIN", "P&IN", "Data", "Markdown", "PDF", "PIN", "Person", "Staff", "a PDF"),
}
"""What is the same in Welsh."""
COUNTS = {0: 0, 1: 1, 2: 2, 3: 3, 4: 5, 5: 5, 6: 4, 7: 5, 10: 5, 11: 5, 20: 5, 100: 5}
"""Count → which of the six Welsh forms, as CLDR has it."""

Written = Callable[[str | bytes], None]


def messages(code: str) -> list[Message]:
    """Return the messages of a catalogue, its header left out."""
    return [message for message in catalogue(code) if message.id]


def forms(words: Key) -> tuple[str, ...]:
    return (words,) if isinstance(words, str) else tuple(words)


def places(words: str) -> set[str]:
    """Return the names in braces."""
    return {name for _text, name, _spec, _how in string.Formatter().parse(words) if name is not None}


@pytest.fixture(autouse=True)
def put_back() -> Iterator[None]:
    yield
    use(KEYS)


@pytest.fixture
def written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Written]:
    """Give what writes another catalogue in place of the Welsh one."""
    file = tmp_path / "arolwg.po"
    monkeypatch.setattr(paths, "catalogue", lambda _code: file)

    def write(text: str | bytes) -> None:
        file.write_bytes(text.encode() if isinstance(text, str) else text)
        forget()

    yield write
    forget()


def forget() -> None:
    language._catalogue.cache_clear()
    language.is_reviewed.cache_clear()


@pytest.mark.parametrize("code", TRANSLATED)
def test_a_catalogue_has_what_the_program_says_and_nothing_else(code: str) -> None:
    here, there = {message.id for message in messages(code)}, spoken()
    unknown, stale = sorted(map(str, there - here)), sorted(map(str, here - there))
    words = [f"not in the catalogue: {each}" for each in unknown] + [f"said no more: {each}" for each in stale]
    assert not words, "\n".join(["", *words, "Run `make words`, then write what is empty in arolwg.po."])


def test_a_message_is_found_wherever_it_stands() -> None:
    code = """
say(f"{_('in a string')}", N_("marked"), language._("of a module"), _(key), _(""))
_(N_("in " "two parts") + ngettext("one", "many", 2))
"""
    assert set(said_in(code)) == {"in a string", "marked", "of a module", ("one", "many"), "in two parts"}


def test_a_catalogue_is_brought_in_step_without_losing_a_text(written: Written) -> None:
    written(f'# X-Reviewed: no\n{_HEADER}\nmsgid "Note"\nmsgstr "Nodyn"\n\nmsgid "Gone"\nmsgstr "Wedi mynd"\n')
    assert bring_in_step("cy") == len(spoken()) - 1
    once = paths.catalogue("cy").read_text("utf-8")
    assert 'msgid "Note"\nmsgstr "Nodyn"\n' in once
    assert "Gone" not in once
    assert "X-Reviewed: no" in once
    bring_in_step("cy")
    assert paths.catalogue("cy").read_text("utf-8") == once


@pytest.mark.parametrize("code", TRANSLATED)
def test_every_message_has_a_text(code: str) -> None:
    assert [message.id for message in messages(code) if not all(forms(message.string))] == []


@pytest.mark.parametrize("code", TRANSLATED)
def test_no_text_is_a_guess_or_the_english_again(code: str) -> None:
    assert [message.id for message in messages(code) if message.fuzzy] == []
    same = {forms(each.id)[0] for each in messages(code) if set(forms(each.id)) & set(forms(each.string))}
    assert same - ALIKE == set()


@pytest.mark.parametrize("code", TRANSLATED)
def test_no_place_is_lost_or_invented(code: str) -> None:
    wrong = [
        text
        for message in messages(code)
        for text in filter(None, forms(message.string))
        if places(text) != places(forms(message.id)[0])
    ]
    assert wrong == []


@pytest.mark.parametrize("code", TRANSLATED)
def test_a_letter_to_press_stays_a_letter_to_press(code: str) -> None:
    def pressed(words: str) -> bool:
        at = words.replace("&&", "").find("&")
        return at >= 0 and words[at + 1 : at + 2].isalpha()

    written = [each for each in messages(code) if all(forms(each.string))]
    assert [each.string for each in written if {pressed(it) for it in forms(each.string)} != {"&" in each.id}] == []


def test_welsh_has_six_forms_and_each_says_the_number() -> None:
    plurals = [message for message in messages("cy") if message.pluralizable]
    assert catalogue("cy").num_plurals == 6
    assert [message.id for message in plurals if len(message.string) != 6] == []
    assert [form for message in plurals for form in message.string if "{count}" not in form] == []


def test_the_form_follows_the_count_as_welsh_does(written: Written) -> None:
    six = "\n".join(f'msgstr[{form}] "{form}"' for form in range(6))
    written(f'{_HEADER}\nmsgid "one"\nmsgid_plural "many"\n{six}\n')
    use("cy")
    assert {count: int(ngettext("one", "many", count)) for count in COUNTS} == COUNTS


def test_a_noun_is_mutated_after_its_number() -> None:
    use("cy")
    said = [ngettext("{count} letter", "{count} letters", count).format(count=count) for count in (1, 2, 3, 12)]
    assert said == ["1 llythyr", "2 lythyr", "3 llythyr", "12 llythyr"]


_HEADER = """msgid ""
msgstr ""
"Language: cy\\n"
"Plural-Forms: nplurals=6; plural=(n==0) ? 0 : (n==1) ? 1 : (n==2) ? 2 : (n==3) ? 3 : (n==6) ? 4 : 5;\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"""


def test_the_welsh_header_is_that_of_these_tests() -> None:
    plural = catalogue("cy").plural_forms
    assert plural in _HEADER


def test_what_a_catalogue_lacks_stands_in_english(written: Written) -> None:
    written(f'{_HEADER}\nmsgid "Note"\nmsgstr "Nodyn"\n\nmsgid "Letter"\nmsgstr ""\n')
    use("cy")
    assert (_("Note"), _("Letter"), _("Visit")) == ("Nodyn", "Letter", "Visit")
    assert [ngettext("{count} note", "{count} notes", count) for count in (1, 2)] == ["{count} note", "{count} notes"]
    assert not is_damaged("cy")


def test_a_plural_form_that_is_not_written_stands_in_english(written: Written) -> None:
    written(f'{_HEADER}\nmsgid "a note"\nmsgid_plural "notes"\nmsgstr[0] "nodyn"\nmsgstr[1] ""\n')
    use("cy")
    assert [ngettext("a note", "notes", count) for count in (0, 1, 2)] == ["nodyn", "notes", "notes"]


def test_a_text_that_lost_its_place_stands_in_english(written: Written) -> None:
    texts = {"Kept {time}": "Cadwyd {tim", "Group {number}": "Grŵp {rhif}", "Day {number}": "Diwrnod {number}"}
    written("\n".join([_HEADER, *(f'msgid "{key}"\nmsgstr "{text}"\n' for key, text in texts.items())]))
    use("cy")
    assert [_(key) for key in texts] == ["Kept {time}", "Group {number}", "Diwrnod {number}"]


@pytest.mark.parametrize(
    "damaged",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"\0" * 64, id="zeros"),
        pytest.param(b'msgid "Note"\nmsgstr "\xff\xfe"\n', id="no text"),
        pytest.param(_HEADER.partition("(n==2)")[0].encode(), id="cut short"),
        pytest.param(_HEADER.replace("nplurals=6", "nplurals=six").encode(), id="plurals without a number"),
        pytest.param(_HEADER.replace("(n==0)", "(n==").encode(), id="plurals without sense"),
        pytest.param(_HEADER.replace("utf-8", "utf-80").encode(), id="letters nobody knows"),
    ],
)
def test_a_damaged_catalogue_gives_way_to_english(written: Written, damaged: bytes) -> None:
    written(damaged)
    use("cy")
    assert (_("Note"), ngettext("{count} note", "{count} notes", 2)) == ("Note", "{count} notes")
    assert is_damaged("cy")
    assert not is_reviewed("cy")


def test_a_catalogue_that_is_not_there_is_told() -> None:
    forget()
    try:
        assert is_damaged("xx")
        assert not is_reviewed("xx")
    finally:
        forget()


def test_what_is_shipped_can_be_read() -> None:
    assert [code for code in LANGUAGES if is_damaged(code)] == []


def test_the_welsh_says_that_no_speaker_has_read_it() -> None:
    assert "X-Reviewed: no" in catalogue("cy").header_comment
    assert (is_reviewed("en"), is_reviewed("cy")) == (True, False)


def test_a_speaker_who_has_read_it_says_so_in_the_file(written: Written) -> None:
    written(f'# X-Reviewed: yes\n{_HEADER}\nmsgid "# X-Reviewed"\nmsgstr "no"\n')
    assert is_reviewed("cy")
    written(f'{_HEADER}\nmsgid "a"\nmsgstr "b"\n# X-Reviewed: yes\n')
    assert not is_reviewed("cy")
