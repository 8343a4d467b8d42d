# SPDX-License-Identifier: MIT
"""The list as it is kept: the same bytes for the same cases, nothing but what it was given."""

import pytest

from storage.model.population import (
    Population,
    key_bytes,
    list_bytes,
    number_of,
    pseudonym,
    read_key,
    read_list,
)

LIST = Population(("age", "team"), (("CASE-02", "5-9", "North"), ("CASE-10", "0", "South"), ("CASE-01", "5-9", "")))


@pytest.mark.parametrize("text", ["CASE-07", "Case 7", "case 07", "ACHOS-7", "achos 007", " Case_7 "])
def test_a_case_is_known_however_its_name_is_written(text: str) -> None:
    assert number_of(text) == 7


@pytest.mark.parametrize("text", ["", "Case", "Case 7b", "Case seven", "CASE-0", "7"])
def test_other_words_name_no_case(text: str) -> None:
    assert number_of(text) == 0


def test_numbers_are_as_wide_as_the_list_needs() -> None:
    assert [pseudonym(7, 1), pseudonym(7, 2), pseudonym(7, 5)] == ["CASE-07", "CASE-07", "CASE-00007"]


def test_the_same_cases_are_the_same_bytes_in_whatever_order_they_stand() -> None:
    turned = Population(LIST.fields, LIST.rows[::-1])
    assert list_bytes(turned) == list_bytes(LIST)
    assert [row[0] for row in read_list(list_bytes(LIST)).rows] == ["CASE-01", "CASE-02", "CASE-10"]


def test_the_key_comes_back() -> None:
    pairs = {"CASE-01": "LA/0001", "CASE-02": "LA/0002"}
    assert read_key(key_bytes(pairs.items())) == pairs


@pytest.mark.parametrize("data", [b"", b"[]", b"{}", b'{"arolwg":"case key 1","pairs":[]}', b"\xff"])
def test_other_bytes_are_no_list(data: bytes) -> None:
    with pytest.raises(ValueError, match="case list"):
        read_list(data)


def test_a_row_of_another_length_is_no_row() -> None:
    with pytest.raises(ValueError, match="length"):
        read_list(b'{"arolwg":"case list 1","fields":["age"],"rows":[["CASE-01"]]}')
