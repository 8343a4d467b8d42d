# SPDX-License-Identifier: MIT
"""The letters of a visit: the list, the letter to read and amend, where it comes from, its pages, signing.

Its verbs are named in letter_verbs.py; each part stands in a file of its own and none does anything by itself.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QTabWidget

from resources.language import N_, _
from storage.errors import Trouble
from storage.model.letter import Letter, WholeLetter
from storage.model.record import Record
from storage.queries.letters import letters_of_visit, whole_letter
from storage.queries.stages import places_of_letters
from storage.queries.standing import place_of, reach
from storage.queries.visits import visit
from storage.store import Recorded
from ui.desk import Desk
from ui.letters.checks import Checks
from ui.letters.details_dialog import DetailsDialog
from ui.letters.draft_dialog import DraftDialog
from ui.letters.enclosing import Enclosing
from ui.letters.letter_card import LetterCard
from ui.letters.letter_list import LetterList
from ui.letters.letter_verbs import verbs_of
from ui.letters.pencilling import Pencilling
from ui.letters.pieces import Piece
from ui.letters.press import Press, Rota, reading, warming
from ui.letters.proof import Proof
from ui.letters.remarks import LetterRemarks
from ui.letters.review import Review
from ui.letters.shapes import Shapes
from ui.letters.sign_dialog import PAGES, SignDialog
from ui.letters.sources import Sources
from ui.letters.writing import Writing
from ui.models.standing_words import said
from ui.panel import Panel, Verb
from ui.widgets.buttons import IconButton
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.pdf_pages import Pages
from ui.widgets.progress_line import ProgressLine

if TYPE_CHECKING:
    from reports.acts import Preview

_SOURCES, _PAGES, _REMARKS, _LETTERS = 0, 1, 2, 3
_ROOM = 800
"""The width, in pixels at 100 %, from which list, letter and what is beside it stand in three columns."""


class Letters(Panel):
    """One visit's letters."""

    source_chosen = Signal(str)
    """"note:identifier": to be shown where it is kept."""
    history_asked = Signal(object)
    """The record whose history is wanted."""
    document_asked = Signal(object)
    """The Document of an enclosure that is to be looked at."""

    def __init__(self, desk: Desk) -> None:
        """Make the page, with no visit."""
        super().__init__(desk)
        look = desk.look
        self._letter_id, self._stream, self.is_warm, self._owes = "", "", False, False
        self._every: Sequence[Letter] = ()
        self.list, self.card, self.line = LetterList(look), LetterCard(look), ProgressLine(look)
        self.text = self.card.text
        self.sources, self.pages, self.tabs = Sources(desk), Pages(look, *PAGES), QTabWidget()
        self.rota = Rota(desk, self)
        self._layer, self._warmer = Press(desk, self.rota, None, self), Press(desk, self.rota, None, self)
        self.proof = Proof(self, Press(desk, self.rota, self.line, self))
        self.writing, self.pencilling = Writing(self), Pencilling(self)
        self.remarks, self.review = LetterRemarks(desk), Review(self)
        self.shapes = Shapes(self, Press(desk, self.rota, self.line, self))
        self.checks = Checks(self, Press(desk, self.rota, self.line, self))
        self.enclosing = Enclosing(self)
        self.dialog: DraftDialog | DetailsDialog | SignDialog | None = None
        self._build()
        self._connect()
        self._warmer.start(warming(), "", self._on_warm)
        self.refresh()

    @property
    def letter(self) -> WholeLetter | None:
        """Return the letter shown, or None."""
        return self.card.letter

    def verbs(self) -> tuple[Verb, ...]:
        """Return what a person can do with letters."""
        return verbs_of(self)

    def show_visit(self, visit_id: str) -> None:
        """Show the letters of another visit, once what is being typed is kept."""
        if self.text.keep():
            super().show_visit(visit_id)

    def show_letter(self, letter_id: str) -> None:
        """Show one of the visit's letters."""
        self._letter_id = letter_id
        self.refresh()

    def refresh(self) -> None:
        """Ask for the visit's letters and for the one shown; while a sentence is being typed, once it is kept."""
        if self.text.is_typing():
            self._owes = True
            return
        self._owes = False
        shown = visit(self.desk.store, self.visit_id) if self.visit_id else None
        self._stream = shown.stream_id if shown else ""
        every = letters_of_visit(self.desk.store, self.visit_id) if shown else ()
        if self._letter_id not in [each.id for each in every]:
            self._letter_id = every[-1].id if every else ""
        self._stack.setCurrentIndex(2 if every else 1 if shown else 0)
        self._every = every
        self.list.show_letters(every, self._letter_id, self._places())
        self._show_whole()

    def touches_me(self, recorded: Recorded) -> bool:
        """Say whether the visit's own stream was touched."""
        return recorded.touches(self._stream)

    def may_close(self) -> bool:
        """Keep what is being typed; say no where it cannot be kept, for then it would be lost."""
        if not self.text.keep():
            return False
        for press in (self._layer, self._warmer, self.proof.press, self.shapes.press, self.checks.press):
            press.stop()
        return True

    def changeEvent(self, event: QEvent) -> None:
        """Say the tabs again in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
            self.enclosing.show()
            self._show_place()
            self.review.show()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where three columns have no room, put the list of letters beside sources and pages."""
        super().resizeEvent(event)
        narrow = event.size().width() < self.desk.look.px(_ROOM)
        if narrow and self.tabs.count() == _LETTERS:
            self.tabs.addTab(self._listed, "")
        elif not narrow and self.tabs.count() > _LETTERS:
            self._split.insertWidget(0, self._listed)
            self._listed.show()
            self._share_out()
        self._say()

    def _share_out(self) -> None:
        """Give the letter most of the room, however long the words beside it are in some language."""
        self._split.setSizes([self.desk.look.px(each) for each in (250, 540, 360)])

    # What a person does: each is a verb, and a button or a key beside it.

    def draft(self) -> None:
        """Ask what to draft, and draft it."""

        def ask() -> None:
            self._open(DraftDialog(self.desk, self.visit_id, self))
            self.dialog.drafted.connect(self.show_letter)  # type: ignore[union-attr]

        self.attempt(ask)

    def ask_details(self) -> None:
        """Ask for date, address and close."""
        if self.letter and not self.letter.letter.document_id:
            self._open(DetailsDialog(self.desk, self.letter.letter, self))

    def ask_to_sign(self) -> None:
        """Show the very pages and ask who signs."""
        if self.letter and self.text.keep():
            self._open(SignDialog(self.desk, self.rota, self.letter.letter, self))

    def ask_history(self) -> None:
        """Ask for the history of the sentence stood on, or of the letter."""
        piece = self.text.piece()
        if piece is not None and piece.sentence is not None:
            self.history_asked.emit(piece.sentence)
        elif self.letter is not None:
            self.history_asked.emit(self.letter.letter)

    def show_side(self, which: int) -> None:
        """Show the sources (0), the pages (1) or the remarks (2) and go there."""
        self.tabs.setCurrentIndex(which)
        there = {_PAGES: self.pages.view, _REMARKS: self.remarks.field}.get(which, self.sources.list)
        there.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_whole(self) -> None:
        self.card.show_letter(whole_letter(self.desk.store, self._letter_id) if self._letter_id else None)
        self.enclosing.show()
        self._show_place()
        self._show_pages()
        self.review.show()
        self.pencilling.recover()

    def _places(self) -> Mapping[str, str]:
        """Return where each letter is, asked of its own pieces: how the whole visit stands would cost more."""
        return places_of_letters(self.desk.store, self._every, {})

    def _show_place(self) -> None:
        self.list.show_places(self._places())
        if self.letter is not None:
            known = reach(self.desk.store, self.letter.letter.stream_id)
            self.card.place.show_place(said(place_of(known, *_pieces(self.letter))))

    def _show_pages(self) -> None:
        letter = self.letter
        if letter is None or not self.is_warm or self.tabs.currentIndex() != _PAGES:
            return
        from reports.acts import previewing

        sealed = bool(letter.letter.document_id)
        job = reading(letter.letter) if sealed else previewing(letter.letter.id)
        self._layer.start(job, "", self._on_read if sealed else self._on_laid_out)

    def _open(self, dialog: DraftDialog | DetailsDialog | SignDialog) -> None:
        self.dialog = dialog
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(self._on_closed)
        dialog.open()

    def _on_closed(self) -> None:
        self.dialog = None

    def _on_warm(self, _module: object) -> None:
        self.is_warm = True
        self._show_pages()

    def _on_laid_out(self, seen: "Preview") -> None:
        self.pages.show_pdf(seen.pdf)
        self.notice.hide()

    def _on_read(self, pdf: bytes) -> None:
        self.pages.show_pdf(pdf)

    def _on_no_pages(self, trouble: Trouble) -> None:
        self.pages.show_words(N_("These pages cannot be laid out yet: see above."))
        self.tell(trouble)

    def _on_listed(self, letter_id: str) -> None:
        if not letter_id or letter_id == self._letter_id:
            return
        if self.text.keep():
            self._letter_id = letter_id
            self._show_whole()
        else:
            self.list.stand_on(self._letter_id)  # back to the letter that is still being typed in

    def _on_piece(self, piece: Piece | None) -> None:
        self.sources.show_sentence(piece.sentence if piece else None, self.text.may_type)
        self.remarks.show_paragraph(self.letter, self.review.paragraph())

    def _on_typed(self) -> None:
        if self._owes:
            self.refresh()

    def _build(self) -> None:
        look = self.desk.look
        self.drafts = IconButton(look, "file-plus", N_("Draft a letter…"))
        self.nothing = EmptyState(
            look,
            "file-text",
            N_("No letter yet"),
            N_("A letter is drafted from the visit's findings; each sentence says which notes it rests on."),
            N_("Draft a letter…"),
        )
        aside = EmptyState(
            look, "inbox", N_("No visit chosen"), N_("Choose a visit: its letters are drafted, read and signed here.")
        )
        self._listed, beside = Card(look, N_("Letters")), Card(look)
        self._listed.corner.addWidget(self.drafts)
        self._listed.body.addWidget(self.list, 1)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.addTab(self.sources, "")
        self.tabs.addTab(self.pages, "")
        self.tabs.addTab(self.remarks, "")
        beside.body.addWidget(self.tabs, 1)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        for part, share in ((self._listed, 2), (self.card, 5), (beside, 3)):
            self._split.addWidget(part)
            self._split.setStretchFactor(self._split.count() - 1, share)
        self._share_out()
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(look.px(12))
        self._stack = QStackedWidget()
        for page in (aside, self.nothing, self._split):
            self._stack.addWidget(page)
        self.body.addWidget(self.line)
        self.body.addWidget(self._stack, 1)
        self.body.setSpacing(look.px(12))
        self._say()

    def _connect(self) -> None:
        for signal, slot in (
            (self.drafts.clicked, self.draft),
            (self.nothing.acted, self.draft),
            (self.list.chosen, self._on_listed),
            (self.text.chosen, self._on_piece),
            (self.text.offered, self.writing.keep),
            (self.text.closed, self._on_typed),
            (self.text.details_asked, self.ask_details),
            (self.text.refused, self.tell),
            (self.sources.source_chosen, self.source_chosen),
            (self.sources.cleared, self.writing.hold),
            (self.tabs.currentChanged, self._show_pages),
            (self._layer.failed, self._on_no_pages),
            (self.card.state_asked, self.checks.move),
            (self.remarks.refused, self.tell),
            (self.remarks.opened, self.review.stand_on_paragraph),
            (self.remarks.comparison_asked, self.review.compare),
            (self.desk.bus.stood, self._show_place),
            (self.card.add.clicked, self.writing.add_sentence),
            (self.card.details.clicked, self.ask_details),
            (self.card.sign.clicked, self.ask_to_sign),
            (self.card.verify.clicked, self.proof.verify),
            (self.card.copy.clicked, self.proof.save_copy),
        ):
            signal.connect(slot)

    def _say(self) -> None:
        for at, key in enumerate((N_("&Sources"), N_("&Pages"), N_("Remar&ks"), N_("Le&tters"))[: self.tabs.count()]):
            self.tabs.setTabText(at, _(key))
        self.tabs.setAccessibleName(_("Beside the letter"))
        self.tabs.tabBar().setAccessibleName(_("Beside the letter"))


def _pieces(letter: WholeLetter) -> Iterator[Record]:
    """Yield the letter's shell and everything in it."""
    yield letter.letter
    yield from (each.enclosure for each in letter.enclosures)
    for section in letter.sections:
        yield section.section
        for paragraph in section.paragraphs:
            yield paragraph.paragraph
            yield from paragraph.sentences
