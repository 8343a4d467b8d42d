# SPDX-License-Identifier: MIT
"""The page of one authority between visits. It shows the authority of the visit on hand, or another one chosen here.

What is asked before an act: verbs.py, deeds.py and asked_of_…; how records are said: rows.py, details.py.
"""

from functools import partial
from itertools import pairwise

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from resources.language import N_, _, current
from storage.errors import Refused
from storage.model import clock
from storage.queries.due import Due
from storage.queries.standing_record import NOUNS, StandingRecord
from storage.queries.visits import visit as visit_by_id
from storage.store import Recorded
from ui.authority import deeds, parts
from ui.authority.details import Telling
from ui.authority.form import Asked, Form
from ui.authority.parts import SHAPES
from ui.authority.reading import Shown, shown_of
from ui.authority.rows import key_of
from ui.authority.stack import CODES, PartStack
from ui.authority.standpoint import Standpoint
from ui.authority.tabs import Tabs
from ui.authority.verbs import Asking
from ui.desk import Desk
from ui.models.authority_words import level_words
from ui.newest import Newest
from ui.panel import Panel, Verb
from ui.widgets.buttons import Button, IconButton
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import ElidedLabel, Label

_DEED_OF = {"plan": parts.PLAN, "answer": parts.PLAN, "review": parts.MEETINGS, "meeting": parts.MEETINGS}
_DEED_OF |= {"recommendation": parts.RECOMMENDATIONS, "action": parts.PLAN}
_DEED_OF |= {"assurance": parts.EVENTS, "level": parts.EVENTS}
"""What is due → the part in which it is done."""
_NOUN_OF = {"person": parts.PEOPLE, "recommendation": parts.RECOMMENDATIONS, "action": parts.PLAN}
_NOUN_OF |= {"meeting": parts.MEETINGS, "event": parts.EVENTS}


class AuthorityPage(Panel):
    """An authority's standing record."""

    visit_chosen = Signal(str)
    page_wanted = Signal(str)
    history_asked = Signal(object)
    letter_wanted = Signal(str, str)
    """A visit and a letter type: the letters page is to ask about drafting it."""
    record_out_asked = Signal(str)
    """An authority: its record is to be taken out of the store."""
    record_in_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        """Show no authority yet."""
        super().__init__(desk)
        self.known: StandingRecord | None = None
        self.due: tuple[Due, ...] = ()
        self._authority_id = ""
        self._telling: Telling | None = None
        named = [(N_("Overview"), "clock"), *((shape.title, shape.icon) for shape in SHAPES)]
        self.tabs, self.councils = Tabs(desk.look, named), QComboBox()
        self.name, self.level = ElidedLabel(type="heading"), Label(type="tag")
        invented = N_("Worked example: invented for illustration from public sources.")
        self.practice = Label(invented, "small", "warn", wrap=True)
        self.letter = Button(desk.look, N_("&Draft a letter…"), "file-plus", primary=True)
        self.right = IconButton(desk.look, "pen-line", N_("Put the authority’s entry right"))
        self.history = IconButton(desk.look, "history", N_("History of the authority"))
        self.parts, self.reading, self.asking = PartStack(desk.look), Newest(desk, self), Asking(self)
        self._build()
        self._connect()
        self._say()

    def verbs(self) -> tuple[Verb, ...]:
        """Return what a person can do for an authority."""
        return self.asking.verbs()

    def touches_me(self, recorded: Recorded) -> bool:
        """Hear of whatever a standing record is read from."""
        return any(change.entity in NOUNS for change in recorded.changes)

    def show_visit(self, visit_id: str) -> None:
        """Show the authority of another visit."""
        there = visit_by_id(self.desk.store, visit_id) if visit_id else None
        if there is not None:
            self._authority_id = there.authority_id
        super().show_visit(visit_id)

    def refresh(self) -> None:
        """Read the standing record again."""
        today = clock.now().astimezone().date()
        self.reading.ask(partial(shown_of, authority_id=self._authority_id, today=today))

    def show_key(self, key: str) -> None:
        """Go to a thing by its key ("recommendation:…", "due:plan:…"); a visit is opened, a letter's page shown."""
        noun, _colon, rest = key.partition(":")
        if noun == "visit":
            self.visit_chosen.emit(rest)
        elif noun == "letter":
            self.page_wanted.emit("letters")
        elif noun == "due":
            self._show_due(key)
        elif noun in _NOUN_OF:
            self._stand(_NOUN_OF[noun].code, key)

    def show_part(self, part: str) -> None:
        """Look at a part by its code."""
        self.tabs.setCurrentIndex(1 + CODES.index(part))

    def ask(self, asked: Asked | None) -> None:
        """Open a form."""
        if asked is not None:
            Form(self.desk, asked, self).open()

    def show_authority(self, authority_id: str) -> None:
        """Show another authority than the visit's."""
        self._authority_id = authority_id
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Say it again in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
            self._refresh_or_wait()

    # Reading and showing.

    def _on_read(self, shown: object) -> None:
        assert isinstance(shown, Shown)
        known = self.known = shown.known
        self.due, self._telling = shown.due, shown.telling
        self._show_councils(shown.councils)
        self._all.setCurrentIndex(1 if known else 0)
        if known is None or shown.telling is None:
            return
        own = known.authority.name_cy if current() == "cy" else ""
        self.name.show_text(own or known.authority.name)
        self.level.show_text(level_words(known.authority))
        self.practice.setVisible(known.authority.illustration)
        self.parts.show_record(shown)

    def _show_councils(self, councils: tuple[tuple[str, str], ...]) -> None:
        self._authority_id = self.known.authority.id if self.known else ""
        self.councils.blockSignals(True)
        self.councils.clear()
        for council_id, name in councils:
            self.councils.addItem(name, council_id)
        self.councils.setCurrentIndex(self.councils.findData(self._authority_id))
        self.councils.blockSignals(False)
        self.councils.setVisible(len(councils) > 1)

    def _say(self) -> None:
        self.tabs.say()
        self.tabs.setAccessibleName(_(N_("Parts of the record")))
        self.councils.setAccessibleName(_(N_("Authority")))

    def _stand(self, part: str, key: str) -> None:
        self.show_part(part)
        self.parts[part].choose(key)
        self.parts[part].list.setFocus()

    def _show_due(self, key: str) -> None:
        due = self._telling.due(key) if self._telling else None
        if due is None:
            return
        if due.subject == "visit":
            self.visit_chosen.emit(due.record.id)
        else:
            counted = due.subject in ("plan", "answer", "review")
            self._stand(_DEED_OF[due.subject].code, key if counted else key_of(due.record))

    # What a person does.

    def standpoint(self, key: str = "") -> Standpoint:
        """Return from where a deed is asked for. Raise Refused while there is no authority."""
        if self.known is None:
            raise Refused(N_("There is no authority yet."), N_("Add one on the page of visits."))
        due = self._telling.due(key) if self._telling else None
        day = due.span.latest.isoformat() if due is not None and due.span is not None else ""
        return Standpoint(self.desk.store, self.known, _today(), day)

    def _do(self, part: str, deed: str, key: str) -> None:
        here = self.standpoint(key)
        if deed == "add":
            self.ask(deeds.new(part, here))
            return
        record = self._telling.record(key) if self._telling else None
        if record is not None:
            asked = deeds.asked(deed, here, record)
            if asked is not None:
                self.ask(asked)
            else:
                deeds.at_once(deed, here, record)

    def _on_asked(self, part: str, deed: str, key: str) -> None:
        self.attempt(lambda: self._do(part, deed, key))

    def _on_history_of(self, key: str) -> None:
        record = self._telling.record(key) if self._telling else None
        if record is not None:
            self.history_asked.emit(record)

    def _on_history(self) -> None:
        if self.known is not None:
            self.history_asked.emit(self.known.authority)

    def _on_council(self, at: int) -> None:
        self.show_authority(str(self.councils.itemData(at)))

    def _on_visits(self) -> None:
        self.page_wanted.emit("visits")

    def _build(self) -> None:
        px = self.desk.look.px
        # From outside inwards: each part is dressed once, where it stays.
        self._all = QStackedWidget()
        self.body.addWidget(self._all, 1)
        self.empty = EmptyState(
            self.desk.look,
            "building-2",
            N_("No authority yet"),
            N_("Between visits an authority’s people, plan, meetings and what is due next are kept here."),
            N_("Go to the &visits"),
        )
        there = QWidget(self._all)
        for page in (self.empty, there):
            self._all.addWidget(page)
        column, head = QVBoxLayout(there), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        column.addLayout(head)
        for line in (self.practice, self.tabs):
            column.addWidget(line)
        column.addWidget(self.parts, 1)
        head.setSpacing(px(12))
        for part, share in (
            (self.name, 1),
            (self.level, 0),
            (self.councils, 0),
            (self.right, 0),
            (self.history, 0),
            (self.letter, 0),
        ):
            head.addWidget(part, share)
        self.parts.look_at(0)
        for first, then in pairwise((self.tabs, self.councils, self.right, self.history, self.letter)):
            self.setTabOrder(first, then)

    def _connect(self) -> None:
        self.reading.answered.connect(self._on_read)
        self.reading.failed.connect(self.tell)
        self.tabs.currentChanged.connect(self.parts.look_at)
        self.councils.activated.connect(self._on_council)
        self.letter.clicked.connect(self.asking.letter)
        self.right.clicked.connect(self.asking.right)
        self.history.clicked.connect(self._on_history)
        self.empty.acted.connect(self._on_visits)
        self.parts.overview.chosen.connect(self.show_key)
        self.parts.overview.level_asked.connect(self.asking.level)
        self.parts.asked.connect(self._on_asked)
        self.parts.history_asked.connect(self._on_history_of)


def _today() -> str:
    return clock.now().astimezone().date().isoformat()
