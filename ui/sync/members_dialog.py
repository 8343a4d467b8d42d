# SPDX-License-Identifier: MIT
"""Who sits in a visit: give a device a seat by its card or from another visit, take one back, accept what came late.

The acts and their rules: storage/acts/members.py. Pairing by words read aloud is another dialog's.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QComboBox, QFileDialog, QGridLayout, QListView, QWidget

from resources.language import N_, _, ngettext
from storage.acts import members as acts
from storage.acts.members import Card as DeviceCard
from storage.errors import Refused, Trouble
from storage.job import Job, Tick
from storage.law import Seat
from storage.model.ids import DeviceId, StreamId
from storage.permissions import GRANTERS, ROLES
from storage.queries.authorities import authority
from storage.queries.differing import set_aside
from storage.queries.members import devices_known, members, my_seat
from storage.queries.standing import stands
from storage.queries.visits import visit
from storage.steps import Steps
from storage.store import Store
from storage.sync.pairing import card_in, paired
from ui.desk import Desk
from ui.doing import Doing
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.labels import Label
from ui.widgets.progress_line import ProgressLine
from ui.widgets.row_delegate import Role, Row, RowDelegate
from ui.widgets.sheet import Sheet

Index = QModelIndex | QPersistentModelIndex
NONE = QModelIndex()


class MembersDialog(Sheet):
    """Devices at the left with what they may do; below, who else can be given a seat."""

    def __init__(self, desk: Desk, visit_id: str, parent: QWidget | None = None) -> None:
        """Show the members of a visit."""
        super().__init__(desk.look, N_("Members of the visit"), parent, wide=640)
        self._desk, look = desk, desk.look
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        there = visit(desk.store, visit_id)
        council = authority(desk.store, there.authority_id) if there else None
        self._visit = there.stream_id if there else StreamId("")
        self._standing = council.stream_id if council else None
        self._may = False
        """This device may give seats here and take them back."""
        self._is_closed = False
        """The hub said that it has no seat here any more, which it cannot have read in the record itself."""
        self.line = ProgressLine(look)
        self.doing = Doing(desk, self.line, self)
        self.where, self.list, self._seats = QComboBox(), QListView(), _Seats(self)
        self.hint = Label(type="small", tone="muted", wrap=True)
        self.remove = Button(look, N_("&Remove from here"), "x")
        self.lost = Button(look, N_("Re&move everywhere…"), "triangle-alert")
        self.accept_late = Button(look, N_("&Accept what it handed in late"), "check")
        self.known, self.role = QComboBox(), QComboBox()
        self.give = Button(look, N_("&Give a seat"), "plus", primary=True)
        self.card = Button(look, N_("From a &card file…"), "folder-open")
        self.close_button = Button(look, N_("C&lose"))
        self._removed = self._refused = 0
        self._given = ""
        self._build()
        self._connect()
        self.refresh()

    @property
    def _stream(self) -> StreamId:
        """Return whose members are shown: the visit's, or its authority's standing record's."""
        return StreamId(str(self.where.currentData() or self._visit))

    def refresh(self) -> None:
        """Read who sits here, and who could."""
        store = self._desk.store
        seats = members(store, self._stream)
        late = Counter(DeviceId(device) for device, _seq, why in set_aside(store, self._stream) if why == "left")
        self._seats.show(seats, store.device.id, late)
        if not self.list.currentIndex().isValid() and seats:
            self.list.setCurrentIndex(self._seats.index(0))
        present = {seat.device for seat in seats if seat.present}
        self.known.clear()
        cards = {card.device: card for card in (*devices_known(store), *(each.card for each in paired(store)))}
        for card in cards.values():
            if card.device not in present:
                self.known.addItem(f"{card.name or '–'} · {card.device[:8]}", card)
        self.known.setCurrentIndex(0 if self.known.count() else -1)
        mine = my_seat(store, self._stream)
        self._is_closed = stands(store, [self._stream])[self._stream].is_closed
        self._may = mine is not None and mine.present and not mine.ever.isdisjoint(GRANTERS) and not self._is_closed
        self._allow()

    def remove_chosen(self) -> None:
        """Take the chosen device's seat back here: from now on it is sealed with a new key."""
        seat = self._chosen()
        if seat is not None:
            self._begin(acts.removing(self._desk.store, self._stream, seat.device))

    def ask_lost(self) -> None:
        """Ask whether the chosen device is to be removed from everything that is here: its laptop is lost."""
        seat = self._chosen()
        if seat is not None:
            count = len(acts.seated_in(self._desk.store, seat.device))
            said = ngettext(
                "The laptop of {name} would be removed from {count} record here.",
                "The laptop of {name} would be removed from {count} records here.",
                count,
            )
            self.note(
                said.format(name=seat.name, count=count),
                _(N_("It keeps what was handed over before, and can read nothing that comes after.")),
                "warn",
            )
            self.notice.offer(N_("&Yes, its laptop is lost"), self.remove_lost)
            self.fit()
            self.notice.action.setFocus()

    def remove_lost(self) -> None:
        """Remove the chosen device from every visit and every standing record that is here."""
        seat = self._chosen()
        if seat is not None:
            self._removed = self._refused = 0
            self._begin(self._removing(seat.device), self._on_lost)

    def accept_chosen(self) -> None:
        """Let everything known of a device that has left count."""
        seat = self._chosen()
        if seat is not None:
            self._begin(acts.accepting(self._desk.store, self._stream, seat.device))

    def give_known(self) -> None:
        """Give a device that is known from another visit a seat in this one."""
        card = self.known.currentData()
        if isinstance(card, DeviceCard):
            self._begin(self._granting(card), self._on_given)

    def choose_card(self) -> None:
        """Ask for a card file, and give its device a seat."""
        chosen, _kind = QFileDialog.getOpenFileName(self, _(N_("From a card file")), "")
        if chosen:
            self.give_card(Path(chosen))

    def give_card(self, path: Path) -> None:
        """Give the device of a card file a seat."""
        try:
            card = card_in(path)
        except Trouble as trouble:
            self._on_failed(trouble)
        else:
            self._begin(self._granting(card), self._on_given)

    def _granting(self, card: DeviceCard) -> Steps[None]:
        self._given, role = card.name, str(self.role.currentData())
        for stream in (self._standing, self._visit):  # the visit means little without what its authority is
            if stream is not None:
                yield from acts.granting(self._desk.store, stream, card, role)

    def _removing(self, device: DeviceId) -> Steps[None]:
        for stream in acts.seated_in(self._desk.store, device):
            try:
                yield from acts.removing(self._desk.store, stream, device)
                self._removed += 1
            except Refused:
                self._refused += 1

    def _begin(self, steps: Steps[None], done: Callable[[object], None] | None = None) -> None:
        """Do it in small steps: a seat decides over everything that its device ever wrote."""
        self.notice.hide()
        self.doing.start(
            Job(_nothing, _nothing_more, partial(_put, steps)), N_("Changing who sits here"), done or self._on_done
        )
        self._allow()

    def _on_done(self, _nothing: object) -> None:
        self.refresh()

    def _on_given(self, _nothing: object) -> None:
        self.refresh()
        said = _(N_("{name} has a seat now.")).format(name=self._given or "–")
        self.note(said, _(N_("Sync, or write a parcel: then the visit opens on that laptop.")))

    def _on_lost(self, _nothing: object) -> None:
        self.refresh()
        said = ngettext("Removed from {count} record.", "Removed from {count} records.", self._removed)
        left = ngettext(
            "In {count} another lead, or the office, must remove it.",
            "In {count} another lead, or the office, must remove it.",
            self._refused,
        )
        advice = [left.format(count=self._refused)] if self._refused else []
        advice.append(_(N_("Sync, so that the hub hears of it; ask the office to revoke the laptop there too.")))
        self.note(said.format(count=self._removed), " ".join(advice), "warn" if self._refused else "ok")

    def _on_failed(self, trouble: Trouble) -> None:
        self.tell(trouble)

    def _chosen(self) -> Seat | None:
        return self._seats.seat(self.list.currentIndex())

    def _allow(self) -> None:
        seat = self._chosen()
        other = seat is not None and seat.device != self._desk.store.device.id
        may = self._may and not self.doing.is_busy()
        self.remove.setEnabled(bool(may and other and seat and seat.present))
        self.lost.setEnabled(bool(other and not self.doing.is_busy() and self._sits_somewhere(seat)))
        self.accept_late.setEnabled(bool(may and other and seat and not seat.present))
        self.give.setEnabled(may and self.known.count() > 0)
        for part in (self.card, self.role, self.known):
            part.setEnabled(may)
        if self._is_closed:
            self.hint.say(N_("This laptop has no seat here any more: who sits here is shown as it last heard of it."))
        elif not self._may:
            self.hint.say(N_("The lead inspector and the office give seats and take them back."))
        else:
            self.hint.say(
                N_("Who is removed keeps what was handed over before, and can read nothing that comes after.")
            )

    def _sits_somewhere(self, seat: Seat | None) -> bool:
        return seat is not None and bool(acts.seated_in(self._desk.store, seat.device))

    def _on_where(self) -> None:
        self.notice.hide()
        self.refresh()

    def _on_current(self, _now: Index, _before: Index) -> None:
        self._allow()

    def _connect(self) -> None:
        self.list.selectionModel().currentChanged.connect(self._on_current)
        self.where.currentIndexChanged.connect(self._on_where)
        self.remove.clicked.connect(self.remove_chosen)
        self.lost.clicked.connect(self.ask_lost)
        self.accept_late.clicked.connect(self.accept_chosen)
        self.give.clicked.connect(self.give_known)
        self.card.clicked.connect(self.choose_card)
        self.close_button.clicked.connect(self.accept)
        self.doing.failed.connect(self._on_failed)
        self.doing.idle.connect(self.refresh)

    def _build(self) -> None:
        look, px = self._desk.look, self._desk.look.px
        self.list.setModel(self._seats)
        self.list.setItemDelegate(RowDelegate(look, lines=1, chips=False))
        self.list.setUniformItemSizes(True)
        self.list.setMinimumHeight(px(150))
        self.list.setAccessibleName(_(N_("Members, one device each")))
        self.where.addItem(_(N_("This visit")), self._visit)
        if self._standing is not None and self._standing != self._visit:
            self.where.addItem(_(N_("Its authority's standing record")), self._standing)
        self.where.setAccessibleName(_(N_("Members of")))
        for code, name in ROLES.items():
            self.role.addItem(_(name), code)
        self.role.setCurrentIndex(self.role.findData("second"))
        seats = Card(look)
        for part in (self.where, self.list, self.hint):
            seats.body.addWidget(part)
        seats.body.addLayout(self.row(self.remove, self.lost, self.accept_late))
        self.add(seats, self._new())
        self.work_in(self.line)
        self.close_with(self.close_button)

    def _new(self) -> Card:
        who, what = Label(N_("Kno&wn device")), Label(N_("R&ole"))
        who.setBuddy(self.known)
        what.setBuddy(self.role)
        self.known.setAccessibleName(_(N_("Known device")))
        self.known.setPlaceholderText(_(N_("Nobody else is known yet: pair first, or take a card")))
        self.role.setAccessibleName(_(N_("Role")))
        new, grid = (
            Card(self._desk.look, N_("Give a seat"), N_("In the visit, and in its authority's record.")),
            QGridLayout(),
        )
        grid.setSpacing(self.look.px(8))
        for at, (label, box) in enumerate(((who, self.known), (what, self.role))):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(12)
            grid.addWidget(label, at, 0)
            grid.addWidget(box, at, 1)
        grid.setColumnStretch(1, 1)
        new.body.addLayout(grid)
        new.body.addLayout(self.row(self.give, self.card))
        return new


def _nothing(_store: Store) -> None:
    return None


def _nothing_more(_nothing: None, _tick: Tick) -> None:
    return None


def _put(steps: Steps[None], _store: Store, _nothing: None) -> Steps[None]:
    return steps


class _Seats(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._seats: tuple[Seat, ...] = ()
        self._here = ""
        self._late: Mapping[DeviceId, int] = {}

    def show(self, seats: tuple[Seat, ...], here: DeviceId, late: Mapping[DeviceId, int]) -> None:
        """Show these; `late`: of whoever has left, how many changes came afterwards and do not count."""
        same = [seat.device for seat in seats] == [seat.device for seat in self._seats]
        if not same:
            self.beginResetModel()
        self._seats, self._here, self._late = seats, here, late
        if not same:
            self.endResetModel()
        elif seats:
            self.dataChanged.emit(self.index(0), self.index(len(seats) - 1))

    def seat(self, index: Index) -> Seat | None:
        return self._seats[index.row()] if index.isValid() else None

    def rowCount(self, parent: Index = NONE) -> int:
        return 0 if parent.isValid() else len(self._seats)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        seat = self._seats[index.row()]
        where = _(N_("this device")) if seat.device == self._here else seat.device[:8]
        left = "" if seat.present else _(N_("has left"))
        count = self._late.get(seat.device, 0)
        late = ngettext("{count} change came late", "{count} changes came late", count).format(count=count)
        parts = (_(ROLES.get(seat.role, seat.role)), where, left, late if count else "")
        text = " · ".join(part for part in parts if part)
        if role == Role.ROW:
            return Row(seat.name or "–", text)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{seat.name or '–'} · {text}"
        return None
