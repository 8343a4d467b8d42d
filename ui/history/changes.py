# SPDX-License-Identifier: MIT
"""One change written out: each field with its words, struck out and underlined where they changed. No HTML: content
is only ever put in as plain text."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Any

from PySide6.QtGui import QFont, QTextCharFormat, QTextCursor, QTextDocument

from resources.language import N_, _
from storage.queries.amendments import REASON
from storage.queries.history import Entry
from ui.acts_named import done
from ui.desk import Desk
from ui.history.fields import field_name, fields_shown, shown
from ui.history.moments import local_time

Marks = dict[int, tuple[int, int]]
"""Which piece → from where to where it stands in a document."""
_WORDS = re.compile(r"\s+|[^\s]+")
_LONG = 4000
"""Words beyond which a field is shown whole, was and now: comparing would take longer than reading."""


def write_entry(desk: Desk, document: QTextDocument, entry: Entry) -> None:
    """Write one change into an empty document."""
    page = _Page(desk, QTextCursor(document))
    change = entry.change
    page.line(done(change.act), "heading", bold=True)
    page.line(f"{entry.name or '–'} · {local_time(change.at)}", role="muted")
    if entry.set_aside:
        page.line(_(N_("Set aside: {reason}")).format(reason=_(entry.set_aside)), role="warn", bold=True)
    for name in fields_shown(change):
        was, now = None if name == REASON else change.before.get(name), change.after[name]
        page.gap()
        page.line(field_name(name), "small", role="muted", bold=True)
        words = shown(desk.store, name, now)
        page.difference(words if was is None else shown(desk.store, name, was), words)


def pieces(before: str, after: str) -> list[tuple[str, str]]:
    """Return the text in pieces: ("same" | "gone" | "new", words), in reading order."""
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    if len(old) + len(new) > _LONG:
        return [(kind, text) for kind, text in (("gone", before), ("new", after)) if text]
    found: list[tuple[str, str]] = []
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            found.append(("same", "".join(old[a:b])))
            continue
        found += [(name, "".join(part)) for name, part in (("gone", old[a:b]), ("new", new[c:d])) if part]
    return found


def write_side(desk: Desk, document: QTextDocument, parts: Sequence[tuple[str, str]], left_out: str) -> Marks:
    """Write one of two wordings into an empty document, what the other lacks marked; return where each mark stands.

    `parts` are `pieces`; `left_out` names the kind that belongs to the other side: "new" at the left, "gone" at the
    right.
    """
    cursor = QTextCursor(document)
    page, marks = _Page(desk, cursor), Marks()
    for number, (kind, words) in enumerate(parts):
        if kind != left_out:
            start = cursor.position()
            page.marked(kind, words)
            marks[number] = (start, cursor.position())
    return marks


class _Page:
    def __init__(self, desk: Desk, cursor: QTextCursor) -> None:
        self._desk, self._cursor, self._is_first = desk, cursor, True

    def line(self, text: str, size: str = "body", role: str = "text", bold: bool = False) -> None:
        self._begin_line()
        self._cursor.insertText(text, self._format(size, role, bold))

    def gap(self) -> None:
        self._begin_line()

    def difference(self, before: Any, after: Any) -> None:
        self._begin_line()
        if before == after:
            self._cursor.insertText(after, self._format())
            return
        for kind, words in pieces(before, after):
            self.marked(kind, words)
            if kind == "gone" and not words.endswith((" ", "\n")):
                self._cursor.insertText(" ", self._format())

    def marked(self, kind: str, words: str) -> None:
        """Write words as they are, struck out, or bold and underlined: never by colour alone."""
        style = self._format(role={"same": "text", "gone": "bad", "new": "ok"}[kind], bold=kind == "new")
        style.setFontStrikeOut(kind == "gone")
        style.setFontUnderline(kind == "new")
        self._cursor.insertText(words, style)

    def _begin_line(self) -> None:
        if not self._is_first:
            self._cursor.insertBlock()
        self._is_first = False

    def _format(self, size: str = "body", role: str = "text", bold: bool = False) -> QTextCharFormat:
        style = QTextCharFormat()
        style.setFont(self._desk.look.font(size, bold))
        style.setFontWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
        style.setForeground(self._desk.look.colour(role))
        return style
