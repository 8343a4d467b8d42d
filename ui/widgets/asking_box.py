# SPDX-License-Identifier: MIT
"""A box of choices that asks for one while none is made. What the choices are is given to it."""

from collections.abc import Mapping

from PySide6.QtWidgets import QComboBox

from resources.language import N_, _


class AskingBox(QComboBox):
    """Choices by code."""

    def offer(self, names: Mapping[str, str], chosen: str) -> None:
        """Offer these, code → a gettext key; a code that is none of them asks."""
        self.clear()
        if not chosen:
            self.addItem(_(N_("Please choose…")), "")
        for code, name in names.items():
            self.addItem(_(name), code)
        self.setCurrentIndex(max(0, self.findData(chosen)))

    def code(self) -> str:
        """Return what is chosen, or an empty text."""
        return str(self.currentData() or "")
