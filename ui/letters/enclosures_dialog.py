# SPDX-License-Identifier: MIT
"""What goes with a letter: more enclosed, titled as the letter names it, put in order, withdrawn, opened.

The acts: storage/acts/enclosures.py. How the letter carries files: reports/enclosures.py.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from resources.language import N_, _, ngettext
from storage.acts import enclosures as acts
from storage.acts.attachments import LONGEST_TITLE, Incoming
from storage.acts.enclosures import Enclosable
from storage.errors import Trouble
from storage.media import KINDS
from storage.model.document import Document
from storage.model.enclosure import WholeEnclosure
from storage.model.letter import WholeLetter
from storage.queries.letters import whole_letter
from storage.store import Recorded
from ui.desk import Desk
from ui.doing import Doing
from ui.letters.places import between
from ui.letters.row_list import Line, RowList
from ui.widgets.buttons import Button
from ui.widgets.labels import Label
from ui.widgets.list_sheet import ListSheet
from ui.widgets.progress_line import ProgressLine
from ui.widgets.row_delegate import Row


class EnclosuresDialog(ListSheet):
    """The enclosures of one letter."""

    opened = Signal(object)
    """The Document that is to be looked at."""

    def __init__(self, desk: Desk, letter: WholeLetter, parent: QWidget | None = None) -> None:
        """Show what goes with the letter; a signed one's can be looked at only."""
        about = N_(
            "These files go out inside the letter’s PDF, and the letter names them. They are checked as the letter is; "
            "pictures are kept without the place and camera they were taken with. Give each a title as the reader "
            "shall see it, such as “Annex A: the plan”."
        )
        super().__init__(desk.look, N_("Enclosures"), about, parent)
        look = desk.look
        self._desk, self._letter, self._titled = desk, letter, ""
        self.list = RowList(look, N_("Enclosures of the letter"), lines=1, chips=False)
        self.none = Label(N_("Nothing goes with this letter yet."), tone="muted", wrap=True)
        self.title = QLineEdit()
        self.title.setMaxLength(LONGEST_TITLE)
        self.add_files = Button(look, N_("Enclose &files…"), "paperclip")
        self.up, self.down = Button(look, N_("Move u&p"), "chevron-up"), Button(look, N_("Move do&wn"), "chevron-down")
        self.look_at = Button(look, N_("&Look at it"), "eye")
        self.away = Button(look, N_("Withd&raw"), "x")
        self.leave = Button(look, N_("&Close"), primary=True)
        self.line = ProgressLine(look)
        self.doing = Doing(desk, self.line, self)
        self._build()
        self._connect()
        self._show()
        (self.list if letter.enclosures else self.add_files).setFocus()

    def ask_files(self) -> None:
        """Let the person choose files, with the system's own dialog."""
        suffixes = " ".join(f"*{suffix}" for kind in KINDS.values() for suffix in kind.suffixes)
        self.files = QFileDialog(self, _(N_("Enclose files with the letter")))
        self.files.setFileMode(QFileDialog.FileMode.ExistingFiles)
        named = f"{_(N_('Pictures, PDF, Word, Excel, text'))} ({suffixes})"
        self.files.setNameFilters([named, f"{_(N_('All files'))} (*)"])
        self.files.filesSelected.connect(self._on_chosen)
        self.files.open()

    def enclose(self, files: Sequence[Incoming]) -> None:
        """Enclose files, each with the next title that is free; trouble is told here, and nothing half done."""
        from reports.enclosures import next_titles

        titles = next_titles(self._letter, len(files))
        every = [Enclosable(title, file) for title, file in zip(titles, files, strict=True)]
        self.doing.start(acts.enclosing(self._letter.letter, every), N_("Enclosing"), self._on_enclosed)

    def keep(self) -> bool:
        """Keep the title that is being typed; where it cannot be kept say no, and show the one before."""
        found, words = self._chosen(), self.title.text()
        if found is None or self._is_sealed() or words == found.enclosure.title:
            return True
        kept = self._attempt(lambda: acts.retitle(self._desk.store, found.enclosure, words))
        self.title.setModified(False)
        self._on_stood()
        return kept

    def shift(self, step: int) -> None:
        """Move the enclosure stood on up (-1) or down (1)."""
        found = self._chosen()
        if found is None or not self.keep() or (found := self._chosen()) is None:
            return
        others = [each.enclosure.order for each in self._letter.enclosures if each.enclosure.id != found.enclosure.id]
        at = self._place() + step
        if 0 <= at <= len(others):
            order = between(others[at - 1] if at else "", others[at] if at < len(others) else "")
            enclosure = found.enclosure
            self._attempt(lambda: acts.reorder(self._desk.store, enclosure, order))

    def withdraw(self) -> None:
        """Withdraw the enclosure stood on; undo brings it back."""
        found = self._chosen()
        if found is not None and self._attempt(lambda: acts.withdraw(self._desk.store, found)):
            words = _(N_("{title} was withdrawn. Undo brings it back.")).format(title=found.enclosure.title)
            self.notice.tell(words, "", "info")

    def done(self, result: int) -> None:
        """Keep what is typed first: it stays open where that cannot be kept."""
        if self.keep():
            self.doing.stop()
            super().done(result)

    def changeEvent(self, event: QEvent) -> None:
        """Say rows again in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._show()

    def _attempt(self, act: Callable[[], None]) -> bool:
        try:
            act()
        except Trouble as trouble:
            self.tell(trouble)
            return False
        return True

    def _show(self) -> None:
        every, sealed = self._letter.enclosures, self._is_sealed()
        self.list.show_lines([_line(each) for each in every])
        self.list.setVisible(bool(every))
        self.none.setVisible(not every)
        self.add_files.setVisible(not sealed)
        self._on_stood()

    def _on_stood(self) -> None:
        found, sealed = self._chosen(), self._is_sealed()
        key = found.enclosure.id if found else ""
        if key != self._titled or not self.title.isModified():
            self._titled = key
            self.title.setText(found.enclosure.title if found else "")
        at, last = self._place(), len(self._letter.enclosures) - 1
        for part, possible in (
            (self.title, found is not None and not sealed),
            (self.up, not sealed and at > 0),
            (self.down, not sealed and 0 <= at < last),
            (self.away, found is not None and not sealed),
            (self.look_at, found is not None and found.document is not None),
        ):
            part.setEnabled(possible)

    def _on_chosen(self, paths: Sequence[str]) -> None:
        self.enclose([Incoming(Path(each).name, Path(each)) for each in paths])

    def _on_enclosed(self, new: tuple[str, ...]) -> None:
        count = len(new)
        words = ngettext("{count} file enclosed.", "{count} files enclosed.", count).format(count=count)
        self.notice.tell(words if count else _(N_("This file goes with the letter already.")), "", "ok")
        if new:
            self.list.show_lines(self.list.lines(), stay_on=new[0])
            self.title.setFocus()
            self.title.selectAll()

    def _on_look(self) -> None:
        found = self._chosen()
        if found is not None and found.document is not None:
            self.opened.emit(as_titled(found))

    def _on_up(self) -> None:
        self.shift(-1)

    def _on_down(self) -> None:
        self.shift(1)

    def _on_recorded(self, recorded: Recorded) -> None:
        if recorded.touches(self._letter.letter.stream_id):
            now = whole_letter(self._desk.store, self._letter.letter.id)
            if now is not None:
                self._letter = now
                self._show()

    def _chosen(self) -> WholeEnclosure | None:
        return next((each for each in self._letter.enclosures if each.enclosure.id == self.list.key()), None)

    def _place(self) -> int:
        ids = [each.enclosure.id for each in self._letter.enclosures]
        return ids.index(self.list.key()) if self.list.key() in ids else -1

    def _is_sealed(self) -> bool:
        return bool(self._letter.letter.document_id)

    def _connect(self) -> None:
        for signal, slot in (
            (self.list.chosen, self._on_stood),
            (self.list.opened, self._on_look),
            (self.title.editingFinished, self.keep),
            (self.add_files.clicked, self.ask_files),
            (self.up.clicked, self._on_up),
            (self.down.clicked, self._on_down),
            (self.look_at.clicked, self._on_look),
            (self.away.clicked, self.withdraw),
            (self.leave.clicked, self.accept),
            (self.doing.failed, self.tell),
            (self._desk.bus.recorded, self._on_recorded),
        ):
            signal.connect(slot)
        for button in (self.add_files, self.up, self.down, self.look_at, self.away, self.leave):
            button.setAutoDefault(False)

    def _build(self) -> None:
        label = Label(N_("&Title, as the letter names it"), "strong")
        label.setBuddy(self.title)
        self.title.setAccessibleName(_(N_("Title, as the letter names it")))
        self.add(self.none)
        self.fill(self.list)
        self.add(label, self.title, self.row(self.up, self.down, self.look_at, self.away), self.line)
        self.close_with(self.add_files, self.leave)
        self.span(640, 480)


def _line(each: WholeEnclosure) -> Line:
    return Line(each.enclosure.id, Row(each.enclosure.title, about(each)))


def as_titled(each: WholeEnclosure) -> Document | None:
    """Return an enclosure's file under the title that the letter gives it now."""
    return replace(each.document, title=each.enclosure.title) if each.document else None


def about(each: WholeEnclosure) -> str:
    """Return what kind of file an enclosure is and how large; of one that is not here, that it is not."""
    from reports.enclosures import size

    if each.document is None:
        return _(N_("Not on this computer yet"))
    kind = KINDS.get(each.document.media_type)
    words = f"{_(kind.name) if kind else each.document.media_type} · {size(each.document)}"
    return words[:1].upper() + words[1:]
