# SPDX-License-Identifier: MIT
"""How long a visit is kept: its class and day, a legal hold, and wiping it from this laptop. What may go: storage.

It stays open to tell why something cannot be done; wiping leaves a certificate, which it asks to save.
"""

from pathlib import Path

from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from resources.language import N_, _
from storage.acts import retention as acts
from storage.errors import Refused, Trouble
from storage.model.retention import CLASSES
from storage.model.visit import Visit
from storage.queries.retention import Keeping, keeping_of
from storage.queries.visits import visit as visit_by_id
from storage.shelf import write_whole
from storage.sync import wiping
from storage.vault import world
from ui.desk import Desk
from ui.errors import told
from ui.visits.words import day_words
from ui.widgets.buttons import Button
from ui.widgets.day_edit import DayEdit
from ui.widgets.grown import grow
from ui.widgets.labels import Label
from ui.widgets.notice import Notice


class KeepingDialog(QDialog):
    """It records each decision itself, with the reason that is typed."""

    def __init__(self, desk: Desk, visit: Visit, parent: QWidget | None = None) -> None:
        """Show how a visit is kept."""
        super().__init__(parent)
        self._desk, self._visit = desk, visit
        self.setWindowTitle(_(N_("How long the visit is kept")))
        look = desk.look
        self.certificate: wiping.Certificate | None = None
        self.notice, self.source = Notice(look), Label(type="small", tone="muted", wrap=True)
        self.held, self.may_go = Label(wrap=True), Label(wrap=True)
        self.kept_as, self.day, self.reason = QComboBox(), DayEdit(look), QLineEdit()
        self.by_hand = QCheckBox(_(N_("A &day that your body has set")))
        self.keep = Button(look, N_("&Keep it so"))
        self.hold = Button(look, N_("&Lay a legal hold"), "lock")
        self.wipe = Button(look, N_("&Wipe from this laptop"), "circle-x")
        self.save = Button(look, N_("&Save the certificate…"), "download")
        self.shut = Button(look, N_("&Close"))
        self._build()
        self._connect()
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Be as high as the words need."""
        super().showEvent(event)
        grow(self)

    def _show(self) -> None:
        seen, store = visit_by_id(self._desk.store, self._visit.id), self._desk.store
        if seen is None:
            self._show_gone()
            return
        self._visit = seen
        keeping = keeping_of(store, seen)
        self.kept_as.setCurrentIndex(max(self.kept_as.findData(keeping.code), 0))
        self.by_hand.setChecked(bool(seen.review_on))
        if keeping.review is not None:
            self.day.setDate(QDate(keeping.review.year, keeping.review.month, keeping.review.day))
        self.held.show_text(kept_words(keeping))
        self.held.set_tone("warn" if keeping.is_held else "")
        self.hold.say(N_("&Lift the legal hold") if keeping.is_held else N_("&Lay a legal hold"))
        try:
            wiping.may_go(store, seen)
            self.may_go.say(N_("It may be wiped from this laptop: the office provably has all of it."))
            self.wipe.setEnabled(True)
        except Refused as refused:
            self.may_go.show_text(" ".join(part for part in told(refused) if part))
            self.wipe.setEnabled(False)
        self._on_class()
        grow(self)

    def _show_gone(self) -> None:
        self.held.say(N_("The visit was wiped from this laptop."))
        for part in (self.kept_as, self.day, self.by_hand, self.reason, self.keep, self.hold, self.wipe, *self._labels):
            part.hide()
        self.source.hide()
        self.may_go.hide()
        self.save.setVisible(self.certificate is not None)
        self.save.setFocus()

    def _on_class(self) -> None:
        self.source.say(CLASSES[str(self.kept_as.currentData())].source)
        self.day.setEnabled(self.by_hand.isChecked())

    def _on_keep(self) -> None:
        day = self.day.date().toPython() if self.by_hand.isChecked() else None
        code = str(self.kept_as.currentData())
        self._try(lambda: acts.classify(self._desk.store, self._visit, code, day))  # type: ignore[arg-type]

    def _on_hold(self) -> None:
        act = acts.lift if keeping_of(self._desk.store, self._visit).is_held else acts.hold
        self._try(lambda: act(self._desk.store, self._visit, self.reason.text()))

    def _on_wipe(self) -> None:
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            self.certificate = wiping.wipe(self._desk.store, self._visit, self.reason.text())
        except Trouble as trouble:
            self._tell(trouble)
            return
        finally:
            QApplication.restoreOverrideCursor()
        self.notice.tell(_(N_("The visit was wiped from this laptop.")), _(N_("Keep the certificate.")), "ok")
        self._show()

    def _on_save(self) -> None:
        chosen, _kind = QFileDialog.getSaveFileName(
            self, _(N_("Save the certificate")), str(Path.home() / _(N_("Certificate of deletion.pdf"))), "PDF (*.pdf)"
        )
        if chosen:
            self.save_to(Path(chosen))

    def save_to(self, path: Path) -> None:
        """Write the certificate as PDF; tell trouble here."""
        from reports.sheets.deletion import deletion
        from reports.sheets.paper import as_pdf

        if self.certificate is None:
            return
        try:
            with world(path.parent):
                write_whole(path, as_pdf(deletion(self.certificate)))
        except Trouble as trouble:
            self._tell(trouble)
            return
        self.notice.tell(_(N_("Saved.")), tone="ok")

    def _try(self, act: object) -> None:
        self.notice.hide()
        try:
            act()  # type: ignore[operator]
        except Trouble as trouble:
            self._tell(trouble)
            return
        self.reason.clear()
        self._show()

    def _tell(self, trouble: Trouble) -> None:
        self.notice.tell(*told(trouble), "bad")
        grow(self)
        self.reason.setFocus()

    def _build(self) -> None:
        px = self._desk.look.px
        for code, each in CLASSES.items():
            self.kept_as.addItem(_(each.name), code)
        self.day.setAccessibleName(_(N_("A day that your body has set")))
        self.reason.setPlaceholderText(_(N_("Needed for a hold, and for wiping")))
        form, decided, foot = QFormLayout(), QHBoxLayout(), QHBoxLayout()
        form.setSpacing(px(8))
        self._labels: list[Label] = []
        for key, field in ((N_("Kept &as"), self.kept_as), (N_("&Reason"), self.reason)):
            label = Label(key)
            label.setBuddy(field)
            field.setAccessibleName(_(key).replace("&", ""))
            form.addRow(label, field)
            self._labels.append(label)
            if field is self.kept_as:
                form.addRow("", self.source)
                form.addRow(self.by_hand, self.day)
        for part in (self.keep, self.hold):
            decided.addWidget(part)
        decided.addStretch(1)
        for part in (self.wipe, self.save):
            foot.addWidget(part)
        foot.addStretch(1)
        foot.addWidget(self.shut)
        everything = QVBoxLayout(self)
        everything.setContentsMargins(px(24), px(24), px(24), px(24))
        everything.setSpacing(px(12))
        for above in (Label(N_("How long the visit is kept"), "title"), self.notice, self.held):
            everything.addWidget(above)
        everything.addLayout(form)
        everything.addLayout(decided)
        everything.addWidget(self.may_go)
        everything.addStretch(1)
        everything.addLayout(foot)
        self.save.hide()
        self.setMinimumWidth(px(560))

    def _connect(self) -> None:
        self.kept_as.currentIndexChanged.connect(self._on_class)
        self.by_hand.toggled.connect(self._on_class)
        self.keep.clicked.connect(self._on_keep)
        self.hold.clicked.connect(self._on_hold)
        self.wipe.clicked.connect(self._on_wipe)
        self.save.clicked.connect(self._on_save)
        self.shut.clicked.connect(self.accept)


def kept_words(keeping: Keeping) -> str:
    """Return how long a visit is kept in a line: "Until 11 July 2024 · Legal hold: a court asks for it"."""
    day = day_words(keeping.review.isoformat()) if keeping.review else ""
    parts = [_(N_("Until {day}")).format(day=day) if day else _(N_("No day can be told yet"))]
    if keeping.is_held:
        parts.append(_(N_("Legal hold: {reason}")).format(reason=keeping.hold_reason))
    if keeping.released:
        parts.append(_(N_("Released by the office: {reason}")).format(reason=keeping.released))
    return " · ".join(parts)
