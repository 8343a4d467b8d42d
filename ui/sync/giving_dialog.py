# SPDX-License-Identifier: MIT
"""A parcel is written: of which visit, for whom, where to. It is sealed and written elsewhere, and can be stopped.

What is in a parcel and how it is sealed: storage/sync/parcel.py and giving.py. Taking one in: parcel_dialog.py.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QVBoxLayout, QWidget

from resources.language import N_, _, ngettext
from storage.acts.members import Card as DeviceCard
from storage.errors import Trouble
from storage.job import Job, Tick
from storage.model.ids import StreamId
from storage.model.visit import Visit
from storage.permissions import ROLES
from storage.queries.authorities import authorities
from storage.queries.documents import documents_of_stream
from storage.queries.members import members, my_seat
from storage.queries.visits import visits
from storage.store import Store
from storage.sync import parcel, partners
from storage.sync.giving import Order, file_name, giving
from storage.sync.pairing import paired
from ui.desk import Desk
from ui.doing import Doing
from ui.models.date_words import date_words
from ui.sync.sticks import Stick, sticks
from ui.sync.words import size_words
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.labels import Label
from ui.widgets.progress_line import ProgressLine
from ui.widgets.sheet import Sheet

FOLDER = "parcel.folder"
"""The mark under which the store remembers where the last parcel went."""


class GivingDialog(Sheet):
    """Stays open when the parcel is written, to say where it lies; another one can follow."""

    def __init__(self, desk: Desk, visit_id: str, parent: QWidget | None = None) -> None:
        """Begin with the visit on hand."""
        super().__init__(desk.look, N_("Write a parcel"), parent, wide=600)
        self._desk, look = desk, desk.look
        self._streams: tuple[StreamId, ...] = ()
        self._folders: list[Path] = []
        self.visit, self.place = QComboBox(), QComboBox()
        self.holds, self.nobody = Label(tone="muted", wrap=True), Label(wrap=True)
        self.everything = QCheckBox(_(N_("&Also what they have already")))
        self.boxes: dict[str, QCheckBox] = {}
        self._cards: dict[str, DeviceCard] = {}
        self.file = Label(type="small", tone="muted", wrap=True)
        self.members = Button(look, N_("&Members of the visit…"), "users")
        self.choose = Button(look, N_("Choose a &folder…"), "folder-open")
        self.line = ProgressLine(look)
        self.shut, self.write = Button(look, N_("C&lose")), Button(look, N_("&Write the parcel"), "inbox", primary=True)
        self._doing, self._looking = Doing(desk, self.line, self, aside=True), Doing(desk, None, self, aside=True)
        self._build()
        self._connect()
        self._fill(visit_id)
        self._on_visit()
        self._show_places(())
        self.look_for_sticks()

    def look_for_sticks(self) -> None:
        """Ask the system which sticks are plugged in; a disk may sleep, so elsewhere."""
        if not self._doing.is_busy():
            self._looking.start(Job(_nothing, _sticks, _as_they_are), "", self._show_places)

    def use_folder(self, folder: Path) -> None:
        """Let the parcel go into a folder."""
        if folder not in self._folders:
            self._folders.insert(0, folder)
            self.place.insertItem(0, str(folder))
        self.place.setCurrentIndex(self._folders.index(folder))
        self._allow()

    def give(self) -> None:
        """Write the parcel for whoever is ticked."""
        to = [self._cards[device] for device in self._ticked()]
        folder = self._folder()
        if folder is None or not to:
            return
        self.notice.hide()
        order = Order(self._streams, to, folder / file_name(), self.everything.isChecked())
        self._doing.start(giving(order), N_("Writing the parcel"), self._on_given)
        self._allow()

    def changeEvent(self, event: QEvent) -> None:
        """Look again when the person comes back to the window: she may have plugged a stick in."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.look_for_sticks()

    def reject(self) -> None:
        """Close; what is being written is stopped, and nothing of it stays."""
        self._doing.stop()
        super().reject()

    def _fill(self, visit_id: str) -> None:
        store = self._desk.store
        names = {each.id: each for each in authorities(store)}
        for each in reversed(visits(store)):
            council = names.get(each.authority_id)
            if council is None or each.stream_id == council.stream_id or my_seat(store, each.stream_id) is None:
                continue  # a past visit in the standing record goes with it
            self.visit.addItem(f"{council.name} · {date_words(each.dates)}", (each, council.stream_id))
        at = next((at for at in range(self.visit.count()) if self.visit.itemData(at)[0].id == visit_id), 0)
        self.visit.setCurrentIndex(at)

    def _on_visit(self) -> None:
        self.visit.setToolTip(self.visit.currentText())
        chosen = self.visit.currentData()
        if chosen is None:
            self._streams = ()
            self._show_people((), None)
            self.visit.hide()
            self.everything.hide()
            self.holds.say(N_("There is no visit here yet that could be shared."))
        else:
            there, standing = chosen
            self._streams = (standing, there.stream_id)
            self._show_people(parcel.addressees(self._desk.store, [there.stream_id]), there)
        self._on_ticked()
        self.fit()

    def _on_ticked(self) -> None:
        """Say what goes in for whoever is ticked: what they all are known to have is left out."""
        if self._streams:
            load = load_of(self._desk.store, self._streams, self._ticked())
            self.everything.setVisible(load.is_known)
            self.holds.show_text(held(load, load.is_known and not self.everything.isChecked()))
        self._allow()

    def _ticked(self) -> list[str]:
        return [device for device, box in self.boxes.items() if box.isChecked()]

    def _show_people(self, cards: Sequence[DeviceCard], there: Visit | None) -> None:
        while (item := self._people.takeAt(0)) is not None:
            if (part := item.widget()) is not None:
                part.hide()
                part.deleteLater()
        roles = {str(each.device): each.role for each in members(self._desk.store, there.stream_id)} if there else {}
        known = {each.card.device: each.card for each in paired(self._desk.store)}
        self._cards = {card.device: card for card in cards}
        self.boxes = {card.device: QCheckBox(card.name or "–") for card in cards}
        for device, box in self.boxes.items():
            about = Label(type="small", tone="muted", wrap=True)
            about.show_text(_about(device, roles.get(device, ""), device in known))
            about.setIndent(self.look.px(32))
            box.setAccessibleDescription(about.text())
            box.setChecked(True)
            box.toggled.connect(self._on_ticked)
            self._people.addWidget(box)
            self._people.addWidget(about)
        lacking = ", ".join(dict.fromkeys(card.name for device, card in known.items() if device not in self._cards))
        self.nobody.setVisible(bool(lacking) or not cards)
        if there is None:
            self.nobody.say(N_("Plan a visit first, or take one in by a parcel."))
        elif lacking:
            self.nobody.say(N_("Paired, but without a seat in this visit: {names}"), names=lacking)
        else:
            self.nobody.say(N_("Nobody else has a seat in this visit yet. Give a colleague's laptop one first."))
        self.members.setVisible(there is not None and not self.nobody.isHidden())

    def _show_places(self, found: Sequence[Stick]) -> None:
        before = self._folder()
        self.place.clear()
        self._folders = []
        last = str(self._desk.store.marks.get(FOLDER, ""))
        for each in found:
            self._folders.append(each.folder)
            free = _(N_("{size} free")).format(size=size_words(each.free))
            self.place.addItem(f"{each.name} · {free}")
        for folder in dict.fromkeys(each for each in (before, Path(last) if last else None) if each is not None):
            if folder not in self._folders:
                self._folders.append(folder)
                self.place.addItem(str(folder))
        if before is not None:
            self.place.setCurrentIndex(self._folders.index(before))
        self._allow()
        self.fit()

    def _folder(self) -> Path | None:
        at = self.place.currentIndex()
        return self._folders[at] if 0 <= at < len(self._folders) else None

    def _allow(self) -> None:
        self.place.setToolTip(self.place.currentText())
        busy, folder = self._doing.is_busy(), self._folder()
        self.write.setEnabled(not busy and folder is not None and any(box.isChecked() for box in self.boxes.values()))
        self.place.setVisible(bool(self._folders))
        if folder is None:
            self.file.say(N_("No stick is plugged in. Plug one in, or choose a folder that both of you can reach."))
        else:
            self.file.say(N_("The file is named by its moment alone; nothing of the visit can be read in its name."))

    def _on_choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, _(N_("Where the parcel goes")), str(self._folder() or ""))
        if chosen:
            self.use_folder(Path(chosen))

    def _on_members(self) -> None:
        from ui.sync.members_dialog import MembersDialog

        chosen = self.visit.currentData()
        if chosen is not None:
            dialog = MembersDialog(self._desk, chosen[0].id, self)
            dialog.finished.connect(self._on_visit)
            dialog.open()

    def _on_given(self, written: parcel.Written) -> None:
        self._desk.store.marks.keep(FOLDER, str(written.path.parent))
        self._desk.bus.stood.emit()
        names = ", ".join(self._cards[device].name for device in self._ticked())
        said = _(N_("Written: {file}")).format(file=written.path)
        counts = counted(written.changes, written.documents)
        advice = _(N_("{counts}, {size}. Only {names} can open it. Take a stick out safely before you hand it over."))
        self.note(said, advice.format(counts=counts, size=size_words(written.size), names=names))

    def _on_failed(self, trouble: Trouble) -> None:
        self.tell(trouble)

    def _connect(self) -> None:
        self.visit.currentIndexChanged.connect(self._on_visit)
        self.place.currentIndexChanged.connect(self._allow)
        self.everything.toggled.connect(self._on_ticked)
        self.choose.clicked.connect(self._on_choose)
        self.members.clicked.connect(self._on_members)
        self.write.clicked.connect(self.give)
        self.shut.clicked.connect(self.reject)
        self._doing.failed.connect(self._on_failed)
        self._doing.idle.connect(self._allow)

    def _build(self) -> None:
        look = self._desk.look
        why = N_("Sealed on this laptop. Whoever finds the stick can read nothing, not even whose it is.")
        what, whom, where = (Card(look, key) for key in (N_("What goes in"), N_("For whom"), N_("Where it goes")))
        self.visit.setAccessibleName(_(N_("Visit")))
        self.place.setAccessibleName(_(N_("Where the parcel goes")))
        self._people = QVBoxLayout()
        self._people.setSpacing(0)
        for card, parts in ((what, (self.visit, self.holds, self.everything)), (where, (self.place, self.file))):
            for part in parts:
                card.body.addWidget(part)
        whom.body.addLayout(self._people)
        whom.body.addWidget(self.nobody)
        whom.body.addLayout(self.row(self.members))
        where.body.addLayout(self.row(self.choose))
        for box in (self.visit, self.place):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(16)
        self.add(Label(why, tone="muted", wrap=True), what, whom, where)
        self.work_in(self.line)
        self.close_with(self.shut, self.write)


@dataclass(frozen=True, slots=True)
class Load:
    """What could go into a parcel, and how much of it its readers are known to have."""

    changes: int
    files: int
    known_changes: int = 0
    known_files: int = 0

    @property
    def is_known(self) -> bool:
        """Say whether there is anything that may be left out."""
        return bool(self.known_changes or self.known_files)


def load_of(store: Store, streams: Sequence[StreamId], to: Sequence[str]) -> Load:
    """Return what a parcel of these streams could hold for these devices."""
    known = partners.bases(store, streams, to) if to else {}
    changes = known_changes = 0
    files: set[str] = set()
    left_out: set[str] = set()
    for stream in streams:
        base = known.get(stream, partners.Base())
        here = store.ledger.vector(stream)
        changes += sum(here.values())
        known_changes += sum(min(here.get(device, 0), seq) for device, seq in base.ends.items())
        names = {each.sealed for each in documents_of_stream(store, stream)}
        files |= names
        left_out |= names & base.files
    return Load(changes, len(files), known_changes, len(left_out))


def held(load: Load, lacking_only: bool) -> str:
    """Return what goes in: "3 changes: what they are not known to have. The whole is …"."""
    everything = counted(load.changes, load.files)
    if not lacking_only:
        return _(N_("{counts}: the visit and its authority's record, everything known here.")).format(counts=everything)
    less = counted(load.changes - load.known_changes, load.files - load.known_files)
    said = _(N_("{counts}: what they have not said that they have. Everything would be {all}."))
    return said.format(counts=less, all=everything)


def counted(changes: int, files: int) -> str:
    """Return "1,204 changes and 12 files"."""
    told = ngettext("{count} change", "{count} changes", changes).format(count=f"{changes:,}")
    also = ngettext("{count} file", "{count} files", files).format(count=f"{files:,}")
    return _(N_("{changes} and {files}")).format(changes=told, files=also) if files else told


def _about(device: str, role: str, is_paired: bool) -> str:
    parts = [_(ROLES.get(role, role)), device[:8], _(N_("paired")) if is_paired else ""]
    return " · ".join(part for part in parts if part)


def _nothing(_store: Store) -> None:
    return None


def _sticks(_nothing: None, _tick: Tick) -> tuple[Stick, ...]:
    return sticks()


def _as_they_are(_store: Store, found: tuple[Stick, ...]) -> tuple[Stick, ...]:
    return found
