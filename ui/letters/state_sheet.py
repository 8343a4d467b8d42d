# SPDX-License-Identifier: MIT
"""Asks what a letter's next state needs: a reason, the end of an embargo, the days for factual accuracy, the pair."""

from datetime import timedelta

from PySide6.QtWidgets import QCheckBox, QPlainTextEdit, QWidget

from resources.language import LANGUAGES, N_, _, long_date, ngettext
from storage.acts import challenges, letters, pairs
from storage.errors import Refused, Trouble
from storage.model import clock
from storage.model.challenge import WORKING_DAYS
from storage.model.deadlines import deadline
from storage.model.letter import Letter
from storage.model.rules import LETTER_REASONED, STATE_NAMES
from storage.queries.challenges import challenges_of_letter
from storage.queries.pairs import pair_of
from storage.store import Store
from ui.desk import Desk
from ui.letters.fields import DateField, FieldSheet, choice
from ui.widgets.labels import Label

OUT, RESOLVED, ISSUED, EMBARGOED = "factual_accuracy_out", "comments_resolved", "issued", "embargoed"
_MEANS = {
    OUT: N_("The draft goes to the authority, which says what is wrong in it. Working days leave out bank holidays."),
    ISSUED: N_("It has gone out to the addressee and everybody on the copy line."),
    EMBARGOED: N_("It has gone out, and may be published from a day on."),
    "published": N_("It can be read by anybody."),
    "not_for_publication": N_("It is kept back from the public; the reason stays with it."),
    "abandoned": N_("It will not be sent. It can be taken up again."),
    "withdrawn": N_("It no longer holds. This is for good."),
    "superseded": N_("Another letter stands in its place. This is for good."),
}


def wants_asking(store: Store, letter: Letter, state: str) -> bool:
    """Say whether the step into a state needs more than a click."""
    return state == OUT or state in LETTER_REASONED or (state == ISSUED and pair_of(store, letter) is not None)


def move_on(store: Store, letter: Letter, state: str) -> None:
    """Take a step that needs nothing more. Raise Refused as the acts do."""
    if state == RESOLVED:
        challenges.resolve(store, letter, challenges_of_letter(store, letter.id))
    elif state == ISSUED:
        pairs.issue(store, letter)
    else:
        letters.move(store, letter, state)


class StateSheet(FieldSheet):
    """One step of one letter, as it was seen."""

    def __init__(self, desk: Desk, letter: Letter, state: str, parent: QWidget | None = None) -> None:
        """Ask for what the state needs."""
        super().__init__(desk.look, N_("Move the letter on"), N_("&Move it on"), parent)
        self._desk, self._seen, self._state = desk, letter, state
        look, today = desk.look, clock.now().astimezone().date()
        then = Label("", "heading", wrap=True)
        then.show_text(_(STATE_NAMES[state]))
        self.fields.addWidget(then)
        if state in _MEANS:
            self.fields.addWidget(Label(_MEANS[state], "small", "muted", wrap=True))
        self.reason = QPlainTextEdit()
        self.reason.setTabChangesFocus(True)
        self.reason.setFixedHeight(self.reason.fontMetrics().lineSpacing() * 3 + look.px(20))
        self.day = DateField(look, today + timedelta(14) if state == EMBARGOED else today)
        self.days, self.due = choice(_periods(), ""), Label("", "small", "muted", wrap=True)
        self.alone = QCheckBox(_(N_("Issue this language a&lone, for now")))
        self._ask()

    def on_act(self) -> None:
        """Record the step; tell trouble here."""
        try:
            self._move()
        except Trouble as trouble:
            self.tell(trouble)
            return
        self.accept()

    def _move(self) -> None:
        store, seen, reason = self._desk.store, self._seen, self.reason.toPlainText()
        if self._state == OUT:
            challenges.send_out(store, seen, self.day.day(), int(self.days.currentData()))
        elif self._state != ISSUED:
            letters.move(store, seen, self._state, reason, self.day.day() if self._state == EMBARGOED else "")
        elif self.alone.isChecked() and not reason.strip():
            raise Refused(N_("One language alone needs a reason."), N_("Say why, in a sentence."))
        else:
            pairs.issue(store, seen, reason if self.alone.isChecked() else "")

    def _ask(self) -> None:
        if self._state == OUT:
            self.days.setCurrentIndex(self.days.findData(str(WORKING_DAYS)))
            self.ask(N_("Sent &on"), self.day)
            self.ask(N_("&Time to reply"), self.days)
            self.fields.addWidget(self.due)
            self.days.currentIndexChanged.connect(self._say_due)
            self.day.edit.dateChanged.connect(self._say_due)
            self._say_due()
            self.days.setFocus()
            return
        if self._state == EMBARGOED:
            self.ask(N_("May be published &from"), self.day)
        if self._state == ISSUED:
            self._ask_alone()
        self.ask(N_("&Reason"), self.reason)
        self.reason.setEnabled(self._state != ISSUED)
        (self.alone if self._state == ISSUED else self.reason).setFocus()

    def _ask_alone(self) -> None:
        other = pair_of(self._desk.store, self._seen)
        name = LANGUAGES.get(other.language, other.language) if other else ""
        words = Label("", wrap=True)
        words.show_text(_("The letter in the other language ({language}) goes out with it.").format(language=name))
        self.fields.addWidget(words)
        self.fields.addWidget(self.alone)
        self.alone.toggled.connect(self.reason.setEnabled)

    def _say_due(self) -> None:
        due = deadline(self.day.day(), int(self.days.currentData()), "working_days").due.latest
        self.due.show_text(_("The reply is due on {day}.").format(day=long_date(due)))


def _periods() -> list[tuple[str, str]]:
    words = (ngettext("{count} working day", "{count} working days", each).format(count=each) for each in _PERIODS)
    return list(zip(map(str, _PERIODS), words, strict=True))


_PERIODS = (3, 5, WORKING_DAYS, 15, 20)
