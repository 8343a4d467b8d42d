# SPDX-License-Identifier: MIT
"""What the checks found in a letter, beside it: go to a hit, let it be with a reason, clean it, look again.

The checks are reports/checks; they run away from the screen, again whenever the letter is altered.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from reports.checks import hidden
from reports.checks.checking import Checked, checking
from reports.checks.hit import Hit
from resources.language import N_, _
from storage.acts import excuses, letters
from storage.errors import Trouble
from storage.model.letter import Letter, Sentence
from storage.store import Recorded
from ui.desk import Desk
from ui.letters.check_words import advice_on, line_of, summary
from ui.letters.press import Press, Rota
from ui.letters.row_list import RowList
from ui.widgets.buttons import Button, IconButton
from ui.widgets.labels import Label
from ui.widgets.list_sheet import ListSheet
from ui.widgets.progress_line import ProgressLine


class ChecksDialog(ListSheet):
    """Stands open beside the letter; what is done here is recorded at once."""

    place_asked = Signal(str)
    """The sentence, or part of the shell, to be gone to."""
    approval_asked = Signal()
    names_asked = Signal()

    def __init__(self, desk: Desk, rota: Rota, letter: Letter, parent: QWidget | None = None) -> None:
        """Check a letter and show what is found."""
        super().__init__(desk.look, N_("Checks before approval"), "", parent)
        look = desk.look
        self._desk, self._letter = desk, letter
        self.found: Checked | None = None
        self.line = ProgressLine(look)
        self.count = Label("", "strong", wrap=True)
        self.list = RowList(look, N_("What the checks found"), lines=2)
        self.advice = Label("", wrap=True)
        self.reason = QLineEdit()
        self.reason_label = Label(N_("&Reason for which it may stay"), "strong")
        self.let_be = Button(look, N_("&Let it be"), "check")
        self.take_back = Button(look, N_("&Take the reason back"), "undo-2")
        self.show_it = Button(look, N_("&Go to it"), "eye")
        self.clean = Button(look, N_("&Clean the sentence"), "pen-line")
        self.names = IconButton(look, "users", N_("Names to look for…"))
        self.approve = Button(look, N_("&Approve the letter"), "shield-check", primary=True)
        self.leave = Button(look, N_("Cl&ose"))
        self._press = Press(desk, rota, self.line, self)
        self._build()
        self._connect()
        self.check()

    def check(self) -> None:
        """Check the letter as it stands now."""
        self._press.start(checking(self._letter.id), N_("Checking the letter"), self._on_found)

    def done(self, result: int) -> None:
        """Stop what is under way."""
        self._press.stop()
        super().done(result)

    def hit(self) -> Hit | None:
        """Return the hit stood on, or None."""
        key = self.list.key()
        return next((each for each in self.found.hits if each.key == key), None) if self.found else None

    def _on_found(self, found: Checked) -> None:
        self.found = found
        self._letter = found.letter.letter
        self.notice.hide()
        self.count.show_text(summary(found))
        first = not self.list.lines()
        self.list.show_lines([line_of(each, found.excuse(each)) for each in found.hits])
        self._on_chosen()
        if first:
            self.list.setFocus()

    def _on_chosen(self) -> None:
        hit, found = self.hit(), self.found
        excuse = found.excuse(hit) if found and hit else None
        is_open = not self._letter.document_id
        self.advice.show_text(advice_on(hit, excuse) if hit else "")
        may_excuse = bool(hit and hit.may_be_excused and not excuse and is_open)
        for part in (self.reason_label, self.reason, self.let_be):
            part.setVisible(may_excuse)
        self.take_back.setVisible(bool(excuse and is_open))
        self.show_it.setVisible(bool(hit and hit.place))
        self.clean.setVisible(bool(hit and hit.check == "hidden" and is_open and self._sentence(hit)))
        self.approve.setVisible(is_open)
        self.approve.setEnabled(bool(found and not found.open))
        self.list.setVisible(bool(found and found.hits))

    def _on_let_be(self) -> None:
        if hit := self.hit():
            act = partial(excuses.excuse, self._desk.store, self._letter, hit.check, hit.key, self.reason.text())
            if self._did(act):
                self.reason.clear()

    def _on_take_back(self) -> None:
        excuse = self.found.excuse(hit) if self.found and (hit := self.hit()) else None
        if excuse is not None:
            self._did(partial(excuses.take_back, self._desk.store, excuse))

    def _on_clean(self) -> None:
        hit = self.hit()
        sentence = self._sentence(hit) if hit else None
        if sentence is not None:
            self._did(partial(letters.reword, self._desk.store, sentence, hidden.cleaned(sentence.text)))

    def _sentence(self, hit: Hit) -> Sentence | None:
        sections = self.found.letter.sections if self.found else ()
        every = (each for section in sections for paragraph in section.paragraphs for each in paragraph.sentences)
        return next((each for each in every if each.id == hit.place), None)

    def _did(self, act: Callable[[], object]) -> bool:
        try:
            act()
        except Trouble as trouble:
            self.tell(trouble)
            return False
        self.notice.hide()
        return True

    def _on_show(self) -> None:
        if (hit := self.hit()) and hit.place:
            self.place_asked.emit(hit.place)

    def _on_recorded(self, recorded: Recorded) -> None:
        if recorded.touches(self._letter.stream_id):
            self.check()

    def _on_stood(self) -> None:
        """Look again when signatures were checked, if that was what stood in the way."""
        if self.found is not None and any(each.check == "unproven" for each in self.found.hits):
            self.check()

    def _build(self) -> None:
        look = self._desk.look
        self.reason_label.setBuddy(self.reason)
        self.reason.setAccessibleName(_(N_("Reason for which it may stay")))
        self.setAccessibleName(_(N_("Checks before approval")))
        over, told_row = QHBoxLayout(), QHBoxLayout()
        for row, parts in ((over, (self.count, self.names)), (told_row, (self.reason_label, self.reason))):
            row.setSpacing(look.px(8))
            for part in parts:
                row.addWidget(part, part in (self.count, self.reason))
        self.add(over)
        self.fill(self.list, 44)
        self.add(self.advice, told_row, self.row(self.let_be, self.take_back, self.show_it, self.clean), self.line)
        self.close_with(self.leave, self.approve)
        self.span(620, 640)
        self.count.show_text(_(N_("Checking the letter")))
        self._on_chosen()

    def _connect(self) -> None:
        self._desk.bus.recorded.connect(self._on_recorded)
        self._desk.bus.stood.connect(self._on_stood)
        self._press.failed.connect(self.tell)
        for signal, slot in (
            (self.list.chosen, self._on_chosen),
            (self.list.opened, self._on_show),
            (self.let_be.clicked, self._on_let_be),
            (self.reason.returnPressed, self._on_let_be),
            (self.take_back.clicked, self._on_take_back),
            (self.show_it.clicked, self._on_show),
            (self.clean.clicked, self._on_clean),
            (self.names.clicked, self.names_asked),
            (self.approve.clicked, self.approval_asked),
            (self.leave.clicked, self.reject),
        ):
            signal.connect(slot)
        for button in (self.let_be, self.take_back, self.show_it, self.clean, self.approve, self.leave):
            button.setAutoDefault(False)
