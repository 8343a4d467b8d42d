# SPDX-License-Identifier: MIT
"""The wordings of a note side by side: an older one at the left, a newer at the right, what differs marked in both.

Words taken away are struck out at the left, words added are bold and underlined at the right; colour only helps.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QTextBrowser, QWidget

from resources.language import N_, _, ngettext
from storage.queries.amendments import Wording
from ui.desk import Desk
from ui.history.changes import Marks, pieces, write_side
from ui.history.moments import local_time
from ui.widgets.buttons import Button
from ui.widgets.labels import Label

_BESIDE = {"original": N_("The original"), "before": N_("The wording before it")}


class Versions(QWidget):
    """Chooses an amended wording and shows it beside the original, or beside the one before it."""

    def __init__(self, desk: Desk, wordings: Sequence[Wording]) -> None:
        """Show the newest of two or more wordings (oldest first) beside the original."""
        super().__init__()
        self._desk, self._wordings = desk, wordings
        self.amended, self.beside = QComboBox(), QComboBox()
        self.older, self.newer = QTextBrowser(), QTextBrowser()
        self.older_head, self.newer_head = (
            Label("", "small", "muted", wrap=True),
            Label("", "small", "muted", wrap=True),
        )
        self.count, self.next = Label("", "small", "muted"), Button(desk.look, N_("&Next difference"), "chevron-down")
        self._sides: tuple[Marks, Marks] = (Marks(), Marks())
        self._differences: list[list[int]] = []
        """The pieces of each difference: taken away, added, or both."""
        self._at = -1
        self._build()
        for box in (self.amended, self.beside):
            box.currentIndexChanged.connect(self._show)
        self.next.clicked.connect(self.show_next)
        desk.look.changed.connect(self._show)
        self._show()

    def show_next(self) -> None:
        """Mark the next difference in both texts, and bring it into view; after the last comes the first."""
        if not self._differences:
            return
        self._at = (self._at + 1) % len(self._differences)
        for page, marks in zip((self.older, self.newer), self._sides, strict=True):
            here = [marks[piece] for piece in self._differences[self._at] if piece in marks]
            if here:
                cursor = QTextCursor(page.document())
                cursor.setPosition(here[0][0])
                cursor.setPosition(here[-1][1], QTextCursor.MoveMode.KeepAnchor)
                page.setTextCursor(cursor)
                page.ensureCursorVisible()

    def _show(self, _what: object = None) -> None:
        at = len(self._wordings) - 1 - self.amended.currentIndex()
        older = self._wordings[at - 1 if self.beside.currentData() == "before" else 0]
        newer = self._wordings[at]
        for page in (self.older, self.newer):
            page.clear()
        parts = pieces(older.text, newer.text)
        self._sides = (
            write_side(self._desk, self.older.document(), parts, "new"),
            write_side(self._desk, self.newer.document(), parts, "gone"),
        )
        self._at, self._differences = -1, _differences(parts)
        for page in (self.older, self.newer):
            page.moveCursor(QTextCursor.MoveOperation.Start)
        name = _(N_("As first written")) if older is self._wordings[0] else _(N_("Before"))
        self.older_head.show_text(_said(name, older))
        self.newer_head.show_text(_said(_(N_("As amended")), newer))
        self._count(parts)

    def _count(self, parts: list[tuple[str, str]]) -> None:
        gone, new = ([words.strip() for kind, words in parts if kind == each] for each in ("gone", "new"))
        count = sum(
            1 for at, (kind, _w) in enumerate(parts) if kind != "same" and (not at or parts[at - 1][0] == "same")
        )
        self.count.show_text(ngettext("{count} place differs", "{count} places differ", count).format(count=count))
        self.next.setEnabled(bool(count))
        self.older.setAccessibleDescription(_(N_("Taken away: {words}")).format(words="; ".join(gone) or "–"))
        self.newer.setAccessibleDescription(_(N_("Added: {words}")).format(words="; ".join(new) or "–"))

    def _build(self) -> None:
        px = self._desk.look.px
        for each in reversed(self._wordings[1:]):  # newest first; the original is no amendment
            self.amended.addItem(" · ".join(filter(None, (local_time(each.at), each.by, each.reason))))
        self.amended.setAccessibleName(_(N_("Amended wording, newest first")))
        for code, name in _BESIDE.items():
            self.beside.addItem(_(name), code)
        self.beside.setAccessibleName(_(N_("Shown beside")))
        self.beside.setEnabled(len(self._wordings) > 2)
        for page, name in ((self.older, N_("The older wording")), (self.newer, N_("The newer wording"))):
            page.setProperty("page", True)
            page.setTabChangesFocus(True)
            page.setMinimumHeight(px(30))
            page.setAccessibleName(_(name))
        for box in (self.amended, self.beside):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(8)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, px(12), 0, 0)
        grid.setSpacing(px(8))
        rows = ((self.beside, self.amended), (self.older_head, self.newer_head), (self.older, self.newer))
        for row, pair in enumerate(rows):
            for column, part in enumerate(pair):
                top = Qt.AlignmentFlag.AlignTop if row == 1 else Qt.AlignmentFlag(0)
                grid.addWidget(part, row, column, top)
        foot = QHBoxLayout()
        foot.addWidget(self.count)
        foot.addStretch(1)
        foot.addWidget(self.next)
        grid.addLayout(foot, len(rows), 0, 1, 2)
        grid.setRowStretch(2, 1)
        for column in range(2):
            grid.setColumnStretch(column, 1)


def _differences(parts: Sequence[tuple[str, str]]) -> list[list[int]]:
    """Return the numbers of the pieces of each difference: what was taken away and what came in its place are one."""
    found: list[list[int]] = []
    for number, (kind, _words) in enumerate(parts):
        if kind != "same" and found and found[-1][-1] == number - 1:
            found[-1].append(number)
        elif kind != "same":
            found.append([number])
    return found


def _said(name: str, wording: Wording) -> str:
    who = " · ".join(filter(None, (name, wording.by, local_time(wording.at))))
    why = _(N_("reason: {reason}")).format(reason=wording.reason) if wording.reason else ""
    return "\n".join(filter(None, (who, why)))
