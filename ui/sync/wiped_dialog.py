# SPDX-License-Identifier: MIT
"""What was wiped from this laptop: each certificate to read and save, and a visit that was given anew allowed back.

Wiping itself is asked for in ui/visits/keeping_dialog.py; what may go and come back: storage/sync/wiping.py.
"""

from pathlib import Path

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QFileDialog, QListView, QPlainTextEdit, QWidget

from resources.language import N_, _
from storage.errors import Trouble
from storage.leaving import left
from storage.sync import wiping
from ui.desk import Desk
from ui.doing import Doing
from ui.models.date_words import date_words
from ui.models.row_list import RowList
from ui.sync.words import day_of
from ui.widgets.buttons import Button
from ui.widgets.empty_state import EmptyState
from ui.widgets.progress_line import ProgressLine
from ui.widgets.row_delegate import Row, RowDelegate
from ui.widgets.sheet import Sheet


class WipedDialog(Sheet):
    """Certificates above, the newest first; the chosen one in words below."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Show what was wiped."""
        super().__init__(desk.look, N_("Wiped from this laptop"), parent, wide=640)
        self._desk, look = desk, desk.look
        self._found: dict[str, wiping.Certificate] = {}
        self.rows, self.list, self.told = RowList(), QListView(), QPlainTextEdit()
        self.none = EmptyState(
            look,
            "circle-x",
            N_("Nothing was wiped from this laptop"),
            N_("A visit that the office has whole can be wiped once its day has come: “How long it is kept…”."),
        )
        self.line = ProgressLine(look)
        self.back = Button(look, N_("&Allow it back…"), "undo-2")
        self.save = Button(look, N_("&Save the certificate…"), "download", primary=True)
        self.shut = Button(look, N_("C&lose"))
        self._doing = Doing(desk, self.line, self, aside=True)
        self._build()
        self._connect()
        self._read()

    def save_to(self, path: Path) -> None:
        """Write the chosen certificate as PDF; tell trouble here."""
        from reports.sheets.deletion import deletion
        from reports.sheets.paper import printing

        chosen = self.chosen()
        if chosen is not None:
            sheet = deletion(chosen)
            self._doing.start(printing(lambda _store: sheet, path), N_("Writing the certificate"), self._on_saved)

    def ask_back(self) -> None:
        """Ask whether the chosen visit was really given to this laptop anew."""
        self.note(
            _(N_("It may come in again by parcel or sync, as if it had never been wiped.")),
            _(N_("Allow it only when the visit was given to you anew.")),
            "warn",
        )
        self.notice.offer(N_("&Yes, it was given to me anew"), self.allow_back)
        self.fit()
        self.notice.action.setFocus()

    def allow_back(self) -> None:
        """Let the chosen visit come in again."""
        chosen = self.chosen()
        if chosen is None:
            return
        try:
            wiping.allow_back(self._desk.store, chosen.visit_id)
        except Trouble as trouble:
            self.tell(trouble)
            return
        self._show_chosen()
        self.note(_(N_("It may come back now, by parcel or sync.")))

    def chosen(self) -> wiping.Certificate | None:
        """Return the certificate of the row stood on, or None."""
        return self._found.get(self.rows.key(self.list.currentIndex()))

    def _read(self) -> None:
        self._found = {f"{each.visit_id} {each.at}": each for each in reversed(wiping.certificates(self._desk.store))}
        self.rows.show([(key, _row(each)) for key, each in self._found.items()])
        for part in (self.list, self.told, self.save, self.back):
            part.setVisible(bool(self._found))
        self.none.setVisible(not self._found)
        if self._found:
            self.list.setCurrentIndex(self.rows.index(0))
        self._show_chosen()

    def _show_chosen(self) -> None:
        chosen = self.chosen()
        if chosen is None:
            return
        from reports.sheets.deletion import deletion
        from reports.sheets.paper import as_lines

        self.told.setPlainText("\n".join(as_lines(deletion(chosen))))
        gone = {str(said.get("visit_id", "")) for said in left(self._desk.store).values()}
        self.back.setEnabled(chosen.visit_id in gone)

    def _on_current(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self.notice.hide()
        self._show_chosen()

    def _on_save(self) -> None:
        start = str(Path.home() / _(N_("Certificate of deletion.pdf")))
        chosen, _kind = QFileDialog.getSaveFileName(self, _(N_("Save the certificate")), start, "PDF (*.pdf)")
        if chosen:
            self.save_to(Path(chosen))

    def _on_saved(self, path: Path) -> None:
        self.note(_(N_("Saved: {file}")).format(file=path), _(N_("It is not encrypted.")))

    def _connect(self) -> None:
        self.list.selectionModel().currentChanged.connect(self._on_current)
        self.back.clicked.connect(self.ask_back)
        self.save.clicked.connect(self._on_save)
        self.shut.clicked.connect(self.reject)
        self._doing.failed.connect(self.tell)

    def _build(self) -> None:
        px = self.look.px
        self.list.setModel(self.rows)
        self.list.setItemDelegate(RowDelegate(self.look, lines=1, chips=False))
        self.list.setUniformItemSizes(True)
        self.list.setMinimumHeight(px(110))
        self.list.setAccessibleName(_(N_("Visits that were wiped from this laptop")))
        self.told.setReadOnly(True)
        self.told.setTabChangesFocus(True)
        self.told.setMinimumHeight(px(220))
        self.told.setAccessibleName(_(N_("Certificate of deletion")))
        self.add(self.none, self.list, self.told)
        self.work_in(self.line)
        self.close_with(self.back, self.save, self.shut)


def _row(each: wiping.Certificate) -> Row:
    text = _(N_("Wiped on {day}: {reason}")).format(day=day_of(each.at), reason=each.reason)
    return Row(each.authority or "–", text, time=date_words(each.dates))
