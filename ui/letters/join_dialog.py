# SPDX-License-Identifier: MIT
"""Two letters drafted apart are made one in two languages: first it is seen which paragraph goes with which, and put
right. What joining means: storage/acts/pairs.py.
"""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from resources.language import LANGUAGES, N_, _, ngettext
from storage.acts import pairs as acts
from storage.errors import Trouble
from storage.model.letter import Letter, WholeLetter
from storage.model.pair import UNSEEN, Row, proposed, rearranged
from storage.model.rules import STATE_NAMES
from storage.queries.letters import whole_letter
from ui.desk import Desk
from ui.letters.pair_table import PairTable
from ui.letters.pieces import shown_day
from ui.widgets.buttons import Button
from ui.widgets.labels import Label
from ui.widgets.list_sheet import ListSheet


class JoinDialog(ListSheet):
    """Shows a letter beside another of the visit, lets paragraphs be moved beside each other, and joins the two."""

    draft_asked = Signal()
    """The other language shall be drafted anew instead."""

    def __init__(
        self, desk: Desk, letter: WholeLetter, others: tuple[Letter, ...], parent: QWidget | None = None
    ) -> None:
        """Offer to join a letter with one of some others, the newest first."""
        about = N_(
            "This letter was drafted in both languages apart. See which paragraph goes with which, and move the right "
            "side where it stands wrong (Alt+Up, Alt+Down). Joining can be undone."
        )
        super().__init__(desk.look, N_("Join two languages"), about, parent)
        look = desk.look
        self._desk, self._letter, self._others = desk, letter, others[::-1]
        self._second: WholeLetter | None = None
        self.count = Label("", "small", "muted", wrap=True)
        self.other, self.table = QComboBox(), PairTable(look)
        self.up = Button(look, N_("Move the right side u&p"), "chevron-up")
        self.down = Button(look, N_("Move the right side do&wn"), "chevron-down")
        self.looked = QCheckBox(_(N_("I have &looked: what stands side by side says the same")))
        self.draft = Button(look, N_("&Draft it anew instead…"), "file-plus")
        self.leave, self.join = Button(look, N_("&Cancel")), Button(look, N_("&Join them"), "languages", primary=True)
        self._build()
        self._connect()
        self._show_other()

    def shift(self, step: int) -> None:
        """Move the right side of the row stood on up (-1) or down (1)."""
        row, at = self.table.row(), self.table.currentIndex().row()
        if row is None or row.second is None:
            return
        self._show_rows(rearranged(self.table.rows.rows, at, step))
        rows = self.table.rows.rows
        here = next((n for n, each in enumerate(rows) if each.second is row.second), at)
        self.table.setCurrentIndex(self.table.rows.index(here, 1))

    def on_join(self) -> None:
        """Join them as they stand here; trouble is told here."""
        if self._second is None:
            return
        try:
            acts.join(
                self._desk.store, self._letter, self._second, self.table.rows.rows, looked=self.looked.isChecked()
            )
        except Trouble as trouble:
            self.tell(trouble)
            return
        self.accept()

    def changeEvent(self, event: QEvent) -> None:
        """Say it again in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._count()

    def _show_other(self, _at: int = 0) -> None:
        self._second = whole_letter(self._desk.store, str(self.other.currentData()))
        if self._second is not None:
            self._show_rows(proposed(self._letter, self._second))
            self.table.setCurrentIndex(self.table.rows.index(0, 1))

    def _show_rows(self, rows: tuple[Row, ...]) -> None:
        tongues = [each.letter.language for each in (self._letter, self._second) if each]
        names = [LANGUAGES.get(each, each) for each in tongues]
        self.table.show_rows(rows, (names[0], names[-1]))
        self._count()
        self._on_stood()

    def _count(self) -> None:
        alone = sum(row.state != UNSEEN for row in self.table.rows.rows)
        words = ngettext("{count} paragraph has no partner.", "{count} paragraphs have no partner.", alone)
        whole = _(N_("Every paragraph has its partner."))
        self.count.show_text(words.format(count=alone) if alone else whole)

    def _on_stood(self) -> None:
        row = self.table.row()
        for button in (self.up, self.down):
            button.setEnabled(row is not None and row.second is not None)

    def _on_up(self) -> None:
        self.shift(-1)

    def _on_down(self) -> None:
        self.shift(1)

    def _on_draft(self) -> None:
        self.reject()
        self.draft_asked.emit()

    def _connect(self) -> None:
        for signal, slot in (
            (self.other.currentIndexChanged, self._show_other),
            (self.table.shifted, self.shift),
            (self.table.selectionModel().currentChanged, self._on_stood),
            (self.up.clicked, self._on_up),
            (self.down.clicked, self._on_down),
            (self.draft.clicked, self._on_draft),
            (self.leave.clicked, self.reject),
            (self.join.clicked, self.on_join),
        ):
            signal.connect(slot)
        for button in (self.up, self.down, self.draft, self.leave, self.join):
            button.setAutoDefault(False)

    def _build(self) -> None:
        for each in self._others:
            words = (LANGUAGES.get(each.language, each.language), shown_day(each), _(STATE_NAMES[each.status]))
            self.other.addItem(" · ".join(filter(None, words)), each.id)
        self.other.setAccessibleName(_(N_("The letter in the other language")))
        self.other.setVisible(len(self._others) > 1)
        tools = self.row(self.up, self.down)
        self.add(self.other)
        self.fill(self.table)
        self.add(self.count, tools, self.looked)
        self.close_with(self.draft, self.leave, self.join)
        self.span(980, 660)
        self.table.setFocus()
