# SPDX-License-Identifier: MIT
"""The factual-accuracy round of one letter: what the authority said, each with the paragraph, each to be decided.

Reading a Word file: storage/imports/challenges.py. The acts: storage/acts/challenges.py.
"""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QPlainTextEdit,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from resources.language import N_, _, long_date, ngettext
from storage.acts import challenges as acts
from storage.errors import Trouble
from storage.imports.challenges import Plan, bringing_in
from storage.model import clock
from storage.model.challenge import DECISIONS, WHOLE, Challenge
from storage.model.letter import WholeLetter
from storage.model.pair import paragraphs
from storage.queries.challenges import challenges_of_letter, reply_due
from storage.queries.letters import letter as letter_now
from storage.queries.letters import whole_letter
from ui.desk import Desk
from ui.doing import Doing
from ui.errors import told
from ui.letters import files
from ui.letters.challenge_sheet import ChallengeSheet
from ui.letters.challenge_words import line_of, missing, told_of
from ui.letters.day_clock import DayClock
from ui.letters.fields import choice, fit
from ui.letters.row_list import Line, RowList
from ui.letters.state_sheet import OUT
from ui.widgets.button_row import ButtonRow
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.labels import Label
from ui.widgets.notice import Notice
from ui.widgets.progress_line import ProgressLine

WORDS = (N_("Word documents"), "*.docx")
_NARROW = 700
"""The width, in pixels at 100 %, from which both cards stand side by side."""
_MOST = 70
"""Characters of a paragraph by which it is told from others."""


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
        self._shown, self._typed = "", dict[str, tuple[str, str, str]]()
        self._was_told = False
        look = desk.look
        self.notice, self.due = Notice(look), Label("", "small", "muted", wrap=True)
        self.clock, self.line = DayClock(look), ProgressLine(look)
        self.doing = Doing(desk, self.line, self)
        self.about = QComboBox()
        self.list = RowList(look, N_("What the authority said"), lines=1)
        self.list.setMinimumHeight(look.px(140))
        self.words, self.paragraph = _page(N_("What the authority said")), _page(N_("The paragraph as it stands"))
        self.decision = choice([(code, _(name)) for code, name in DECISIONS.items() if code])
        self.decision.setPlaceholderText(_(N_("Not decided yet")))
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
        self.list.show_lines(self._lines())
        still_open = sum(not each.decision for each in self._every)
        unplaced = sum(not each.paragraph_id for each in self._every)
        parts = [ngettext("{count} open", "{count} open", still_open).format(count=still_open)]
        if unplaced:
            parts.append(ngettext("{count} not placed", "{count} not placed", unplaced).format(count=unplaced))
        due = reply_due(shell)
        if due is not None:
            parts.append(_("reply due on {day}").format(day=long_date(due.due.latest)))
            counted = ngettext("{day} and {count} working day", "{day} and {count} working days", due.amount)
            parts.append(counted.format(day=long_date(date.fromisoformat(due.base)), count=due.amount))
        self.clock.show_due(due if shell.status == OUT else None, clock.now().astimezone().date())
        self.due.show_text(" · ".join(parts))
        self.end.setEnabled(shell.status == OUT and not still_open)
        self._show_chosen(self.list.key())

    def read_file(self, path: Path) -> None:
        """Bring in the comments of a Word file, away from the screen; trouble is told here."""
        self.notice.hide()
        self.doing.start(bringing_in(path, self._letter.letter.id), N_("Reading the Word file"), self._on_brought)

    def place(self, paragraph_id: str) -> None:
        """Say which paragraph the comment stood on is about, or WHOLE; trouble is told here."""
        seen = self._chosen()
        if seen is None or not paragraph_id or paragraph_id == seen.paragraph_id:
            return
        try:
            acts.place(self._desk.store, seen, paragraph_id)
        except Trouble as trouble:
            self._on_trouble(trouble)
            return
        self.notice.hide()
        self.refresh()

    def reject(self) -> None:
        """Close; where reasons were typed and not kept, say so first."""
        if self._may_leave():
            super().reject()

    def done(self, result: int) -> None:
        """Stop what is under way; nothing of it is kept."""
        self.doing.stop()
        super().done(result)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where two cards have no room beside each other, they stand one under the other."""
        super().resizeEvent(event)
        narrow = event.size().width() < self._desk.look.px(_NARROW)
        self._across.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)

    def _on_brought(self, brought: Plan) -> None:
        count = len(brought.new)
        said = [
            ngettext("{count} comment was brought in.", "{count} comments were brought in.", count).format(count=count)
        ]
        if brought.here:
            words = ngettext("{count} was here already.", "{count} were here already.", brought.here)
            said.append(words.format(count=brought.here))
        if brought.unplaced:
            words = ngettext("{count} fits no paragraph.", "{count} fit no paragraph.", brought.unplaced)
            said.append(words.format(count=brought.unplaced))
        placing = N_("Say of each which paragraph it is about, or keep it with the whole letter.")
        advice = _(placing) if brought.unplaced else ""
        self.notice.tell(" ".join(said), advice, "warn" if brought.unplaced else "ok")
        self.refresh()
        if first := next((each.id for each in self._every if not each.paragraph_id), ""):
            self.list.show_lines(self._lines(), first)
            self.about.setFocus()

    def _on_trouble(self, trouble: Trouble) -> None:
        self.notice.tell(*told(trouble), "bad")

    def _on_about(self, at: int) -> None:
        self.place(str(self.about.itemData(at)))

    def _lines(self) -> list[Line]:
        known = {each.paragraph.id for each, _title in paragraphs(self._letter)}
        return [line_of(each, known) for each in self._every]

    def decide(self) -> None:
        """Keep the decision on the comment stood on; trouble is told here, and the words stay."""
        seen = self._chosen()
        if seen is None:
            return
        if self._attempt_decision(seen, *self._given()):
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
            self.list.show_lines(self._lines(), ahead)

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
        if seen is not None and seen.paragraph_id and self._may_leave():
            self.accept()
            self.paragraph_asked.emit(seen.paragraph_id)

    def _chosen(self) -> Challenge | None:
        return next((each for each in self._every if each.id == self.list.key()), None)

    def _show_chosen(self, _key: str) -> None:
        seen = self._chosen()
        texts = {each.paragraph.id: each.text for each, _title in paragraphs(self._letter)}
        self.words.setPlainText(told_of(seen) if seen else _(N_("Nothing was brought in or typed yet.")))
        stands = texts.get(seen.paragraph_id, "") if seen else ""
        self.paragraph.setPlainText(stands or (_(missing(seen)) if seen else ""))
        self._offer(seen, texts)
        self._show_decision(seen)
        for part in (self.about, self.decision, self.reason, self.change, self.keep):
            part.setEnabled(seen is not None)
        self.go.setEnabled(bool(stands))

    def _show_decision(self, seen: Challenge | None) -> None:
        """Show what was decided, or was being typed; what is typed for another comment waits until one is back."""
        if seen is None or seen.id != self._shown:
            if self._shown:
                self._typed[self._shown] = self._given()
            kept = (seen.decision, seen.reason, seen.change) if seen else ("", "", "")
            code, reason, change = self._typed.pop(seen.id, kept) if seen else kept
            self.decision.setCurrentIndex(self.decision.findData(code))  # none while nothing is decided
            self.reason.setPlainText(reason)
            self.change.setPlainText(change)
            self._shown = seen.id if seen else ""

    def _may_leave(self) -> bool:
        """Say whether nothing typed would be lost, or was said to be lost already."""
        typed = {**self._typed, **({self._shown: self._given()} if self._shown else {})}
        kept = {each.id: (each.reason, each.change) for each in self._every}
        lost = any(words[1:] != kept[each] and any(words[1:]) for each, words in typed.items() if each in kept)
        if not lost or self._was_told:
            return True
        self._was_told = True
        words = N_("Reasons that you typed are not kept yet."), N_("Keep the decision, or do it again to leave them.")
        self.notice.tell(_(words[0]), _(words[1]), "warn")
        return False

    def _given(self) -> tuple[str, str, str]:
        return str(self.decision.currentData() or ""), self.reason.toPlainText(), self.change.toPlainText()

    def _offer(self, seen: Challenge | None, texts: dict[str, str]) -> None:
        """Offer every paragraph of the letter, each by its number and first words."""
        self.about.clear()
        if seen is not None and seen.paragraph_id not in (*texts, WHOLE):
            self.about.addItem(_(N_("Choose a paragraph…")), "")
        self.about.addItem(_(N_("The letter as a whole")), WHOLE)
        for number, (paragraph_id, words) in enumerate(texts.items(), 1):
            short = words if len(words) <= _MOST else f"{words[:_MOST]}…"
            self.about.addItem(f"{number} · {short}", paragraph_id)
        self.about.setCurrentIndex(max(0, self.about.findData(seen.paragraph_id if seen else "")))

    def _connect(self) -> None:
        self.doing.failed.connect(self._on_trouble)
        for signal, slot in (
            (self.about.activated, self._on_about),
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
        left.body.addWidget(self.clock)
        left.body.addWidget(self.due)
        left.body.addWidget(self.list, 1)
        for button in (self.bring_in, self.type_in):
            left.body.addWidget(button)
        self.about.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.about.setMinimumContentsLength(12)
        self.about.setAccessibleName(_(N_("It is about")))
        for key, page, share in (
            (N_("It sa&ys"), self.words, 1),
            (N_("&It is about"), self.about, 0),
            (N_("The &paragraph as it stands"), self.paragraph, 1),
        ):
            over = Label(key, "strong")
            over.setBuddy(page)
            right.body.addWidget(over)
            right.body.addWidget(page, share)
        ways = ButtonRow(self._desk.look)
        for button in (self.go, self.compare):
            ways.addWidget(button)
        right.body.addLayout(ways)
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
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        foot, across, everything = QHBoxLayout(), QHBoxLayout(inside), QVBoxLayout(self)
        self._across = across
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
        everything.addWidget(self.line)
        everything.addLayout(foot)
        fit(self, px(960), px(640))
        self.list.setFocus()


def _page(name: str) -> QPlainTextEdit:
    page = QPlainTextEdit()
    page.setReadOnly(True)
    page.setTabChangesFocus(True)
    page.setAccessibleName(_(name))
    page.setMinimumHeight(page.fontMetrics().lineSpacing() * 4)
    page.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)  # it takes room, and asks for little
    return page


def _typed() -> QPlainTextEdit:
    field = QPlainTextEdit()
    field.setTabChangesFocus(True)
    field.setFixedHeight(field.fontMetrics().lineSpacing() * 2 + 16)
    return field
