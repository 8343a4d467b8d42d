# SPDX-License-Identifier: MIT
"""The tabs of the page: words, or icons alone where the words have no room. Which there are: parts.py."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetricsF, QIcon, QResizeEvent
from PySide6.QtWidgets import QTabBar

from resources.language import _
from ui.look import Look
from ui.widgets.icons import icon

_BESIDE = 40
"""Pixels at 100 % that a tab needs beside its words."""


class Tabs(QTabBar):
    """One tab for each name."""

    def __init__(self, look: Look, names: Sequence[tuple[str, str]]) -> None:
        """Take (name, icon) of each; names are gettext keys."""
        super().__init__()
        self._look, self._names, self._are_icons = look, tuple(names), False
        for _name in names:
            self.addTab("")
        self.setUsesScrollButtons(True)  # so that the tabs ask for no more room than there is; `_fit` needs none
        look.changed.connect(self._fit)
        self.say()

    def say(self) -> None:
        """Say every name again, in the language in use."""
        for at, (name, outline) in enumerate(self._names):
            self.setTabText(at, "" if self._are_icons else _(name))
            self.setTabIcon(at, icon(self._look, outline, "text") if self._are_icons else QIcon())
            self.setTabToolTip(at, _(name))
            self.setAccessibleTabName(at, _(name))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose words or icons."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        px = self._look.px
        measure = QFontMetricsF(self._look.font("body", bold=True))
        wanted = sum(measure.horizontalAdvance(_(name)) + px(_BESIDE) for name, _outline in self._names)
        self._are_icons = wanted > self.width()
        self.setIconSize(QSize(px(18), px(18)))
        self.say()
