# SPDX-License-Identifier: MIT
"""A content stream taken apart: strings with their escapes, arrays, and the bytes of a picture passed over."""

from reports.checks.pdf_operators import operators


def taken(content: bytes) -> list[tuple[str, list[object]]]:
    return [(each.name, each.operands) for each in operators(content)]


def test_strings_are_read_with_brackets_and_escapes() -> None:
    assert taken(rb"(a(b)c\)\101\n) Tj <4142 4> Tj") == [("Tj", [b"a(b)c)A\n"]), ("Tj", [b"AB@"])]


def test_arrays_numbers_and_names_are_operands_and_remarks_are_not() -> None:
    assert taken(b"% a remark\n/F1 10.5 Tf [(a)-250(b)] TJ 1 0 0 -.5 Tm") == [
        ("Tf", ["/F1", 10.5]),
        ("TJ", [b"a", -250.0, b"b"]),
        ("Tm", [1.0, 0.0, 0.0, -0.5]),
    ]


def test_the_bytes_of_a_picture_are_no_operators() -> None:
    assert [name for name, _ in taken(b"BI /W 1 ID (\x00Tj\xff EI\n(a) Tj")] == ["BI", "ID", "Tj"]


def test_a_string_without_an_end_is_the_rest() -> None:
    assert taken(b"(never ends Tj") == []
