# SPDX-License-Identifier: MIT
"""Each part has its name, its sentence for when it is empty, and letters that differ from its neighbours'."""

from PySide6.QtGui import QKeySequence

from ui.authority.parts import SHAPES


def test_no_two_buttons_of_a_part_have_one_letter() -> None:
    for shape in SHAPES:
        keys = [QKeySequence.mnemonic(each).toString() for each in (shape.add, *(deed.name for deed in shape.deeds))]
        assert "" not in keys
        assert len(set(keys)) == len(keys), shape.code


def test_parts_are_told_apart_and_say_what_they_are_for() -> None:
    assert len({shape.code for shape in SHAPES}) == len({shape.title for shape in SHAPES}) == len(SHAPES)
    assert all(shape.nothing.endswith(".") for shape in SHAPES)
