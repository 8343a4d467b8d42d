# SPDX-License-Identifier: MIT
"""How hits are told: mark, words around, what to do; a name's record is never shown."""

from reports.checks.hit import Hit
from storage.model.excuse import Excuse
from storage.model.ids import StreamId
from ui.letters.check_words import advice_on, line_of

TEXT = f"{'a ' * 60}Megan{' b' * 60}"
HIT = Hit("name", "s1", TEXT, 120, 125)


def test_a_hit_shows_its_words_with_some_around_them() -> None:
    row = line_of(HIT, None).row
    assert "“Megan”" in row.text
    assert len(row.text) < 140
    assert row.mark == "Open"
    assert line_of(HIT, None).key == HIT.key


def test_a_hit_that_was_let_be_tells_its_reason() -> None:
    excuse = Excuse(id="1", stream_id=StreamId("s.d"), reason="She agreed.")
    assert line_of(HIT, excuse).row.mark == "Let be"
    assert advice_on(HIT, excuse) == "Let be: She agreed."


def test_hints_and_parts_of_the_shell_are_called_so() -> None:
    row = line_of(Hit("plain", "re_line", "In order to", 0, 11, "to"), None).row
    assert (row.mark, row.chips) == ("Hint", ("Subject line", "to"))


def test_the_name_of_a_record_is_not_shown() -> None:
    hit = Hit("lost_source", "s1", "One.", 0, 4, "note:0123")
    assert "0123" not in f"{line_of(hit, None).row} {advice_on(hit, None)}"
