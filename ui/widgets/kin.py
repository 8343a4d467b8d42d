# SPDX-License-Identifier: MIT
"""Whose child a widget is, kept right in the binding's books; and the order of Tab, walked without harm.

PySide keeps books on whose child each object is, and lets a child fall with its parent. Some calls write there what is
not so in Qt: nextInFocusChain() makes the next widget a child of this one, setBuddy() makes a field a child of its
label. When a chip goes then, a page beside it is called deleted while Qt still draws it, and books that close in a ring
bring the process down. Nobody else calls these two (tests/ui/widgets/test_kin.py). Who gets the focus is not decided
here.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget


def set_right(widget: QWidget) -> None:
    """Write the widget down as the child of its parent, which Qt has it as already."""
    widget.setParent(widget.parentWidget())


def let_name(label: QLabel, field: QWidget) -> None:
    """Let the letter of a label's words go to a field."""
    QLabel.setBuddy(label, field)
    set_right(field)


def first_in_tab_order(within: QWidget) -> QWidget | None:
    """Return the first thing inside that takes the focus by Tab now, or None."""
    each = _next(within)
    while each is not None and each is not within and within.isAncestorOf(each):
        if each.isEnabled() and each.isVisibleTo(within) and each.focusPolicy() & Qt.FocusPolicy.TabFocus:
            return each
        each = _next(each)
    return None


def _next(widget: QWidget) -> QWidget | None:
    following = widget.nextInFocusChain()
    if following is not None:
        set_right(following)
    return following
