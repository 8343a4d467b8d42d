# SPDX-License-Identifier: MIT
"""Rubrics from TOML, XLSX and CSV: read whole or told line by line; nothing else is taken for one."""

from pathlib import Path

import openpyxl
import pytest

from resources import paths
from storage import rubrics
from storage.acts.rubrics import use
from storage.errors import BadFile
from storage.imports.rubrics import named, read_rubric, reading, slug_of
from storage.job import run_now
from storage.store import Store
from tests.builders import a_visit, again

EXAMPLES = Path(__file__).parents[3] / "docs" / "frameworks"
HEAD = ("Code", "Parent", "Title", "Teitl Cymraeg", "Descriptors", "Replaces")
ROWS = (
    ("X", "", "Practice", "Arfer", "", ""),
    ("1.1", "X", "Plans are current", "Mae cynlluniau’n gyfredol", "Reviewed in time; signed", "A1, A2"),
    (1.2, "X", "Visits are on time", "Mae ymweliadau’n brydlon", "", ""),
)
TOML = """
title = {en = "Care homes", cy = "Cartrefi gofal"}
source = "ours"
name = "care-homes"
edition = "2026"
[[areas]]
code = "X"
title = {en = "Practice", cy = "Arfer"}
criteria = [
  {code = "X1", en = "Plans are current", cy = "Cynlluniau", descriptors = {en = ["Reviewed in time"]}},
  {code = "X2", title = "Visits are on time"},
]
[replaces."care-homes-2025"]
A1 = ["X1"]
"""


def book(path: Path, *rows: tuple[object, ...]) -> Path:
    """Write a workbook."""
    made = openpyxl.Workbook()
    for each in (HEAD, *rows):
        made.active.append(each)
    made.save(path)
    return path


def table(path: Path, *rows: tuple[object, ...], encoding: str = "utf-8", head: tuple[str, ...] = HEAD) -> Path:
    """Write a CSV file."""
    lines = (",".join(f'"{cell}"' for cell in row) for row in (head, *rows))
    path.write_bytes("\r\n".join(lines).encode(encoding))
    return path


def told(path: Path) -> list[tuple[int, str]]:
    """Return each problem's line and words."""
    return [(each.line, each.words.format(what=each.what)) for each in read_rubric(path).problems]


def test_a_workbook_and_a_csv_give_the_same_rubric(tmp_path: Path) -> None:
    read = read_rubric(book(tmp_path / "Care Homes 2026.xlsx", *ROWS))
    assert read.is_whole
    assert read.rubric.name == "care-homes-2026"
    assert read.rubric.codes() == ("X", "1.1", "1.2")
    assert read.rubric.areas[0].criteria[0].descriptors == {"en": ("Reviewed in time", "signed")}
    assert read.rubric.replaces == {"": {"A1": ("1.1",), "A2": ("1.1",)}}
    other = read_rubric(table(tmp_path / "Care Homes 2026.csv", *ROWS))
    assert other == read


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_a_csv_in_another_encoding_is_read(tmp_path: Path, encoding: str) -> None:
    read = read_rubric(table(tmp_path / "x-1.csv", *ROWS, encoding=encoding))
    assert read.is_whole
    assert read.rubric.areas[0].criteria[0].title["cy"] == "Mae cynlluniau’n gyfredol"


def test_a_toml_file_is_read_with_its_crosswalk(tmp_path: Path) -> None:
    path = tmp_path / "anything.toml"
    path.write_text(TOML, encoding="utf-8")
    read = read_rubric(path)
    assert read.is_whole
    assert read.rubric.name == "care-homes-2026"
    assert read.rubric.title == {"en": "Care homes", "cy": "Cartrefi gofal"}
    assert read.rubric.replaces == {"care-homes-2025": {"A1": ("X1",)}}
    assert read.untranslated == 1


@pytest.mark.parametrize("path", paths.rubric_files(), ids=lambda path: path.stem)
def test_the_shipped_files_are_read_as_they_are_shipped(path: Path) -> None:
    read, shipped = read_rubric(path), rubrics.load(path)
    assert read.is_whole
    assert (read.rubric.areas, read.rubric.crosswalk) == (shipped.areas, shipped.crosswalk)


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.csv")), ids=lambda path: path.stem)
def test_the_examples_in_the_documents_can_be_loaded(path: Path) -> None:
    read = read_rubric(path)
    assert read.is_whole
    assert read.untranslated <= 1  # the name of the file


@pytest.mark.parametrize(
    ("wrong", "right", "said"),
    [
        ('"X2"', '"X1"', (11, "The code “X1” is used twice.")),
        ('title = "Visits are on time"', 'titel = "Visits"', (11, "“titel” is not known here.")),
        ('source = "ours"', 'sauce = "ours"', (3, "“sauce” is not known here.")),
        ('A1 = ["X1"]', 'A1 = ["X9"]', (0, "“replaces” leads to the code “X9”, which is not in the file.")),
    ],
)
def test_a_faulty_toml_file_is_told_with_its_line(
    tmp_path: Path, wrong: str, right: str, said: tuple[int, str]
) -> None:
    path = tmp_path / "trial-2027.toml"
    path.write_text(TOML.replace(wrong, right), encoding="utf-8")
    assert said in told(path)


def test_a_criterion_whose_parent_is_missing_is_told(tmp_path: Path) -> None:
    path = book(tmp_path / "x-1.xlsx", *ROWS, ("Y1", "Y", "Lost", "Ar goll", "", ""))
    assert told(path) == [(5, "Its parent “Y” is not in the file.")]
    flat = tmp_path / "x-1.toml"
    flat.write_text(TOML + '[[criteria]]\ncode = "Y1"\ntitle = "Lost"\nparent = "Y"\n', encoding="utf-8")
    assert told(flat) == [(16, "Its parent “Y” is not in the file.")]


def test_unknown_and_missing_columns_are_told(tmp_path: Path) -> None:
    path = table(tmp_path / "x-1.csv", ("X", "", "Practice", "red"), head=("Code", "Parent", "Titel", "Colour"))
    assert [words for _, words in told(path)][:3] == [
        "The column “Titel” is not known.",
        "The column “Colour” is not known.",
        "There is no column “title”.",
    ]


def test_a_formula_without_a_value_is_told_by_its_cell(tmp_path: Path) -> None:
    path = book(tmp_path / "x-1.xlsx", *ROWS, ("=A2&1", "X", "Reckoned", "Cyfrif", "", ""))
    assert (5, "Cell A5 is a formula that has no value: type its value there.") in told(path)
    plain = table(tmp_path / "x-1.csv", *ROWS, ("X9", "X", "=1+1", "Cyfrif", "", ""))
    assert (5, "Cell C5 is a formula that has no value: type its value there.") in told(plain)


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("x.toml", b"\xff\xfe\x00", "not in UTF-8"),
        ("x.toml", "title = 'Ŵ'".encode("cp1252", "replace") + b"\xe9", "not in UTF-8"),
        ("x.toml", b"areas = [", "no TOML file"),
        ("x.xlsx", b"PK\x03\x04 torn", "damaged"),
        ("x.xlsx", b"%PDF-1.7", "no list"),
        ("x.csv", b"\x01\x02\x03\x04" * 40, "no text"),
        ("x.csv", b"Code,Title", "no rows"),
    ],
)
def test_what_is_no_rubric_is_refused_with_a_sentence(tmp_path: Path, name: str, data: bytes, sentence: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(BadFile, match=sentence):
        read_rubric(path)


def test_a_file_that_is_not_there_or_too_large_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadFile, match="cannot be read"):
        read_rubric(tmp_path / "nowhere.toml")
    path = tmp_path / "large.csv"
    path.write_bytes(b"x" * (4 * 1024 * 1024 + 1))
    with pytest.raises(BadFile, match="larger than 4 MB"):
        read_rubric(path)


def test_ten_thousand_criteria_are_refused(tmp_path: Path) -> None:
    path = table(tmp_path / "x-1.csv", *((f"X{n}", "X", "Words", "Geiriau") for n in range(10_000)), head=HEAD[:4])
    with pytest.raises(BadFile, match="10000 codes"):
        read_rubric(path)


def test_what_was_read_can_be_named_and_used(store: Store, tmp_path: Path) -> None:
    read = run_now(reading(book(tmp_path / "x.xlsx", *ROWS)), store)
    ready = named(read, "Cartrefi Gofal 2026", "Care homes", "Cartrefi gofal")
    assert ready.rubric.title == {"en": "Care homes", "cy": "Cartrefi gofal"}
    visit = a_visit(store)
    use(store, visit, ready.rubric)
    assert again(store, visit).frameworks[-1] == "cartrefi-gofal-2026"
    with pytest.raises(BadFile, match="has no name"):
        named(read, " –– ", "", "")


@pytest.mark.parametrize(("words", "slug"), [("Tŷ 2026!", "ty-2026"), ("  ", ""), ("a" * 80, "a" * 60)])
def test_a_name_is_small_letters_figures_and_hyphens(words: str, slug: str) -> None:
    assert slug_of(words) == slug
