# SPDX-License-Identifier: MIT
"""The private list: a person a line, its cells in any order, told apart by what they look like."""

from datetime import date

from reports.checks.known import Known, known_of, name_words


def test_a_lines_cells_are_told_apart_by_what_they_look_like(known: Known) -> None:
    assert known.names[:2] == (("megan", "pritchard"), ("owain", "rees"))
    assert known.births == {date(2009, 3, 4)}
    assert known.addresses == ("12 Heol y Felin, Wrexham LL11 2AB",)
    assert known.references == {"WX20431", "WX30977"}
    assert {"alun", "walton"} <= known.allowed


def test_titles_and_particles_are_no_part_of_a_name() -> None:
    assert name_words("Dr Siôn ap Gwilym") == ("sion", "gwilym")
    assert name_words("Rhys-Jones, Mrs Elin") == ("elin", "rhys", "jones")


def test_short_numbers_are_no_references() -> None:
    assert known_of((), ("7", "12", "WX-1")).references == set()
