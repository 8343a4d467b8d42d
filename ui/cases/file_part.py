# SPDX-License-Identifier: MIT
"""What a case file shows, and what came of it for the child: the first part of a review. It says what is chosen."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from resources.language import N_, _
from storage.model.case_review import FEATURES, OUTCOMES, SHOWN, CaseReview
from ui.look import Look
from ui.widgets.labels import Label


class Words(QPlainTextEdit):
    """A few lines of plain text that say when they are left."""

    left = Signal()

    def __init__(self) -> None:
        """Make it, empty."""
        super().__init__()
        self.setTabChangesFocus(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that the words are left."""
        super().focusOutEvent(event)
        self.left.emit()


class FilePart(QWidget):
    """Seven things every file is looked at for, the outcome, and whether a concern was raised."""

    shown = Signal(str, str)
    """(feature, what was chosen)"""
    amended = Signal(str, object)
    """(field of the review, value)"""

    def __init__(self, look: Look) -> None:
        """Make the fields, empty."""
        super().__init__()
        self._look = look
        self.features = {code: QComboBox() for code in FEATURES}
        self.outcome, self.words = QComboBox(), Words()
        self.concern = QCheckBox()
        self._review: CaseReview | None = None
        self._build()
        self._say()
        self.words.left.connect(self._on_words)
        self.outcome.activated.connect(self._on_outcome)
        self.concern.clicked.connect(self._on_concern)

    def show_review(self, review: CaseReview | None) -> None:
        """Show a review; blank fields for None. Words that are being typed stay."""
        before, self._review = self._review, review
        said = dict(review.features) if review else {}
        for code, box in self.features.items():
            box.setCurrentIndex(max(0, box.findData(said.get(code, ""))))
        self.outcome.setCurrentIndex(max(0, self.outcome.findData(review.outcome if review else "")))
        self.concern.setChecked(bool(review and review.concern))
        fresh = review.outcome_words if review else ""
        is_same = bool(before and review and before.id == review.id) or before is review
        if not (is_same and self.words.hasFocus()) and self.words.toPlainText() != fresh:
            self.words.setPlainText(fresh)

    def typed(self) -> str:
        """Return the words about the outcome, as typed."""
        return self.words.toPlainText().strip()

    def is_unkept(self) -> bool:
        """Say whether words are typed that the review does not have."""
        return self.typed() != (self._review.outcome_words.strip() if self._review else "")

    def changeEvent(self, event: QEvent) -> None:
        """Say everything again in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _on_feature(self) -> None:
        box = self.sender()
        code = next((code for code, each in self.features.items() if each is box), "")
        if code:
            self.shown.emit(code, str(self.features[code].currentData()))

    def _on_outcome(self) -> None:
        self.amended.emit("outcome", str(self.outcome.currentData()))

    def _on_concern(self) -> None:
        self.amended.emit("concern", self.concern.isChecked())

    def _on_words(self) -> None:
        if self.is_unkept():
            self.amended.emit("outcome_words", self.typed())

    def _say(self) -> None:
        for code, box in self.features.items():
            _offer(box, SHOWN)
            box.setAccessibleName(_(FEATURES[code]))
        _offer(self.outcome, OUTCOMES)
        self.outcome.setAccessibleName(_(N_("Outcome for the child")))
        self.words.setAccessibleName(_(N_("Outcome for the child, in words")))
        self.words.setPlaceholderText(_(N_("What changed for the child, and how the file shows it; never a name.")))
        self.concern.setText(_(N_("A matter of concern was raised")))
        self.show_review(self._review)

    def _build(self) -> None:
        inside, scroll, whole = QWidget(), QScrollArea(), QVBoxLayout(self)
        grid, rows = QGridLayout(), QVBoxLayout(inside)
        grid.setHorizontalSpacing(self._look.px(12))
        grid.setVerticalSpacing(self._look.px(4))
        named = [(FEATURES[code], box) for code, box in self.features.items()]
        for at, (key, box) in enumerate([*named, (N_("Outcome for the child"), self.outcome)]):
            label = Label(key, "small", "muted")
            label.setBuddy(box)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(9)
            grid.addWidget(label, at // 2 * 2, at % 2)
            grid.addWidget(box, at // 2 * 2 + 1, at % 2)
            if box is not self.outcome:
                box.activated.connect(self._on_feature)
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
        inside.setProperty("scroll", True)
        scroll.setWidget(inside)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields are reached by themselves
        scroll.setMinimumHeight(self._look.px(160))
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)
        rows.setContentsMargins(0, self._look.px(8), self._look.px(4), 0)
        rows.setSpacing(self._look.px(8))
        rows.addLayout(grid)
        rows.addWidget(self.words, 1)
        rows.addWidget(self.concern)
        self.words.setMinimumHeight(self._look.px(64))


def _offer(box: QComboBox, choices: dict[str, str]) -> None:
    chosen = box.currentData()
    box.clear()
    for code, name in choices.items():
        box.addItem(_(name), code)
    box.setCurrentIndex(max(0, box.findData(chosen)))
