# SPDX-License-Identifier: MIT
"""The factual-accuracy round of one letter: what the authority said, each with the paragraph, each to be decided.

Reading a Word file: storage/imports/challenges.py. The acts: storage/acts/challenges.py.
"""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFormLayout, QHBoxLayout, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from resources.language import N_, _, long_date, ngettext
from storage.acts import challenges as acts
from storage.errors import Trouble
from storage.imports import challenges as reading
from storage.model.challenge import CHALLENGE_KINDS, DECISIONS, Challenge
from storage.model.letter import WholeLetter
from storage.model.pair import paragraphs
from storage.queries.challenges import challenges_of_letter, reply_due
from storage.queries.letters import letter as letter_now
from storage.queries.letters import whole_letter
from ui.desk import Desk
from ui.errors import told
from ui.letters import files
from ui.letters.challenge_sheet import ChallengeSheet
from ui.letters.fields import choice, fit
from ui.letters.row_list import Line, RowList
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.labels import Label
from ui.widgets.notice import Notice
from ui.widgets.row_delegate import Row

WORDS = (N_("Word documents"), "*.docx")
_SIGNS = {
    "": ("circle-help", "muted"),
    "accepted": ("circle-check", "success"),
    "partly": ("circle-check", "muted"),
    "rejected": ("circle-x", "muted"),
}


class AccuracyDialog(QDialog):
    """Comments at the left; the one stood on, its paragraph and the decision at the right."""

    paragraph_asked = Signal(str)
    """The paragraph somebody wants to go to, in the letter."""
    comparison_asked = Signal()
    """The letter's words are wanted beside those that went out."""

    def __init__(self, desk: Desk, letter: WholeLetter, parent: QWidget | None = None) -> None:
        """Show the round of a letter."""
        super().__init__(parent)
        self.setWindowTitle(_(N_("Factual accuracy")))
        self._desk, self._letter = desk, letter
        self._every: tuple[Challenge, ...] = ()
        look = desk.look
        self.notice, self.due = Notice(look), Label("", "small", "muted", wrap=True)
        self.list = RowList(look, N_("What the authority said"), lines=1)
        self.words, self.paragraph = _page(N_("What the authority said")), _page(N_("The paragraph as it stands"))
        self.decision = choice([(code, _(name)) for code, name in DECISIONS.items() if code])
        self.reason, self.change = _typed(), _typed()
        self.bring_in = Button(look, N_("&Bring in a Word file…"), "download")
        self.type_in = Button(look, N_("&Type a comment…"), "plus")
        self.keep = Button(look, N_("&Keep the decision"), "check", primary=True)
        self.go = Button(look, N_("&Go to the paragraph"))
        self.compare = Button(look, N_("What changed &since it went out…"), "history")
        self.end = Button(look, N_("&End the round"))
        self.leave = Button(look, N_("C&lose"))
        self._build()
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Show the round as it stands now."""
        store = self._desk.store
        self._letter = whole_letter(store, self._letter.letter.id) or self._letter
        shell = self._letter.letter
        self._every = challenges_of_letter(store, shell.id)
        self.list.show_lines([_line(each) for each in self._every])
        still_open = sum(not each.decision for each in self._every)
        parts = [ngettext("{count} open", "{count} open", still_open).format(count=still_open)]
        if (due := reply_due(shell)) is not None:
            parts.append(_("reply due on {day}").format(day=long_date(due.due.latest)))
            counted = ngettext("{day} and {count} working day", "{day} and {count} working days", due.amount)
            parts.append(counted.format(day=long_date(date.fromisoformat(due.base)), count=due.amount))
        self.due.show_text(" · ".join(parts))
        self.end.setEnabled(shell.status == "factual_accuracy_out" and not still_open)
        self._show_chosen(self.list.key())

    def read_file(self, path: Path) -> None:
        """Bring in the comments of a Word file; trouble is told here."""
        try:
            digest, said = reading.read_comments(path)
            planned = reading.plan(self._desk.store, self._letter, digest, said)
            count = reading.bring_in(self._desk.store, planned) if planned.new else 0
        except Trouble as trouble:
            self.notice.tell(*told(trouble), "bad")
            return
        words = [ngettext("{count} comment was brought in.", "{count} comments were brought in.", count)]
        if planned.here:
            words.append(ngettext("{count} was here already.", "{count} were here already.", planned.here))
        if planned.unplaced:
            words.append(ngettext("{count} fits no paragraph.", "{count} fit no paragraph.", planned.unplaced))
        numbers = [count, *(each for each in (planned.here, planned.unplaced) if each)]
        text = " ".join(each.format(count=number) for each, number in zip(words, numbers, strict=True))
        self.notice.tell(text, "", "ok")
        self.refresh()

    def decide(self) -> None:
        """Keep the decision on the comment stood on; trouble is told here, and the words stay."""
        seen = self._chosen()
        if seen is None:
            return
        code, reason, change = str(self.decision.currentData()), self.reason.toPlainText(), self.change.toPlainText()
        if self._attempt_decision(seen, code, reason, change):
            self.refresh()
            self._go_to_next_open()

    def _attempt_decision(self, seen: Challenge, code: str, reason: str, change: str) -> bool:
        try:
            acts.decide(self._desk.store, seen, code, reason, change)
        except Trouble as trouble:
            self.notice.tell(*told(trouble), "bad")
            return False
        self.notice.hide()
        return True

    def _go_to_next_open(self) -> None:
        ahead = next((each.id for each in self._every if not each.decision), "")
        if ahead:
            self.list.show_lines([_line(each) for each in self._every], ahead)

    def _on_end(self) -> None:
        shell = letter_now(self._desk.store, self._letter.letter.id)
        try:
            acts.resolve(self._desk.store, shell or self._letter.letter, self._every)
        except Trouble as trouble:
            self.notice.tell(*told(trouble), "bad")
            return
        self.accept()

    def _on_bring_in(self) -> None:
        path = files.ask_open(self, N_("Choose the draft that came back"), WORDS)
        if path is not None:
            self.read_file(path)

    def _on_type_in(self) -> None:
        sheet = ChallengeSheet(self._desk, self._letter, self)
        sheet.accepted.connect(self.refresh)
        sheet.open()

    def _on_go(self) -> None:
        seen = self._chosen()
        if seen is not None and seen.paragraph_id:
            self.accept()
            self.paragraph_asked.emit(seen.paragraph_id)

    def _chosen(self) -> Challenge | None:
        return next((each for each in self._every if each.id == self.list.key()), None)

    def _show_chosen(self, _key: str) -> None:
        seen = self._chosen()
        texts = {each.paragraph.id: each.text for each, _title in paragraphs(self._letter)}
        self.words.setPlainText(_told(seen) if seen else _(N_("Nothing was brought in or typed yet.")))
        stands = texts.get(seen.paragraph_id, "") if seen else ""
        self.paragraph.setPlainText(stands or (_(N_("It fits no paragraph of the letter.")) if seen else ""))
        self.decision.setCurrentIndex(max(0, self.decision.findData(seen.decision if seen else "")))
        self.reason.setPlainText(seen.reason if seen else "")
        self.change.setPlainText(seen.change if seen else "")
        for part in (self.decision, self.reason, self.change, self.keep):
            part.setEnabled(seen is not None)
        self.go.setEnabled(bool(stands))

    def _connect(self) -> None:
        for signal, slot in (
            (self.list.chosen, self._show_chosen),
            (self.bring_in.clicked, self._on_bring_in),
            (self.type_in.clicked, self._on_type_in),
            (self.keep.clicked, self.decide),
            (self.go.clicked, self._on_go),
            (self.compare.clicked, self.comparison_asked),
            (self.end.clicked, self._on_end),
            (self.leave.clicked, self.reject),
        ):
            signal.connect(slot)

    def _build(self) -> None:
        left, right = Card(self._desk.look, N_("What the authority said")), Card(self._desk.look, N_("Decision"))
        left.body.addWidget(self.due)
        left.body.addWidget(self.list, 1)
        for button in (self.bring_in, self.type_in):
            left.body.addWidget(button)
        for key, page in ((N_("It sa&ys"), self.words), (N_("The &paragraph as it stands"), self.paragraph)):
            over = Label(key, "strong")
            over.setBuddy(page)
            right.body.addWidget(over)
            right.body.addWidget(page, 1)
        right.body.addWidget(self.go, 0, Qt.AlignmentFlag.AlignLeft)
        right.body.addLayout(self._form())
        self._lay(left, right)

    def _form(self) -> QFormLayout:
        form = QFormLayout()
        form.setSpacing(self._desk.look.px(8))
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        for key, field in (
            (N_("&Decision"), self.decision),
            (N_("&Reason"), self.reason),
            (N_("What was c&hanged in the letter"), self.change),
        ):
            label = Label(key, "strong")
            label.setBuddy(field)
            field.setAccessibleName(_(key).replace("&", ""))
            form.addRow(label, field)
        return form

    def _lay(self, left: Card, right: Card) -> None:
        px = self._desk.look.px
        inside, area = QWidget(), QScrollArea()  # at 200 % on a low screen both cards do not fit
        inside.setProperty("scroll", True)
        area.setWidgetResizable(True)
        area.setWidget(inside)
        foot, across, everything = QHBoxLayout(), QHBoxLayout(inside), QVBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        foot.addStretch(1)
        for button in (self.end, self.leave, self.keep):
            foot.addWidget(button)
        across.addWidget(left, 2)
        across.addWidget(right, 3)
        for layout in (foot, across, everything):
            layout.setSpacing(px(12))
        everything.setContentsMargins(*([px(16)] * 4))
        everything.addWidget(self.notice)
        everything.addWidget(area, 1)
        everything.addLayout(foot)
        fit(self, px(960), px(640))
        self.list.setFocus()


def _line(said: Challenge) -> Line:
    icon, role = _SIGNS.get(said.decision, _SIGNS[""])
    by = " · ".join(filter(None, (said.said_by, _(CHALLENGE_KINDS.get(said.kind, said.kind)))))
    title = " ".join(said.text.split())[:80]
    return Line(said.id, Row(title, by, (), "", _(DECISIONS.get(said.decision, said.decision)), icon, role))


def _told(said: Challenge) -> str:
    quoted = _("About: “{words}”").format(words=said.quoted) if said.quoted else ""
    proof = _("Evidence named: {words}").format(words=said.proof) if said.proof else ""
    return "\n\n".join(filter(None, (said.text, quoted, proof)))


def _page(name: str) -> QPlainTextEdit:
    page = QPlainTextEdit()
    page.setReadOnly(True)
    page.setTabChangesFocus(True)
    page.setAccessibleName(_(name))
    page.setMinimumHeight(page.fontMetrics().lineSpacing() * 3)
    return page


def _typed() -> QPlainTextEdit:
    field = QPlainTextEdit()
    field.setTabChangesFocus(True)
    field.setFixedHeight(field.fontMetrics().lineSpacing() * 2 + 16)
    return field
