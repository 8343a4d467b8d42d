# SPDX-License-Identifier: MIT
"""The pages of a PDF as they are: the very bytes, from memory, never a file. What bytes, others say."""

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from resources.language import N_, _
from ui.look import Look
from ui.widgets.buttons import IconButton
from ui.widgets.labels import Label

_STEPS = (0.25, 0.35, 0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0)


class _View(QPdfView):
    """Pages with keys of their own: + and - for size, 0 for the width."""

    keyed = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_0, Qt.Key.Key_Equal):
            self.keyed.emit(event.key())
        else:
            super().keyPressEvent(event)


class Pages(QWidget):
    """Pages with a bar to turn and size them."""

    def __init__(self, look: Look, name: str, words: str) -> None:
        """Make it, empty; gettext keys call it by a name, and stand where no pages are."""
        super().__init__()
        self._look, self._name = look, name
        self.pdf = b""
        """The bytes shown."""
        self._buffer = QBuffer(self)
        self.document = QPdfDocument(self)
        self.view = _View(self)
        self.view.setDocument(self.document)
        self.view.setPageMode(QPdfView.PageMode.MultiPage)
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.view.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # A bar that comes makes pages lower, so that it goes, and comes again, for ever: the window stood still.
        self.view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.where = Label(type="small")
        self.words = Label(words, tone="muted", wrap=True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.earlier = IconButton(look, "chevron-up", N_("Previous page"))
        self.later = IconButton(look, "chevron-down", N_("Next page"))
        self.smaller = IconButton(look, "minus", N_("Smaller"))
        self.larger = IconButton(look, "plus", N_("Larger"))
        self.fit = IconButton(look, "monitor", N_("As wide as the view"))
        self._build()
        self._connect()
        look.changed.connect(self._fit)
        self._fit()
        self._say()
        self._on_page()

    def show_pdf(self, pdf: bytes) -> None:
        """Show these bytes and stay on the page one was on; nothing to do when they are the same."""
        if pdf == self.pdf:
            return
        page = self.page()
        self.document.close()
        self._buffer.close()
        self.pdf = pdf
        self._buffer.setData(QByteArray(pdf))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document.load(self._buffer)
        self._stack.setCurrentIndex(1)
        self.turn_to(min(page, max(0, self.document.pageCount() - 1)))
        self._on_page()

    def show_words(self, key: str) -> None:
        """Show a sentence (a gettext key) in place of pages."""
        self.document.close()
        self.pdf = b""
        self.words.say(key)
        self._stack.setCurrentIndex(0)
        self._on_page()

    def page(self) -> int:
        """Return the page shown, from 0."""
        return self.view.pageNavigator().currentPage()

    def turn_to(self, page: int) -> None:
        """Go to a page, from 0; nothing beyond the ends."""
        if 0 <= page < self.document.pageCount():
            self.view.pageNavigator().jump(page, QPointF(), self.view.pageNavigator().currentZoom())

    def next_page(self) -> None:
        """Go on a page."""
        self.turn_to(self.page() + 1)

    def previous_page(self) -> None:
        """Go back a page."""
        self.turn_to(self.page() - 1)

    def fit_width(self) -> None:
        """Make the pages as wide as the view."""
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)

    def zoom(self, step: int) -> None:
        """Make the pages larger (1) or smaller (-1)."""
        now = self._factor()
        steps = [each for each in _STEPS if (each > now + 0.01 if step > 0 else each < now - 0.01)]
        if steps:
            self.view.setZoomMode(QPdfView.ZoomMode.Custom)
            self.view.setZoomFactor(min(steps) if step > 0 else max(steps))

    def changeEvent(self, event: QEvent) -> None:
        """Say everything again in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _factor(self) -> float:
        if self.view.zoomMode() == QPdfView.ZoomMode.Custom or not self.document.pageCount():
            return self.view.zoomFactor()
        wide = self.document.pagePointSize(0).width() * self.view.logicalDpiX() / 72
        return (self.view.viewport().width() - 12) / wide

    def _build(self) -> None:
        self._bar = QHBoxLayout()
        for part in (self.earlier, self.where, self.later):
            self._bar.addWidget(part)
        self._bar.addStretch(1)
        for button in (self.smaller, self.larger, self.fit):
            self._bar.addWidget(button)
        self._stack = QStackedLayout()
        self._all = QVBoxLayout(self)
        self._all.addLayout(self._bar)
        self._all.addLayout(self._stack, 1)
        # Only now: a stack that has no window yet shows its first part as one.
        self._stack.addWidget(self.words)
        self._stack.addWidget(self.view)

    def _connect(self) -> None:
        self.view.pageNavigator().currentPageChanged.connect(self._on_page)
        self.view.keyed.connect(self._on_key)
        self.earlier.clicked.connect(self.previous_page)
        self.later.clicked.connect(self.next_page)
        self.smaller.clicked.connect(self._on_smaller)
        self.larger.clicked.connect(self._on_larger)
        self.fit.clicked.connect(self.fit_width)

    def _on_smaller(self) -> None:
        self.zoom(-1)

    def _on_larger(self) -> None:
        self.zoom(1)

    def _on_key(self, key: int) -> None:
        if key == Qt.Key.Key_0:
            self.fit_width()
        else:
            self.zoom(-1 if key == Qt.Key.Key_Minus else 1)

    def _on_page(self) -> None:
        count = self.document.pageCount()
        self.where.setVisible(bool(count))
        self.where.say(N_("{page} of {count}"), page=self.page() + 1, count=count)
        self.earlier.setEnabled(self.page() > 0)
        self.later.setEnabled(self.page() + 1 < count)
        for button in (self.smaller, self.larger, self.fit):
            button.setEnabled(bool(count))
        self.view.setAccessibleDescription(self.where.text())

    def _say(self) -> None:
        self.view.setAccessibleName(_(self._name))
        self.where.setAccessibleName("")

    def _fit(self) -> None:
        palette = self.view.palette()
        palette.setColor(QPalette.ColorRole.Dark, self._look.colour("sunken"))
        self.view.setPalette(palette)
        self._bar.setSpacing(self._look.px(4))
        self._all.setSpacing(self._look.px(8))
        self._all.setContentsMargins(0, self._look.px(8), 0, 0)
