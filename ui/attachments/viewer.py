# SPDX-License-Identifier: MIT
"""One attachment, opened inside the program from memory: picture, pages or words; its passages linked to areas.

Nothing is written to the disk here but a copy for another program, after asking; it goes when the view closes.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QHBoxLayout, QTabWidget, QVBoxLayout, QWidget

from resources.language import N_, _
from storage import outside
from storage.acts import attachments as acts
from storage.acts.links import unlink
from storage.errors import BadFile, Trouble
from storage.media import KINDS
from storage.model.document import Document
from storage.model.rubric import Rubric
from storage.queries.attachments import passages_of
from storage.queries.notes import note as note_by_id
from storage.queries.visits import visit as visit_by_id
from storage.store import Recorded
from ui.attachments.asking import Asking
from ui.attachments.loading import Loaded, loading
from ui.attachments.words_view import WordsView, nothing_to_show
from ui.desk import Desk
from ui.errors import told
from ui.models.editions import editions
from ui.models.places import places_of, words_of
from ui.widgets.buttons import Button
from ui.widgets.chips import Chip, Chips, cut
from ui.widgets.labels import ElidedLabel, Label
from ui.widgets.notice import Notice
from ui.widgets.pdf_pages import Pages
from ui.widgets.picker import Picker
from ui.widgets.picture_view import PictureView
from ui.worker import Running


class Viewer(QDialog):
    """Looks at one attachment."""

    def __init__(self, desk: Desk, document: Document, parent: QWidget | None = None) -> None:
        """Begin to read the attachment; it appears when it is unsealed."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_(N_("Attachment")))
        self._desk, self.document, self._loaded = desk, document, Loaded(b"")
        self._passage: acts.Passage | None = None
        self.open_url: Callable[[QUrl], bool] = QDesktopServices.openUrl
        look = desk.look
        self.title, self.about, self.notice = ElidedLabel("", "title"), Label("", "small", "muted"), Notice(look)
        self.tabs, self.words, self.picture = QTabWidget(), WordsView(), PictureView(look)
        self.pages = Pages(look, N_("Pages of the file"), N_("These pages cannot be shown."))
        self.link = Button(look, N_("&Link the marked words"), "link")
        self.chips = Chips(look, self.link)
        self.picker = Picker(
            look, N_("Code or words of an area"), N_("No area is called that. Try fewer letters."), self
        )
        self.outside = Button(look, N_("&Open with another program…"))
        self.take_off = Button(look, N_("&Take off the note"))
        self.leave = Button(look, N_("&Close"), primary=True)
        self._note = note_by_id(desk.store, document.subject)
        self._build()
        self._connect()
        self._say()
        self.running = Running(loading(document), desk.store)
        self.running.finished.connect(self._on_loaded)
        self.running.failed.connect(self.tell)
        desk.worker.start(self.running)

    def tell(self, trouble: Trouble) -> None:
        """Tell trouble here, where it was asked."""
        self.notice.tell(*told(trouble), "bad")

    def link_passage(self) -> None:
        """Ask which area the marked words are to be linked to."""
        passage = self.words.passage()
        if passage is None:
            self.notice.tell(_(N_("No words are chosen.")), _(N_("Mark the words of the passage first.")), "info")
            if self.tabs.indexOf(self.words) >= 0:
                self.tabs.setCurrentWidget(self.words)
                self.words.setFocus()
            return
        self._passage = passage
        about = _(N_("Link “{words}” to an area")).format(words=cut(passage.words, 40))
        self.picker.ask(about, places_of(self._rubrics()), ())

    def open_outside(self) -> None:
        """Ask, then give another program a copy."""
        self.asking = Asking(self._desk.look, self)
        self.asking.accepted.connect(self._on_outside)
        self.asking.open()

    def done(self, result: int) -> None:
        """Stop reading, forget what was shown, and take back the copies."""
        self.running.cancel()
        self._loaded = Loaded(b"")
        self.words.clear()
        self.pages.show_words(N_("These pages cannot be shown."))
        outside.bring_back(self._desk.home)
        super().done(result)

    def _rubrics(self) -> tuple[Rubric, ...]:
        there = visit_by_id(self._desk.store, self._note.visit_id) if self._note else None
        return editions(self._desk.store, there, self.tell) if there else ()

    def _on_loaded(self, loaded: Loaded) -> None:
        self._loaded = loaded
        if loaded.picture:
            self.picture.show_picture(loaded.picture, self.document.title)
            self._show((self.picture, N_("Picture")))
        elif loaded.words is not None:
            self.words.show_words(loaded.words)
            self._show((self.words, N_("Words")))
        elif self.document.media_type == "application/pdf":
            self.pages.show_pdf(loaded.data)
            if self.pages.document.pageCount():
                self._show((self.pages, N_("Pages")), (self.words, N_("Words of this page")))
            else:
                words = N_("This PDF is locked with a password, or damaged: its pages cannot be shown here.")
                self._show((nothing_to_show(words), N_("Pages")))
        else:
            words = N_("Arolwg cannot show this kind of file itself. Another program can, if you let it.")
            self._show((nothing_to_show(words), N_("File")))
        self.outside.setEnabled(True)

    def _show(self, *parts: tuple[QWidget, str]) -> None:
        for part, key in parts:
            self.tabs.addTab(part, _(key))
        self.tabs.tabBar().setVisible(len(parts) > 1)
        if len(parts) == 1:  # else Tab would go to the hidden bar, and stay where it is
            self.tabs.setFocusProxy(None)  # type: ignore[arg-type]
            self.tabs.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        has_words = any(part is self.words for part, _key in parts)
        self.chips.setVisible(has_words and self._note is not None)  # what goes with a letter is nobody's evidence
        self._show_page()
        if self.focusWidget() in (None, self.leave):
            keys = {self.picture: self.picture.area, self.pages: self.pages.view, self.words: self.words}
            keys.get(parts[0][0], self.leave).setFocus()

    def _show_page(self) -> None:
        if self.pages.document.pageCount():
            page = self.pages.page()
            self.words.show_words(self.pages.document.getAllText(page).text(), page + 1)

    def _on_tab(self, _at: int) -> None:
        self._show_page()

    def _on_picked(self, key: str) -> None:
        rubric, _colon, code = key.partition(":")
        passage = self._passage
        if passage is not None:
            self._attempt(lambda: acts.link_passage(self._desk.store, self.document, passage, (rubric, code)))

    def _on_unlinked(self, link_id: str) -> None:
        found = next((each for each in passages_of(self._desk.store, self.document) if each.id == link_id), None)
        if found is not None:
            self._attempt(lambda: unlink(self._desk.store, found))

    def _on_outside(self) -> None:
        self._attempt(self._copy_out)

    def _copy_out(self) -> None:
        path = outside.copy_out(self._desk.home, self.document, self._loaded.data)
        if not self.open_url(QUrl.fromLocalFile(str(path))):
            outside.bring_back(self._desk.home)
            raise BadFile(N_("No program on this computer opens this kind of file."), N_("The copy was removed again."))
        self.notice.tell(
            _(N_("Another program has a copy that is not encrypted.")),
            _(N_("It is removed when you close this view.")),
            "warn",
        )

    def _on_take_off(self) -> None:
        if self._attempt(lambda: acts.detach(self._desk.store, self.document)):
            self.accept()

    def _on_recorded(self, _recorded: Recorded) -> None:
        self._show_chips()

    def _attempt(self, act: Callable[[], object]) -> bool:
        try:
            act()
        except Trouble as trouble:
            self.tell(trouble)
            return False
        return True

    def _show_chips(self) -> None:
        rubrics = {each.name: each for each in self._rubrics()}
        chips = []
        for each in passages_of(self._desk.store, self.document):
            found = rubrics.get(each.rubric)
            place = found and (found.criterion(each.area) or found.area_of(each.area))
            chips.append(Chip(each.id, each.area, words_of(place) if place else "", each.quoted))
        self.chips.show_chips(chips, fixed=False)

    def _say(self) -> None:
        kind = KINDS.get(self.document.media_type)
        parts = (_(kind.name) if kind else self.document.media_type, f"{self.document.size // 1024 + 1} kB")
        about = " · ".join((*parts, *([self._note.case_ref] if self._note and self._note.case_ref else [])))
        self.title.show_text(self.document.title or _(N_("Attachment")))
        self.about.show_text(about[:1].upper() + about[1:])
        self.words.setAccessibleName(_(N_("Words of the file")))
        self.tabs.setAccessibleName(_(N_("How the file is shown")))
        self._show_chips()

    def _build(self) -> None:
        px = self._desk.look.px
        everything = QVBoxLayout(self)
        everything.setContentsMargins(*[px(24)] * 4)
        everything.setSpacing(px(12))
        for part in (self.title, self.about, self.notice):
            everything.addWidget(part)
        everything.addWidget(self.tabs, 1)
        everything.addWidget(self.chips)
        foot = QHBoxLayout()
        foot.setSpacing(px(8))
        foot.addWidget(self.outside)
        foot.addWidget(self.take_off)
        foot.addStretch(1)
        foot.addWidget(self.leave)
        everything.addLayout(foot)
        self.tabs.setDocumentMode(True)
        self.chips.hide()
        self.outside.setEnabled(False)
        mine = self._note is not None and self._note.author == self._desk.store.me and self._note.present
        self.take_off.setVisible(mine and self.document.present)
        room = self.screen().availableGeometry()
        self.leave.setFocus()  # never on what takes something away
        self.resize(min(px(860), room.width() - 40), min(px(680), room.height() - 60))

    def _connect(self) -> None:
        self.link.clicked.connect(self.link_passage)
        self.outside.clicked.connect(self.open_outside)
        self.take_off.clicked.connect(self._on_take_off)
        self.leave.clicked.connect(self.accept)
        self.picker.picked.connect(self._on_picked)
        self.chips.taken_off.connect(self._on_unlinked)
        self.tabs.currentChanged.connect(self._on_tab)
        self.pages.view.pageNavigator().currentPageChanged.connect(self._on_tab)
        self._desk.bus.recorded.connect(self._on_recorded)
