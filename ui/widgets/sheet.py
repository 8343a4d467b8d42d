# SPDX-License-Identifier: MIT
"""A dialog that fits any screen: title, words and fields scroll where the screen is low, the buttons below stay.

What it asks, and what is done with it, is its children's. It knows neither store nor job.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QLayout, QScrollArea, QVBoxLayout, QWidget

from resources.language import _
from storage.errors import Trouble
from ui.errors import told
from ui.look import Look
from ui.widgets.button_row import ButtonRow
from ui.widgets.buttons import Button
from ui.widgets.labels import Label
from ui.widgets.notice import Notice
from ui.widgets.progress_line import ProgressLine

_EDGE = 40
"""Pixels of the screen that are left to a window's own frame."""


class Sheet(QDialog):
    """As wide as it is asked to be, as high as its words need, and never larger than the screen."""

    def __init__(self, look: Look, title: str, parent: QWidget | None = None, wide: int = 560) -> None:
        """Say the title (a gettext key); a child fills `body`, and `foot` with buttons. `wide`: pixels at 100 %."""
        super().__init__(parent)
        self.look, self._wide = look, wide
        self.setWindowTitle(_(title))
        self.notice = Notice(look)
        self.body, self.foot = QVBoxLayout(), ButtonRow(look, right=True)
        self._inside, self._area = QWidget(), QScrollArea()
        self._line: ProgressLine | None = None
        self._fitted = 0
        """The height it gave itself; another is a person's choice."""
        self._lay_out(title)
        look.changed.connect(self.fit)

    def tell(self, trouble: Trouble) -> None:
        """Tell trouble here, where it was asked, with what to do."""
        self.note(*told(trouble), "bad")

    def note(self, message: str, advice: str = "", tone: str = "ok") -> None:
        """Show words, already translated, at the top, and see that they are seen."""
        self.notice.tell(message, advice, tone)
        self.fit()
        self._area.ensureWidgetVisible(self.notice)

    def fit(self) -> None:
        """Be as high as the words need now, as far as the screen goes; no lower than a person has made it."""
        room = self.screen().availableSize()
        width = min(max(self.width(), self.look.px(self._wide)), room.width() - _EDGE)
        outside = self.layout()
        within = self._inside.layout()
        if outside is None or within is None:
            return
        for layout in (within, outside):
            layout.activate()
        side = outside.contentsMargins()
        wide = width - side.left() - side.right()
        below = [self.foot.heightForWidth(wide)] if self.foot.count() else []
        below += [self._line.sizeHint().height()] if self._line is not None else []
        wanted = _height(within, wide) + sum(each + outside.spacing() for each in below) + side.top() + side.bottom()
        self._keep_room(wanted <= room.height() - _EDGE)
        chosen = self.height() if self.isVisible() and self.height() != self._fitted else 0
        self._fitted = min(max(chosen, wanted), room.height() - _EDGE)
        self.resize(width, self._fitted)

    def showEvent(self, event: QShowEvent) -> None:
        """Fit, now that it is known on which screen."""
        super().showEvent(event)
        self.fit()

    def add(self, *parts: QWidget | QLayout) -> None:
        """Put parts below each other into the body."""
        for part in parts:
            self.body.addLayout(part) if isinstance(part, QLayout) else self.body.addWidget(part)

    def row(self, *parts: QWidget) -> ButtonRow:
        """Return parts side by side, that go on in a further line where it is narrow."""
        flow = ButtonRow(self.look)
        for part in parts:
            flow.addWidget(part)
        return flow

    def work_in(self, line: ProgressLine) -> None:
        """Show progress in a line above the foot.

        Its room is kept, so that nothing jumps when work begins or ends; not where the screen is too low anyway.
        """
        self._line = line
        self._keep_room(True)
        outside = self.layout()
        assert isinstance(outside, QVBoxLayout)
        outside.insertWidget(1, line)

    def close_with(self, *buttons: Button) -> None:
        """Put buttons at the foot."""
        for button in buttons:
            self.foot.addWidget(button)

    def _keep_room(self, is_kept: bool) -> None:
        if self._line is not None:
            policy = self._line.sizePolicy()
            policy.setRetainSizeWhenHidden(is_kept)
            self._line.setSizePolicy(policy)

    def _lay_out(self, title: str) -> None:
        px, within, outside = self.look.px, QVBoxLayout(self._inside), QVBoxLayout(self)
        for layout in (within, self.body):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(px(12))
        within.addWidget(Label(title, "title", wrap=True))
        within.addWidget(self.notice)
        within.addLayout(self.body, 1)
        self._inside.setProperty("scroll", True)
        self._area.setWidget(self._inside)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        outside.setContentsMargins(px(24), px(24), px(24), px(24))
        outside.setSpacing(px(12))
        outside.addWidget(self._area, 1)
        outside.addLayout(self.foot)


def _height(layout: QLayout, width: int) -> int:
    if layout.hasHeightForWidth():
        return max(layout.totalHeightForWidth(width), layout.totalMinimumHeightForWidth(width))
    return layout.totalSizeHint().height()
