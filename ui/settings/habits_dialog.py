# SPDX-License-Identifier: MIT
"""A person's own abbreviations and the words she taught the speller: seen, added, changed, removed, kept at once.

Keeping them is storage/acts/habits.py's; obeying them, the notes' page's.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QTabWidget, QVBoxLayout, QWidget

from resources.language import N_, _
from storage.errors import Trouble
from ui.desk import Desk
from ui.errors import told
from ui.settings.abbreviations import Abbreviations
from ui.settings.own_words import OwnWords
from ui.widgets.buttons import Button
from ui.widgets.labels import Label
from ui.widgets.notice import Notice


class HabitsDialog(QDialog):
    """Two lists, a tab each."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Show what is kept in the desk's store."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_(N_("Abbreviations and own words")))
        self.notice = Notice(desk.look)
        self.abbreviations, self.words = Abbreviations(desk), OwnWords(desk)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName(_(N_("What is shown")))
        self.tabs.addTab(self.abbreviations, _(N_("Abbreviations")))
        self.tabs.addTab(self.words, _(N_("Own words")))
        self.leave = Button(desk.look, N_("&Close"), primary=True)
        self.leave.clicked.connect(self.accept)
        for part in (self.abbreviations, self.words):
            part.refused.connect(self._on_refused)
            part.kept.connect(self.notice.hide)
        self._build(desk)
        self.abbreviations.short.setFocus()

    def _on_refused(self, trouble: Trouble) -> None:
        self.notice.tell(*told(trouble), "bad")

    def _build(self, desk: Desk) -> None:
        px = desk.look.px
        everything = QVBoxLayout(self)
        everything.setContentsMargins(*[px(24)] * 4)
        everything.setSpacing(px(12))
        everything.addWidget(Label(N_("Abbreviations and own words"), "title"))
        about = N_("They are yours, kept encrypted in this store, and in no visit, letter or export.")
        everything.addWidget(Label(about, "body", "muted", wrap=True))
        everything.addWidget(self.notice)
        everything.addWidget(self.tabs, 1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.leave)
        everything.addLayout(foot)
        self.resize(px(560), px(520))
