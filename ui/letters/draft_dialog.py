# SPDX-License-Identifier: MIT
"""Asks what is to be drafted: type, language, date, to whom, by whom. Composing is reports/acts.py's, as a job."""

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QWidget

from resources.language import LANGUAGES, N_, _
from storage.errors import Refused
from storage.model import clock
from storage.model.letter import Letter
from storage.model.person import Person
from storage.model.visit import Visit
from storage.queries import authorities, members, people, visits
from storage.store import Store
from ui.desk import Desk
from ui.doing import Doing
from ui.letters.fields import DateField, FieldSheet, choice
from ui.widgets.progress_line import ProgressLine


class DraftDialog(FieldSheet):
    """Drafts one letter from a visit's records."""

    drafted = Signal(str)
    """The identifier of the new letter."""

    def __init__(self, desk: Desk, visit_id: str, parent: QWidget | None = None, *, pair: Letter | None = None) -> None:
        """Ask about the letter of a visit, or about the same letter as one there is, in the other language.

        Raise Refused when the visit or its authority is not here.
        """
        from reports.catalogue import LETTER_TYPES

        super().__init__(desk.look, N_("Draft a letter"), N_("&Draft the letter"), parent)
        self._desk, self._visit_id = desk, visit_id
        holders, inspectors, lead = _people(desk.store, visit_id)
        self.kind = choice([(each.name, _(each.title)) for each in LETTER_TYPES])
        self.language = choice(list(LANGUAGES.items()))
        self.date = DateField(desk.look, clock.now().date())
        one = holders[0].id if len(holders) == 1 else ""
        self.addressee = choice([("", _("Nobody yet: the letter shows […]")), *map(_named, holders)], one)
        self.signatory = choice([("", _("Nobody yet: the letter shows […]")), *map(_named, inspectors)], lead)
        self.ask(N_("&Type of letter"), self.kind)
        self.ask(N_("&Language"), self.language, N_("The Welsh wording has not yet been reviewed by a Welsh speaker."))
        self.ask(N_("D&ate it bears"), self.date)
        self.ask(N_("T&o"), self.addressee, N_("Public office-holders of the authority, from its record."))
        self.ask(N_("&Signed by"), self.signatory)
        self.line = ProgressLine(desk.look)
        self.fields.addWidget(self.line)
        self.doing = Doing(desk, self.line, self)
        self.doing.failed.connect(self.tell)
        self.doing.idle.connect(self._on_idle)
        self.language.currentIndexChanged.connect(self._on_language)
        self._pair_id = pair.id if pair else ""
        if pair is not None:
            self._settle(pair)
        (self.addressee if pair else self.kind).setFocus()

    def _settle(self, pair: Letter) -> None:
        """What the letter there is settles is not asked again."""
        other = next((code for code in LANGUAGES if code != pair.language), pair.language)
        for field, value in ((self.kind, pair.kind), (self.language, other)):
            field.setCurrentIndex(max(0, field.findData(value)))
            field.setEnabled(False)
        for field, name in ((self.addressee, next(iter(pair.addressee), "")), (self.signatory, pair.signatory)):
            at = next((n for n in range(field.count()) if name and field.itemText(n).startswith(name)), -1)
            field.setCurrentIndex(at if at >= 0 else field.currentIndex())
        day = QDate.fromString(pair.date, Qt.DateFormat.ISODate)
        if day.isValid():
            self.date.edit.setDate(day)
        self.date.speak(other)

    def on_act(self) -> None:
        """Draft the letter away from the screen; trouble is told here."""
        from reports import acts

        wanted = acts.Wanted(
            self._visit_id,
            self.kind.currentData(),
            self.language.currentData(),
            self.date.day(),
            self.signatory.currentData(),
            self.addressee.currentData(),
            self._pair_id,
        )
        self.notice.hide()
        self.act.setEnabled(False)
        self.doing.start(acts.drafting(wanted), N_("Drafting the letter"), self._on_drafted)

    def reject(self) -> None:
        """Close; a letter half drafted is stopped, and nothing of it stays."""
        self.doing.stop()
        super().reject()

    def _on_drafted(self, letter_id: str) -> None:
        self.accept()
        self.drafted.emit(letter_id)

    def _on_idle(self) -> None:
        self.act.setEnabled(True)

    def _on_language(self) -> None:
        self.date.speak(self.language.currentData())


def _people(store: Store, visit_id: str) -> tuple[tuple[Person, ...], tuple[Person, ...], str]:
    """Return the office-holders, the inspectors, and the lead inspector's identifier or ""."""
    from reports.facts import inspectors_among, office_holders

    visit = visits.visit(store, visit_id)
    authority = authorities.authority(store, visit.authority_id) if visit else None
    if visit is None or authority is None:
        raise Refused(N_("This visit, or its authority, is not in the store."), N_("Choose a visit from the list."))
    streams = dict.fromkeys((authority.stream_id, visit.stream_id))
    known = {each.id: each for stream_id in streams for each in people.people_of_stream(store, stream_id)}
    leads = _leads(store, visit)
    inspectors = inspectors_among(known.values(), leads)
    return office_holders(known.values(), authority), inspectors, next(iter(leads), "")


def _leads(store: Store, visit: Visit) -> list[str]:
    return [each.person_id for each in members.members(store, visit.stream_id) if each.role == "lead"]


def _named(person: Person) -> tuple[str, str]:
    return person.id, " · ".join(filter(None, (person.name, person.display_role)))
