# SPDX-License-Identifier: MIT
"""How long a visit is kept: its class and day, a legal hold, and wiping it from this laptop. What may go: storage.

It stays open to tell why something cannot be done; wiping leaves a certificate, which is shown and can be saved.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QFormLayout, QLineEdit, QPlainTextEdit, QWidget

from resources.language import N_, _
from storage.acts import retention as acts
from storage.errors import Refused, Trouble
from storage.model import clock
from storage.model.retention import CLASSES
from storage.model.visit import Visit
from storage.queries.retention import Keeping, keeping_of
from storage.queries.visits import visit as visit_by_id
from storage.sync import wiping
from ui.desk import Desk
from ui.doing import Doing
from ui.errors import told
from ui.visits.words import day_words
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.day_edit import DayEdit
from ui.widgets.labels import Label, add_row
from ui.widgets.progress_line import ProgressLine
from ui.widgets.sheet import Sheet


class KeepingDialog(Sheet):
    """It records each decision itself, with the reason that is typed."""

    def __init__(self, desk: Desk, visit: Visit, parent: QWidget | None = None) -> None:
        """Show how a visit is kept."""
        super().__init__(desk.look, N_("How long the visit is kept"), parent, wide=600)
        self._desk, self._visit, look = desk, visit, desk.look
        self.certificate: wiping.Certificate | None = None
        self.source, self.held = Label(type="small", tone="muted", wrap=True), Label(wrap=True)
        self.may_go, self.keys_warning = Label(wrap=True), Label(tone="warn", wrap=True)
        self.kept_as, self.day, self.reason = QComboBox(), DayEdit(look), QLineEdit()
        self.by_hand = QCheckBox(_(N_("A &day that your body has set")))
        self.with_keys = QCheckBox(_(N_("The key of its case list goes &too")))
        self.keep = Button(look, N_("&Keep it so"))
        self.hold = Button(look, N_("&Lay a legal hold"), "lock")
        self.wipe = Button(look, N_("&Wipe from this laptop"), "circle-x")
        self.line, self.told = ProgressLine(look), QPlainTextEdit()
        self.save = Button(look, N_("&Save the certificate…"), "download", primary=True)
        self.shut = Button(look, N_("&Close"))
        self._doing = Doing(desk, self.line, self, aside=True)
        self._build()
        self._connect()
        self._show()

    def save_to(self, path: Path) -> None:
        """Write the certificate as PDF; tell trouble here."""
        from reports.sheets.deletion import deletion
        from reports.sheets.paper import printing

        if self.certificate is not None:
            sheet = deletion(self.certificate)
            self._doing.start(printing(lambda _store: sheet, path), N_("Writing the certificate"), self._on_saved)

    def reject(self) -> None:
        """Close. A wipe that has not come to its end leaves everything as it was; one that has is finished."""
        if self.certificate is None:
            self._doing.stop()
        super().reject()

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
        self._show_whether_it_may_go(seen)
        self._on_class()
        self.fit()

    def _show_whether_it_may_go(self, seen: Visit) -> None:
        store = self._desk.store
        has_keys = bool(wiping.key_streams_of(store, seen))
        try:
            wiping.may_go(store, seen)
            self.may_go.say(N_("It may be wiped from this laptop: the office provably has all of it."))
            may = True
        except Refused as refused:
            self.may_go.show_text(" ".join(part for part in told(refused) if part))
            may = False
        self.wipe.setEnabled(may and not self._doing.is_busy())
        for part in (self.with_keys, self.keys_warning):
            part.setVisible(may and has_keys)

    def _show_gone(self) -> None:
        """Show what is left of it here: the certificate."""
        self.held.say(N_("The visit was wiped from this laptop."))
        self.held.set_tone("")
        self.held.setVisible(self.certificate is None)  # else the notice says so
        for part in (self._kept, self._from_here, self.wipe):
            part.hide()
        self.save.setVisible(self.certificate is not None)
        self.told.setVisible(self.certificate is not None)
        if self.certificate is not None:
            from reports.sheets.deletion import deletion
            from reports.sheets.paper import as_lines

            self.told.setPlainText("\n".join(as_lines(deletion(self.certificate))))
        self.fit()

    def _on_class(self) -> None:
        self.source.say(CLASSES[str(self.kept_as.currentData())].source)
        self.day.setEnabled(self.by_hand.isChecked())

    def _on_keep(self) -> None:
        day = self.day.date().toPython() if self.by_hand.isChecked() else None
        code = str(self.kept_as.currentData())
        self._try(partial(acts.classify, self._desk.store, self._visit, code, day))  # type: ignore[arg-type]

    def _on_hold(self) -> None:
        act = acts.lift if keeping_of(self._desk.store, self._visit).is_held else acts.hold
        self._try(partial(act, self._desk.store, self._visit, self.reason.text()))

    def _on_wipe(self) -> None:
        self.notice.hide()
        job = wiping.wiping(self._visit, self.reason.text(), with_keys=self.with_keys.isChecked())
        self._doing.start(job, N_("Wiping the visit"), self._on_wiped)
        self._allow()

    def _on_wiped(self, certificate: wiping.Certificate) -> None:
        """The store has let go of it; what lies outside the store's file follows. The certificate waits for that."""
        self.certificate = certificate
        self._doing.start(wiping.clearing(), N_("Clearing log, journal and files away"), self._on_cleared)
        self.line.cancel.setEnabled(False)  # there is no way back any more

    def _on_cleared(self, _nothing: None) -> None:
        self._show_gone()
        said = _(N_("The visit was wiped from this laptop."))
        self.note(said, _(N_("Save the certificate: it says what was deleted, and what nobody can vouch for.")))

    def _on_failed(self, trouble: Trouble) -> None:
        self.tell(trouble)
        if self.certificate is not None:  # gone from the store; the rest follows at the next start, certificate too
            self.certificate = None
            self._show_gone()
        self.reason.setFocus()

    def _on_save(self) -> None:
        chosen, _kind = QFileDialog.getSaveFileName(
            self, _(N_("Save the certificate")), str(Path.home() / _(N_("Certificate of deletion.pdf"))), "PDF (*.pdf)"
        )
        if chosen:
            self.save_to(Path(chosen))

    def _on_saved(self, path: Path) -> None:
        self.note(_(N_("Saved: {file}")).format(file=path), _(N_("It is not encrypted.")))

    def _try(self, act: Callable[[], object]) -> None:
        self.notice.hide()
        try:
            act()
        except Trouble as trouble:
            self.tell(trouble)
            self.reason.setFocus()
            return
        self.reason.clear()
        self._show()

    def _allow(self) -> None:
        busy = self._doing.is_busy()
        for part in (self.keep, self.hold, self.kept_as, self.by_hand, self.reason, self.with_keys, self.save):
            part.setEnabled(not busy)
        if busy:
            self.wipe.setEnabled(False)
        elif self.certificate is not None:
            self.save.setFocus()
        elif visit_by_id(self._desk.store, self._visit.id) is not None:
            self._show_whether_it_may_go(self._visit)

    def _build(self) -> None:
        look = self._desk.look
        for code, each in CLASSES.items():
            self.kept_as.addItem(_(each.name), code)
        self.day.setAccessibleName(_(N_("A day that your body has set")))
        self.reason.setPlaceholderText(_(N_("Needed for a hold, and for wiping")))
        self.keys_warning.say(N_("No hub has this key. Without it nobody can ever tell whose cases these were."))
        self._kept, self._from_here = Card(look), Card(look, N_("On this laptop"))
        form = QFormLayout()
        form.setSpacing(look.px(8))
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for key, field in ((N_("Kept &as"), self.kept_as), (N_("&Reason"), self.reason)):
            add_row(form, key, field)
            if field is self.kept_as:
                form.addRow("", self.source)
                form.addRow(self.by_hand, self.day)
        self.kept_as.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.kept_as.setMinimumContentsLength(16)
        self._kept.body.addLayout(form)
        self._kept.body.addLayout(self.row(self.keep, self.hold))
        for part in (self.may_go, self.with_keys, self.keys_warning):
            self._from_here.body.addWidget(part)
        self.told.setReadOnly(True)
        self.told.setTabChangesFocus(True)
        self.told.setMinimumHeight(look.px(240))
        self.told.setAccessibleName(_(N_("Certificate of deletion")))
        self.add(self.held, self._kept, self._from_here, self.told)
        self.work_in(self.line)
        self.close_with(self.wipe, self.save, self.shut)
        self.save.hide()
        self.told.hide()

    def _connect(self) -> None:
        self.kept_as.currentIndexChanged.connect(self._on_class)
        self.by_hand.toggled.connect(self._on_class)
        self.keep.clicked.connect(self._on_keep)
        self.hold.clicked.connect(self._on_hold)
        self.wipe.clicked.connect(self._on_wipe)
        self.save.clicked.connect(self._on_save)
        self.shut.clicked.connect(self.reject)
        self._doing.failed.connect(self._on_failed)
        self._doing.idle.connect(self._allow)


def kept_words(keeping: Keeping) -> str:
    """Return how long a visit is kept in a line: "Until 11 July 2024 · Legal hold: a court asks for it"."""
    day = day_words(keeping.review.isoformat()) if keeping.review else ""
    is_over = keeping.is_over(clock.now().astimezone().date())
    until = N_("Since {day} it may be decided that it goes") if is_over else N_("Until {day}")
    parts = [_(until).format(day=day) if day else _(N_("No day can be told yet"))]
    if keeping.is_held:
        parts.append(_(N_("Legal hold: {reason}")).format(reason=keeping.hold_reason))
    if keeping.released:
        parts.append(_(N_("Released by the office: {reason}")).format(reason=keeping.released))
    return " · ".join(parts)
