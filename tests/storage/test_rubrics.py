# SPDX-License-Identifier: MIT
"""storage/rubrics.py: every shipped edition is whole and unchanged; a faulty file is refused with its place."""

from hashlib import sha256
from pathlib import Path

import pytest

from resources import paths
from storage.errors import BadFile
from storage.rubrics import across, check_crosswalk, load, rubric, rubrics

A, B = "improvement-conference-2018", "ciw-four-principles-2023"
CHECKSUMS = Path(__file__).parent / "rubric_checksums.txt"
GOOD = """
title = {en = "Trial", cy = "Prawf"}
source = "ours"
[[areas]]
code = "X"
title = {en = "Ex", cy = "Ecs"}
criteria = [
  {code = "X1", en = "One", cy = "Un"},
  {code = "X2", en = "Two", cy = "Dau"},
]
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "trial-2027.toml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("path", paths.rubric_files(), ids=lambda path: path.stem)
def test_every_shipped_rubric_loads(path: Path) -> None:
    found = load(path)
    assert found.name == path.stem
    assert found.source
    assert set(found.reviewed) == {"en", "cy"}


@pytest.mark.parametrize("path", paths.rubric_files(), ids=lambda path: path.stem)
def test_a_published_edition_never_changes(path: Path) -> None:
    published = dict(reversed(line.split()) for line in CHECKSUMS.read_text(encoding="ascii").splitlines())
    assert sha256(path.read_bytes()).hexdigest() == published[path.name], "a new edition is a new file"


def test_a_welsh_title_is_no_copy_of_the_english() -> None:
    for each in rubrics():
        for criterion in (criterion for area in each.areas for criterion in area.criteria):
            assert criterion.title["cy"] != criterion.title["en"], criterion.code


def test_framework_a_has_every_area_and_criterion_of_the_conference() -> None:
    counts = {area.code: len(area.criteria) for area in rubric(A).areas}
    assert counts == {"HR": 9, "QA": 6, "PP": 3, "A1": 3, "A2": 4, "A3": 2, "A4": 6, "BL": 4, "OV": 8}


def test_framework_b_has_the_four_principles() -> None:
    counts = {area.code: len(area.criteria) for area in rubric(B).areas}
    assert counts == {"P": 6, "V": 5, "I": 5, "W": 7}


@pytest.mark.parametrize(
    ("code", "there"),
    [("HR1", "P5"), ("QA2", "V4 W1"), ("A4.5", "W5"), ("OV1", "W3 W6"), ("PP", "P5 P6"), ("QA", "W5 V4 W1 W3")],
)
def test_what_is_tagged_once_is_reported_twice(code: str, there: str) -> None:
    assert across(rubric(A), B, code) == tuple(there.split())


def test_every_criterion_of_framework_a_crosses_to_framework_b() -> None:
    source = rubric(A)
    assert all(across(source, B, each.code) for area in source.areas for each in area.criteria)


def test_a_rubric_without_a_way_across_gives_nothing() -> None:
    assert across(rubric(B), A, "P1") == ()


def test_an_unknown_name_is_refused() -> None:
    with pytest.raises(BadFile, match="no rubric named “care-homes”"):
        rubric("care-homes")


@pytest.mark.parametrize(
    ("wrong", "right", "sentence"),
    [
        ('"X2"', '"X1"', r"trial-2027\.toml, the code X1 is used twice, the second time in line 9\."),
        ('code = "X2", ', "", r"trial-2027\.toml, criterion 2 of X has no code\."),
        ('"X2"', '" "', "criterion 2 of X has no code"),
        ('code = "X"\n', "", "area 1 has no code"),
        (', cy = "Dau"', "", "X2 has no title in Cymraeg"),
        ('title = {en = "Ex", cy = "Ecs"}', "", "X has no title in English"),
        ('title = {en = "Trial", cy = "Prawf"}', "", "the rubric has no title in English"),
        ("[[areas]]", "[areas", r"not TOML: .*line 4"),
        ("[[areas]]", "[[regions]]", "a list “areas” is missing"),
    ],
)
def test_a_faulty_file_is_refused_with_file_and_place(tmp_path: Path, wrong: str, right: str, sentence: str) -> None:
    assert wrong in GOOD
    with pytest.raises(BadFile, match=sentence) as refusal:
        load(written(tmp_path, GOOD.replace(wrong, right)))
    assert "Correct the file and load it again." in str(refusal.value)


def test_a_crosswalk_from_an_unknown_code_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadFile, match="starts from “X9”"):
        load(written(tmp_path, GOOD + f'[crosswalk."{B}"]\nX9 = ["P1"]\n'))


def test_a_crosswalk_to_an_unknown_code_or_rubric_is_refused(tmp_path: Path) -> None:
    lost = load(written(tmp_path, GOOD + f'[crosswalk."{B}"]\nX1 = ["P9"]\n'))
    with pytest.raises(BadFile, match=f"leads to “P9”, which {B} lacks"):
        check_crosswalk(lost, rubrics())
    with pytest.raises(BadFile, match="which is not here"):
        check_crosswalk(lost, ())


def test_a_file_that_is_not_there_or_not_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadFile, match="cannot be read"):
        load(tmp_path / "nowhere-2027.toml")
    path = tmp_path / "bytes-2027.toml"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(BadFile, match="not TOML"):
        load(path)
