# SPDX-License-Identifier: MIT
"""What goes out of the store and what comes in, asked from anywhere in the window. The dialogs: ui/exports/."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog

if TYPE_CHECKING:
    from ui.exports.bring_in import BringIn
    from ui.window import Window


class Carrying(QObject):
    """Opens the dialogs, and shows what came in."""

    def __init__(self, window: Window) -> None:
        """Carry out of and into the window's store."""
        super().__init__(window)
        self._window = window

    def has_visit(self) -> bool:
        """Say whether there is a visit to take out."""
        return bool(self._window.visit_id)

    def take_out(self) -> None:
        """Take the visit on hand out; what is still pencil goes out too."""
        from ui.exports.take_out import TakeOut

        if self._window.may_close():
            self._open(TakeOut(self._window.desk, self._window.visit_id, self._window))

    def bring_in(self) -> None:
        """Bring in a visit, notes or an authority."""
        from ui.exports.bring_in import BringIn

        self._bring(BringIn(self._window.desk, self._window.visit_id, self._window))

    def take_record_out(self, authority_id: str) -> None:
        """Take an authority's record out."""
        from ui.exports.record_out import RecordOut

        self._open(RecordOut(self._window.desk, authority_id, self._window))

    def bring_record_in(self) -> None:
        """Bring an authority's record in."""
        from ui.exports.record_in import RecordIn

        self._bring(RecordIn(self._window.desk, "", self._window))

    def _bring(self, dialog: BringIn) -> None:
        dialog.brought.connect(self._window.show_visit)
        dialog.council_brought.connect(self._on_council)
        self._open(dialog)

    def _on_council(self, authority_id: str) -> None:
        self._window.go("authority")
        page = self._window.page("authority")
        if hasattr(page, "show_authority"):
            page.show_authority(authority_id)

    def _open(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
