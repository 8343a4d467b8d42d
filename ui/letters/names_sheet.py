# SPDX-License-Identifier: MIT
"""Asks for the private list of names that a visit's letters must not hold. Where it is kept: acts/guarded.py."""

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from resources.language import N_, _, ngettext
from storage.acts.guarded import guard, guarded
from storage.errors import Trouble
from storage.imports.guarded_list import reading_names
from ui.desk import Desk
from ui.doing import Doing
from ui.letters import files
from ui.letters.fields import FieldSheet
from ui.widgets.buttons import Button
from ui.widgets.labels import Label

_KIND = (N_("Lists of names"), "*.txt *.csv *.tsv *.xlsx")


class NamesSheet(FieldSheet):
    """One visit's list."""

    def __init__(self, desk: Desk, visit_id: str, parent: QWidget | None = None) -> None:
        """Show the list as it is kept."""
        super().__init__(desk.look, N_("Names to look for"), N_("&Keep the list"), parent, wide=620)
        self._desk, self._visit_id = desk, visit_id
        hint = N_(
            "Children, families, staff: a person a line. After the name, parted by semicolons, what else would tell "
            "who it is: date of birth, address, reference. The list stays in this laptop's encrypted store; it goes "
            "into no parcel, export or letter."
        )
        self.lines = QPlainTextEdit("\n".join(guarded(desk.store, visit_id)))
        self.lines.setTabChangesFocus(True)
        self.lines.setPlaceholderText(_(N_("Megan Example; 4 March 2009; 1 Example Road, LL00 0AA; WX-00000")))
        self.lines.setMinimumHeight(self.lines.fontMetrics().lineSpacing() * 8)
        self.ask(N_("&Names, one person a line"), self.lines, hint)
        self.count = Label("", "small", "muted")
        self.bring = Button(desk.look, N_("&Bring in a file…"), "upload")
        self.doing = Doing(desk, parent=self)
        self.doing.failed.connect(self.tell)
        self.add(self.count, self.row(self.bring))
        self.bring.clicked.connect(self._on_bring)
        self.lines.textChanged.connect(self._say_count)
        self._say_count()
        self.lines.setFocus()

    def on_act(self) -> None:
        """Keep the list; tell trouble here."""
        try:
            guard(self._desk.store, self._visit_id, self.lines.toPlainText().splitlines())
        except Trouble as trouble:
            self.tell(trouble)
            return
        self.accept()

    def _on_bring(self) -> None:
        path = files.ask_open(self, N_("Choose a list of names"), _KIND)
        if path is None:
            return
        self.doing.start(reading_names(path), N_("Reading the list"), self._on_read)

    def _on_read(self, found: list[str]) -> None:
        self.notice.hide()
        kept = [line for line in self.lines.toPlainText().splitlines() if line.strip()]
        self.lines.setPlainText("\n".join(dict.fromkeys([*kept, *found])))

    def _say_count(self) -> None:
        count = sum(bool(line.strip()) for line in self.lines.toPlainText().splitlines())
        self.count.show_text(ngettext("{count} on the list", "{count} on the list", count).format(count=count))
