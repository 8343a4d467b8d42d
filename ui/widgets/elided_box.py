# SPDX-License-Identifier: MIT
"""A box to choose from that gives way to a narrow place: an ellipsis, whole in its tooltip. What is offered is others'.

Qt's own cuts through a letter under a style sheet, and shows its list no wider than itself.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter

_CONTROL, _LABEL = QStyle.ComplexControl.CC_ComboBox, QStyle.ControlElement.CE_ComboBoxLabel
_GAP = 4
"""Pixels between the words and the arrow."""


class ElidedBox(QComboBox):
    """Shows as much of what is chosen as there is room for, and a list that is wide enough to be read."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box with as much as fits."""
        option, painter = QStyleOptionComboBox(), QStylePainter(self)
        self.initStyleOption(option)
        style = self.style()
        room = style.subControlRect(_CONTROL, option, QStyle.SubControl.SC_ComboBoxEditField, self).width() - _GAP
        whole = option.currentText
        shown = self.fontMetrics().elidedText(whole, Qt.TextElideMode.ElideRight, room)
        self.setToolTip(whole if shown != whole else "")
        option.currentText = shown
        painter.drawComplexControl(_CONTROL, option)
        painter.drawControl(_LABEL, option)

    def showPopup(self) -> None:
        """Open the list, wide enough to be read."""
        self.widen_list()
        super().showPopup()

    def widen_list(self) -> None:
        """Make the list as wide as its longest line, as far as half of the screen goes."""
        view = self.view()
        bar = view.verticalScrollBar().sizeHint().width()
        room = self.screen().availableSize().width() // 2
        view.setMinimumWidth(min(max(self.width(), view.sizeHintForColumn(0) + bar + 2 * _GAP), room))
