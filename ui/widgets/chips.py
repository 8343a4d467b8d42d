# SPDX-License-Identifier: MIT
"""The areas a note speaks to, as chips that can be taken off, flowing over as many lines as they need."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QToolButton, QWidget

from resources.language import N_, _
from ui.look import Look
from ui.widgets.icons import icon


class Flow(QLayout):
    """Puts its items side by side, and begins a new line where one is full."""

    def __init__(self, look: Look) -> None:
        """Lay out with the look's gaps."""
        super().__init__()
        self._look = look
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Take one more."""
        self._items.append(item)
        self.invalidate()

    def count(self) -> int:
        """Return how many there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return one, or None."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give one back, or None."""
        self.invalidate()
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        """Return that a narrow place makes it taller."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height it needs in a width."""
        return self._lay(QRect(0, 0, width, 0), move=False)

    def sizeHint(self) -> QSize:
        """Return the size of the widest item: the rest flows."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """Return the size of the widest item."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def setGeometry(self, rect: QRect) -> None:
        """Place every item."""
        super().setGeometry(rect)
        self._lay(rect, move=True)

    def _lay(self, rect: QRect, move: bool) -> int:
        gap, at, high = self._look.px(4), rect.topLeft(), 0
        line: list[tuple[QLayoutItem, QRect]] = []
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            wide = min(size.width(), rect.width())
            if at.x() > rect.x() and at.x() + wide > rect.right() + 1:
                _settle(line if move else (), high)
                at, high, line = QPoint(rect.x(), at.y() + high + gap), 0, []
            line.append((item, QRect(at, QSize(wide, size.height()))))
            at = QPoint(at.x() + wide + gap, at.y())
            high = max(high, size.height())
        _settle(line if move else (), high)
        return at.y() + high - rect.y()


def _settle(line: Iterable[tuple[QLayoutItem, QRect]], high: int) -> None:
    """Place what stands in one line, each in the middle of its height."""
    for item, place in line:
        item.setGeometry(place.translated(0, (high - place.height()) // 2))


@dataclass(frozen=True, slots=True)
class Chip:
    """One area, as shown."""

    key: str
    """What tells it from others: a link's identifier, or "rubric:code" before there is one."""
    code: str
    words: str
    """The criterion's title, said in the tooltip and to screen readers."""
    quoted: str = ""
    """The linked words, where not the whole note is linked."""


_UNLINK = N_("Press Delete to unlink")


class ChipButton(QToolButton):
    """A chip; pressed, or with Delete, it is taken off."""

    taken_off = Signal(str)

    def __init__(self, look: Look, chip: Chip, fixed: bool = False, off: str = _UNLINK) -> None:
        """Show a chip; a fixed one only tells, another says by a gettext key how it is taken `off`."""
        super().__init__()
        self._look, self._chip, self._fixed, self._off = look, chip, fixed, off
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the cross stands after the words
        self.setProperty("quiet", True)
        if not fixed:
            self.setIcon(icon(look, "x", "muted"))
            self.clicked.connect(self._on_clicked)
        quoted = f" “{cut(chip.quoted)}”" if chip.quoted else ""
        self.setText(f"{chip.code}{quoted}")
        self.setIconSize(QSize(look.px(12), look.px(12)))
        self.setStyleSheet(_sheet(look))
        self.say()

    def say(self) -> None:
        """Say what it is, and how it is taken off."""
        whole = f"{self._chip.code} {self._chip.words}"
        if self._chip.quoted:
            whole = f"{whole} · “{self._chip.quoted[:400]}”"
        self.setToolTip(whole if self._fixed else f"{whole}\n{_(self._off)}")
        self.setAccessibleName(whole)
        self.setAccessibleDescription("" if self._fixed else _(self._off))

    def changeEvent(self, event: QEvent) -> None:
        """Say it again in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.say()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Delete and Backspace."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and not self._fixed:
            self._on_clicked()
        else:
            super().keyPressEvent(event)

    def _on_clicked(self) -> None:
        self.taken_off.emit(self._chip.key)


class Chips(QWidget):
    """All chips of a note, and after them what adds one."""

    taken_off = Signal(str)
    """A chip's key."""

    def __init__(self, look: Look, last: QWidget) -> None:
        """Show no chips yet; `last` stands after them."""
        super().__init__()
        self._look, self._last = look, last
        self.follows: QWidget | None = None
        """What stands before the first chip in the order of Tab; never asked of Qt (kin.py)."""
        self._shown: tuple[Sequence[Chip], bool] | None = None
        self._flow = Flow(look)
        self.setLayout(self._flow)
        self._flow.addWidget(last)
        self._fit()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self._on_look)

    def show_chips(self, chips: Sequence[Chip], fixed: bool) -> None:
        """Show these chips; fixed ones cannot be taken off."""
        if self._shown == (chips, fixed):
            return
        self._shown = (chips, fixed)
        had_focus = any(button.hasFocus() for button in self.buttons())
        while (item := self._flow.takeAt(0)) is not None:
            if (widget := item.widget()) is not None and widget is not self._last:
                widget.hide()  # else the layout, which shows what is new a moment later, would make a window of it
                widget.setParent(None)
                widget.deleteLater()
        for chip in chips:
            button = ChipButton(self._look, chip, fixed)
            button.taken_off.connect(self.taken_off)
            self._flow.addWidget(button)
            button.show()  # now: the layout would do so only after the next event, and the keys could not go there
        self._flow.addWidget(self._last)
        order: list[QWidget] = [*([self.follows] if self.follows else []), *self.buttons(), self._last]
        for first, then in pairwise(order):
            self.setTabOrder(first, then)
        self._last.setVisible(not fixed)
        self._flow.activate()
        if had_focus:
            order[-2 if self.buttons() else -1].setFocus()
        self.updateGeometry()

    def buttons(self) -> list[ChipButton]:
        """Return the chips shown, in order."""
        widgets = (self._flow.itemAt(at).widget() for at in range(self._flow.count()))  # type: ignore[union-attr]
        return [widget for widget in widgets if isinstance(widget, ChipButton)]

    def _fit(self) -> None:
        self._last.setStyleSheet(_sheet(self._look, "QPushButton", "dashed"))

    def _on_look(self) -> None:
        self._fit()
        if self._shown is not None:
            shown, self._shown = self._shown, None
            self.show_chips(*shown)


def cut(words: str, most: int = 24) -> str:
    """Return the words on one line, cut to at most so many letters."""
    flat = " ".join(words.split())
    return flat if len(flat) <= most else f"{flat[: most - 2].rstrip()}…"


def _sheet(look: Look, kind: str = "QToolButton", line: str = "solid") -> str:
    """A chip is round: the one shape that the app's sheet does not have."""
    ring, radius = look.px(look.tokens.ring), QFontMetrics(look.font()).height() // 2 + look.px(2)
    pad, inside = look.px(8), look.px(8) - look.px(look.tokens.ring) + 1
    edge, focus, ground = look.tokens["edge"], look.tokens["focus"], look.tokens["surface"]
    return (
        f"{kind} {{ background: {ground}; border: 1px {line} {edge}; border-radius: {radius}px;"
        f" padding: {look.px(2)}px {pad}px; min-height: 0; }}"
        f"{kind}:hover {{ background: {look.tokens['hover']}; }}"
        f"{kind}:focus {{ border: {ring}px solid {focus}; padding: {look.px(2) - 1}px {inside}px; }}"
    )
