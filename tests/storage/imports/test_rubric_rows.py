# SPDX-License-Identifier: MIT
"""Every problem of a rubric's rows is told with its line; nothing with a problem is whole."""

import pytest

from storage.errors import BadFile
from storage.imports.rubric_rows import MOST, Read, Row, assembled
from storage.model.rubric import Rubric

ABOUT = Rubric("trial-2027", {"en": "Trial", "cy": "Prawf"}, "", ())


def row(line: int, code: str, parent: str = "", **fields: object) -> Row:
    """Return a row with a title in both languages, unless it is given another."""
    return Row(line, code, parent, **{"title": {"en": f"{code}!", "cy": f"{code}?"}, **fields})  # type: ignore[arg-type]


GOOD = (row(2, "X"), row(3, "X1", "X"), row(4, "X2", "X"), row(5, "Y"), row(6, "Y1", "Y"))


def problems(read: Read) -> list[tuple[int, str]]:
    """Return each problem's line and words."""
    return [(each.line, each.words.format(what=each.what)) for each in read.problems]


def test_rows_without_a_problem_are_a_rubric() -> None:
    read = assembled(ABOUT, GOOD)
    assert read.is_whole
    assert read.rubric.codes() == ("X", "X1", "X2", "Y", "Y1")
    assert (read.criteria, read.untranslated) == (3, 0)
    assert read.rubric.criterion("X1").title == {"en": "X1!", "cy": "X1?"}  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("at", "wrong", "said"),
    [
        (1, row(3, "X1", "Z"), (3, "Its parent “Z” is not in the file.")),
        (2, row(4, "X1", "X"), (4, "The code “X1” is used twice.")),
        (1, row(3, "", "X"), (3, "There is no code.")),
        (
            1,
            row(3, "X 1", "X"),
            (3, "“X 1” is no code: at most 20 letters, figures, dots and hyphens, without blanks."),
        ),
        (1, row(3, "X1", "X", title={}), (3, "“X1” has no title.")),
        (1, row(3, "X1", "X", title={"en": "w" * 501}), (3, "The title of “X1” is too long.")),
        (4, row(6, "Y1", "X"), (5, "The area “Y” has no criteria.")),
    ],
)
def test_a_problem_is_told_with_its_line(at: int, wrong: Row, said: tuple[int, str]) -> None:
    rows = [*GOOD]
    rows[at] = wrong
    read = assembled(ABOUT, rows)
    assert problems(read) == [said]
    assert not read.is_whole


def test_every_problem_is_told_not_only_the_first() -> None:
    read = assembled(ABOUT, [*GOOD, row(7, "X3", "X1"), row(8, "Q1", "Q"), row(9, "")])
    assert [line for line, _ in problems(read)] == [7, 8, 9]
    assert "no third level" in problems(read)[0][1]


def test_a_plain_list_of_themes_is_one_area() -> None:
    read = assembled(ABOUT, [row(2, "access"), row(3, "safeguarding")])
    assert read.is_whole
    assert read.rubric.codes() == ("T", "access", "safeguarding")
    assert read.rubric.areas[0].title == ABOUT.title
    assert assembled(ABOUT, [row(2, "T"), row(3, "T0")]).rubric.codes() == ("T00", "T", "T0")


def test_a_title_in_one_language_stands_for_the_other_and_is_counted() -> None:
    read = assembled(ABOUT, [row(2, "X"), row(3, "X1", "X", title={"cy": "Un"})])
    assert read.rubric.criterion("X1").title == {"en": "Un", "cy": "Un"}  # type: ignore[union-attr]
    assert read.untranslated == 1


def test_what_a_row_replaces_is_the_crosswalk_from_any_earlier_edition() -> None:
    rows = [row(2, "X"), row(3, "X1", "X", replaces=("A1", "A2")), row(4, "X2", "X", replaces=("A1",))]
    assert assembled(ABOUT, rows).rubric.replaces == {"": {"A1": ("X1", "X2"), "A2": ("X1",)}}


def test_no_rows_and_too_many_are_told() -> None:
    assert problems(assembled(ABOUT, [])) == [(0, "There are no codes in the file.")]
    with pytest.raises(BadFile, match="10000 codes; a framework may have 2000"):
        assembled(ABOUT, [row(at, f"X{at}", "X") for at in range(10_000)])
    assert MOST == 2000
