# SPDX-License-Identifier: MIT
"""The letters of a visit as a list: type, date, state, language, by whom signed. It asks the store nothing."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QListView

from resources.language import LANGUAGES, N_, _, long_date
from storage.model.letter import Letter
from storage.model.rules import STATE_NAMES
from ui.letters.pieces import shown_day
from ui.look import Look
from ui.models.standing_words import placed, said
from ui.widgets.row_delegate import Role, Row, RowDelegate

Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()


def type_title(kind: str) -> str:
    """Return what a letter type is called, in the language in use."""
    from reports.catalogue import LETTER_TYPES  # not before a letter is shown: it reads much

    return next((_(each.title) for each in LETTER_TYPES if each.name == kind), kind)


def sealed_words(letter: Letter) -> str:
    """Return who signed a sealed letter and when, in the language in use; empty while it is not signed."""
    if not letter.document_id:
        return ""
    try:
        at = datetime.fromisoformat(letter.sealed_at).astimezone(UTC)
    except ValueError:
        return _("Signed by {name}.").format(name=letter.sealed_by)
    words = _("Signed by {name} on {day} at {clock} UTC.")
    return words.format(name=letter.sealed_by, day=long_date(at.date()), clock=f"{at:%H:%M}")


def row_of(letter: Letter, place: str = "") -> Row:
    """Return how the letter is shown in the list; `place` is where it is (queries/standing.PLACES)."""
    signed = bool(letter.document_id)
    icon, role = ("shield-check", "success") if signed else ("pen-line", "muted")
    day, tongue = shown_day(letter) or _(N_("No date yet")), LANGUAGES.get(letter.language, letter.language)
    practice = _(N_("Practice letter")) if letter.illustration else ""
    text = " · ".join(filter(None, (practice, day, tongue, sealed_words(letter))))
    state = _(STATE_NAMES.get(letter.status, letter.status))
    row = Row(type_title(letter.kind), text, (), "", state, icon, role)
    return placed(row, place) if place else row


class _Shells(QAbstractListModel):
    def __init__(self, parent: QListView) -> None:
        super().__init__(parent)
        self.shells: tuple[Letter, ...] = ()
        self.places: Mapping[str, str] = {}

    def show(self, shells: Sequence[Letter], places: Mapping[str, str]) -> None:
        fresh, self.places = tuple(shells), places
        if [each.id for each in fresh] != [each.id for each in self.shells]:
            self.beginResetModel()
            self.shells = fresh
            self.endResetModel()
            return
        self.shells = fresh
        self.retranslate()

    def retranslate(self) -> None:
        if self.shells:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.shells) - 1, 0))

    def rowCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self.shells)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        shell = self.shells[index.row()]
        place = self.places.get(shell.id, "")
        row = row_of(shell, place)
        if role == Role.ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            means = said(place).means if place and role == Qt.ItemDataRole.ToolTipRole else row.place
            return ". ".join(part for part in (row.title, row.text, row.mark, means, *row.chips) if part)
        return None


class LetterList(QListView):
    """The visit's letters, newest first."""

    chosen = Signal(str)
    """The identifier of the letter stood on, or "" for none."""

    def __init__(self, look: Look) -> None:
        """Make an empty one."""
        super().__init__()
        self._shells = _Shells(self)
        self.setModel(self._shells)
        self.setItemDelegate(RowDelegate(look, lines=2))
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        look.changed.connect(self._on_look)
        self._say()

    def show_letters(self, letters: Sequence[Letter], stay_on: str, places: Mapping[str, str] | None = None) -> None:
        """Show the letters given in the order of drafting, and stay on one of them; on the newest otherwise.

        `places`: letter → where it is (queries/standing.PLACES), where that is known.
        """
        self._shells.show(tuple(reversed(letters)), places or {})
        at = next((row for row, each in enumerate(self._shells.shells) if each.id == stay_on), 0)
        if letters and self.currentIndex().row() != at:
            self.setCurrentIndex(self._shells.index(at, 0))

    def stand_on(self, letter_id: str) -> None:
        """Go to a letter of the list."""
        self.show_letters(tuple(reversed(self._shells.shells)), letter_id, self._shells.places)

    def show_places(self, places: Mapping[str, str]) -> None:
        """Show anew where the letters are: nothing else about them has changed."""
        self._shells.show(self._shells.shells, places)

    def letter_id(self) -> str:
        """Return the identifier of the letter stood on, or ""."""
        index = self.currentIndex()
        return self._shells.shells[index.row()].id if index.isValid() else ""

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which letter is stood on."""
        super().currentChanged(current, previous)
        self.chosen.emit(self.letter_id())

    def changeEvent(self, event: QEvent) -> None:
        """Say everything again in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
            self._shells.retranslate()
        super().changeEvent(event)

    def _say(self) -> None:
        self.setAccessibleName(_(N_("Letters of this visit")))

    def _on_look(self) -> None:
        self.scheduleDelayedItemsLayout()
