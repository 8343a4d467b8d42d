# SPDX-License-Identifier: MIT
"""The middle of the letters' page: what the letter is, what is lawful on it, its text, and its one next step."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from resources.language import N_, _, ngettext
from storage.model.deadlines import Deadline
from storage.model.letter import WholeLetter
from storage.model.rules import LETTER_STATES, STATE_NAMES
from storage.queries.letter_states import Stop
from ui.letters.day_clock import DayClock
from ui.letters.letter_list import sealed_words, type_title
from ui.letters.letter_text import LetterText
from ui.letters.marked_line import MarkedLine
from ui.letters.track import Track
from ui.look import Look
from ui.widgets.buttons import Button, IconButton
from ui.widgets.card import Card
from ui.widgets.icons import icon
from ui.widgets.labels import Label
from ui.widgets.place_chip import PlaceChip
from ui.widgets.thumbnails import Thumbnails

_PRACTICE = N_("Practice letter: every page says so, and it must not be sent as a real one.")
_NARROW = 500
"""The width, in pixels at 100 %, from which the state stands beside the track."""
_LOW = 440
"""The height from which there is room for the small pictures of what goes with the letter."""
BY_SEAL = "signed"
"""The state that only signing gives."""


class LetterCard(Card):
    """One letter; it says what the person asks for and does nothing itself."""

    state_asked = Signal(str)
    files_given = Signal(object)
    """Paths of files that were dropped on an open letter."""

    def __init__(self, look: Look) -> None:
        """Make it, with no letter."""
        super().__init__(look, N_("Letter"))
        self.letter: WholeLetter | None = None
        self.state = QToolButton()
        self.state.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._states = QMenu(self.state)
        self.state.setMenu(self._states)
        self._states.triggered.connect(self._on_state)
        self.practice, self.sealed = MarkedLine(look, _PRACTICE), MarkedLine(look)
        self.practice.mark("triangle-alert", "warn")
        self.sealed.mark("shield-check", "ok")
        self.about = MarkedLine(look, type="small")
        self.about.mark("info", "muted")
        self.track, self.clock = Track(look), DayClock(look)
        self.place = PlaceChip(look)
        self._way = QHBoxLayout()
        self.text = LetterText(look)
        self.count = Label(type="small", tone="muted", wrap=True)
        self.thumbs, self._strip = Thumbnails(look), QWidget()
        self.enclose = IconButton(look, "paperclip", N_("Enclosures…"))
        self.details = IconButton(look, "pen-line", N_("Date, address and close…"))
        self.add = IconButton(look, "plus", N_("Add a sentence"))
        self.sign = Button(look, N_("Si&gn…"), "signature", primary=True)
        self.verify = Button(look, N_("Verif&y"), "shield-check", primary=True)
        self.copy = Button(look, N_("S&ave a copy…"), "save")
        self._lay()
        self.setAcceptDrops(True)
        look.changed.connect(self._size)
        self._size()
        self.show_letter(None)

    def show_letter(self, letter: WholeLetter | None) -> None:
        """Show a letter as it stands, or nothing."""
        self.letter = letter
        sealed = bool(letter and letter.letter.document_id)
        self.text.may_type = bool(letter) and not sealed
        self.text.show_letter(letter)
        for part, shown in (
            (self.sealed, sealed),
            (self.place, letter is not None),
            (self.practice, bool(letter and letter.letter.illustration)),
            (self.enclose, letter is not None),
            (self.sign, not sealed),
            (self.details, not sealed),
            (self.add, not sealed),
            (self.verify, sealed),
            (self.copy, sealed),
        ):
            part.setVisible(shown)
        self._say_all()
        self._keep_room()

    def show_about(self, lines: list[str]) -> None:
        """Say what there is to say of the letter's way: sentences, already translated."""
        self.about.label.show_text(" ".join(lines))
        self.about.setVisible(bool(lines))

    def show_way(self, stops: Sequence[Stop], due: Deadline | None, today: date) -> None:
        """Show the way of the letter shown, and the working days of a reply that is awaited."""
        self.track.show_way(stops)
        self.clock.show_due(due, today)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it is narrow, track and state stand one above the other, and words alone say what is due.

        Where it is low, the letter has the room of the small pictures: its row of enclosures names them.
        """
        super().resizeEvent(event)
        narrow = event.size().width() < self._look.px(_NARROW)
        self._way.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        self._way.setSpacing(self._look.px(2 if narrow else 12))
        self.clock.make_room(not narrow)
        self._strip.setVisible(event.size().height() >= self._look.px(_LOW))
        self._keep_room()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files of this computer, while the letter may have some."""
        if self.letter is not None and not self.letter.letter.document_id and _paths(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand over what was dropped."""
        event.acceptProposedAction()
        self.files_given.emit(_paths(event.mimeData()))

    def changeEvent(self, event: QEvent) -> None:
        """Say everything again in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say_all()

    def _say_all(self) -> None:
        if self.letter is None:
            self.title.say(N_("Letter"))
            return
        shell = self.letter.letter
        self.title.show_text(" · ".join(filter(None, (type_title(shell.kind), _tongue(shell.language)))))
        self.sealed.label.show_text(f"{sealed_words(shell)} {_('It can no longer be changed.')}")
        now = _(STATE_NAMES.get(shell.status, shell.status))
        self.state.setText(now)
        self.state.setAccessibleName(_("State of the letter: {state}").format(state=now))
        self.state.setToolTip(_("Move the letter on to another state"))
        self._states.clear()
        for state in LETTER_STATES.get(shell.status, ()):
            if state != BY_SEAL:
                self._states.addAction(_(STATE_NAMES[state])).setData(state)
        self.state.setEnabled(not self._states.isEmpty())
        self.count.show_text(_counted(self.letter))

    def _keep_room(self) -> None:
        """Be no lower than the words above the letter need in this width: a page that scrolls is better than cut ones.

        Qt asks a label for its least height in any width but this one.
        """
        layout = self.layout()
        if layout is not None:
            self.setMinimumHeight(layout.totalMinimumHeightForWidth(self.width()))

    def _on_state(self, action: object) -> None:
        self.state_asked.emit(str(action.data()))  # type: ignore[attr-defined]

    def _size(self) -> None:
        self.state.setIconSize(QSize(self._look.px(14), self._look.px(14)))

    def _lay(self) -> None:
        self.state.setIcon(icon(self._look, "chevron-down", "muted"))
        self.state.setToolButtonStyle(self.state.toolButtonStyle().ToolButtonTextBesideIcon)
        self.corner.addWidget(self.place)
        way, due = self._way, QHBoxLayout()
        for row, parts in ((way, (self.track, self.state)), (due, (self.about, self.clock))):
            row.setSpacing(self._look.px(12))
            row.addWidget(parts[0], 1)
            row.addWidget(parts[1], 0, Qt.AlignmentFlag.AlignTop)
        for line in (self.practice, self.sealed):
            self.body.addWidget(line)
        for row in (way, due):
            self.body.addLayout(row)
        self.body.addWidget(self.text, 1)
        strip = QVBoxLayout(self._strip)
        strip.setContentsMargins(0, 0, 0, 0)
        strip.addWidget(self.thumbs)
        self.body.addWidget(self._strip)
        self.thumbs.follows = self.text
        foot = QHBoxLayout()
        foot.setSpacing(self._look.px(8))
        foot.addWidget(self.count, 1)
        for button in (self.add, self.enclose, self.details, self.copy, self.sign, self.verify):
            foot.addWidget(button)
        self.body.addLayout(foot)


def _paths(given: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in given.urls() if url.isLocalFile()]


def _tongue(code: str) -> str:
    from resources.language import LANGUAGES

    return LANGUAGES.get(code, code)


def _counted(letter: WholeLetter) -> str:
    """Return how long the letter is, and how many of its sentences somebody should look at."""
    sentences = [s for section in letter.sections for p in section.paragraphs for s in p.sentences]
    words = sum(len(each.text.split()) for each in sentences)
    check = sum(each.check for each in sentences)
    parts = [ngettext("{count} word", "{count} words", words).format(count=words)]
    if check:
        parts.append(ngettext("{count} sentence to check", "{count} sentences to check", check).format(count=check))
    return " · ".join(parts)
