# SPDX-License-Identifier: MIT
"""Where a record is: every code has a word, a shape and a meaning of its own."""

from storage.queries.standing import PLACES
from ui.look import svg
from ui.models.standing_words import PLACES_SAID, placed, said
from ui.widgets.row_delegate import Row


def test_every_place_is_said_by_word_and_shape_of_its_own() -> None:
    assert set(PLACES_SAID) == set(PLACES)
    told = [said(code) for code in PLACES]
    assert len({each.name for each in told}) == len({each.icon for each in told}) == len(told)
    assert all(svg(each.icon, "") and each.means for each in told)


def test_a_row_keeps_everything_else() -> None:
    row = placed(Row("Title", "words", ("QA1",)), "office")
    assert (row.title, row.chips, row.place) == ("Title", ("QA1",), "Office has")
