# SPDX-License-Identifier: MIT
"""A parcel is looked into before it is taken in: new, the same, differing, set aside, by visit, with names.

What looking does, and that it writes nothing: storage/sync/preview.py. Taking in: storage/sync/parcel.py.
"""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QFileDialog, QPlainTextEdit, QWidget

from resources.language import N_, _, ngettext
from storage.errors import Trouble
from storage.job import Job, Tick
from storage.store import Store, looker
from storage.sync import parcel
from storage.sync.preview import Part, Preview, look
from ui.desk import Desk
from ui.doing import Doing
from ui.models.date_words import date_words
from ui.widgets.buttons import Button
from ui.widgets.labels import Label
from ui.widgets.progress_line import ProgressLine
from ui.widgets.sheet import Sheet


class ParcelDialog(Sheet):
    """Choose, look, take in or leave."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Wait for a file."""
        super().__init__(desk.look, N_("Take a parcel in"), parent)
        self._desk, self._path = desk, Path()
        look_ = desk.look
        self.line = ProgressLine(look_)
        self.choose = Button(look_, N_("Choose a &parcel…"), "folder-open")
        self.whose = Label(wrap=True)
        self.parts = QPlainTextEdit()
        self.sure = QCheckBox(_(N_("I am &sure whose parcel this is")))
        self._may_be_taken = False
        self.take = Button(look_, N_("&Take it in"), "download", primary=True)
        self.leave = Button(look_, N_("C&lose"))
        self._doing = Doing(desk, self.line, self)
        self._build()
        self.choose.clicked.connect(self._on_choose)
        self.take.clicked.connect(self._on_take)
        self.sure.toggled.connect(self._on_sure)
        self.leave.clicked.connect(self.reject)
        self._doing.failed.connect(self._on_failed)
        self.choose.setFocus()

    def look_into(self, path: Path) -> None:
        """Look into a parcel; nothing is taken in."""
        self._path = path
        self.notice.hide()
        self._show(None)
        self._doing.start(Job(partial(_looking, path), _looked, _as_it_is), N_("Looking into the parcel"), self._show)

    def reject(self) -> None:
        """Close; what is under way is stopped, and nothing half taken in stays."""
        self._doing.stop()
        super().reject()

    def _show(self, seen: Preview | None) -> None:
        for part in (self.whose, self.parts, self.take):
            part.setVisible(seen is not None)
        self.sure.setVisible(seen is not None and not seen.is_known)
        self.leave.say(N_("&Leave it") if seen is not None else N_("C&lose"))
        if seen is not None:
            self.whose.show_text("\n".join(_heading(seen)))
            self.whose.set_tone("" if seen.is_known else "warn")
            self.parts.setPlainText("\n\n".join(_said(part) for part in seen.parts))
            self.sure.setChecked(seen.is_known)
            self._may_be_taken = not any(part.has_left for part in seen.parts)
            self._on_sure()
            (self.take if self.take.isEnabled() else self.leave).setFocus()
        self.fit()

    def _on_sure(self) -> None:
        """Whoever is not known here is taken in only when a person vouches for whose parcel it is."""
        self.take.setEnabled(self._may_be_taken and self.sure.isChecked())

    def _on_choose(self) -> None:
        chosen, _kind = QFileDialog.getOpenFileName(self, _(N_("Choose a parcel")), "")
        if chosen:
            self.look_into(Path(chosen))

    def _on_take(self) -> None:
        self.take.setEnabled(False)
        path = self._path
        self._doing.start(
            Job(lambda _store: path, _nothing, parcel.reading), N_("Taking the parcel in"), self._on_taken
        )

    def _on_taken(self, brought: parcel.Opened) -> None:
        self._show(None)
        self._desk.bus.stood.emit()  # what its sender said that she has was kept after the records were announced
        count = brought.received.new
        said = ngettext("{count} new change from {sender}.", "{count} new changes from {sender}.", count)
        aside = len(brought.received.set_aside)
        more = ngettext("{count} change was set aside.", "{count} changes were set aside.", aside).format(count=aside)
        self.note(said.format(count=count, sender=brought.sender), more if aside else "", "warn" if aside else "ok")

    def _on_failed(self, trouble: Trouble) -> None:
        self._show(None)
        self.tell(trouble)

    def _build(self) -> None:
        self.parts.setReadOnly(True)
        self.parts.setTabChangesFocus(True)
        self.parts.setAccessibleName(_(N_("What the parcel would bring")))
        self.parts.setMinimumHeight(self.look.px(160))
        why = N_("It is looked into first; nothing is taken in before you say so.")
        self.add(Label(why, wrap=True), self.row(self.choose), self.whose, self.sure, self.parts)
        self.work_in(self.line)
        self.close_with(self.leave, self.take)
        for hidden in (self.whose, self.sure, self.parts, self.take):
            hidden.hide()


def _heading(seen: Preview) -> Iterator[str]:
    yield _(N_("From {sender}. Nothing has been taken in.")).format(sender=seen.sender)
    if not seen.is_known:
        yield _(N_("This device has no seat in anything that is here yet: make sure whose parcel it is."))
    if seen.documents:
        said = ngettext("{count} file is not here yet.", "{count} files are not here yet.", seen.documents)
        yield said.format(count=seen.documents)


def _said(part: Part) -> str:
    lines = [f"{part.authority} · {date_words(part.dates) or _(N_('standing record'))}"]
    counts = {"new": part.new, "same": part.same, "differing": part.differing, "aside": len(part.set_aside)}
    lines.append(_(N_("{new} new, {same} the same, {differing} differing, {aside} set aside")).format(**counts))
    if part.people:
        lines.append(_(N_("New from: {names}")).format(names=", ".join(part.people)))
    if part.has_left:
        lines.append(_(N_("It was wiped from this laptop: it is refused until it is allowed back.")))
    return "\n".join(lines)


def _looking(path: Path, store: Store) -> Preview | tuple[object, Path]:
    """Return how another thread looks; a store that lives in memory looks here and now."""
    opening = looker(store)
    return look(store, path) if opening is None else (opening, path)


def _looked(taken: Preview | tuple[object, Path], _tick: Tick) -> Preview:
    if isinstance(taken, Preview):
        return taken
    opening, path = taken
    store = opening()  # type: ignore[operator]
    try:
        return look(store, path)
    finally:
        store.db.close()


def _as_it_is(_store: Store, seen: Preview) -> Preview:
    return seen


def _nothing(path: Path, _tick: Tick) -> Path:
    return path
