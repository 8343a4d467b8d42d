# SPDX-License-Identifier: MIT
"""The left of the page of sync: the office's hub, an invitation, one button; and parcels, pairing, members by hand.

The work: syncing.py. At what stage everything is: stages.py. Differences are another panel's (ui/history); all stand
together in ui/together.py.
"""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QLineEdit

from resources.language import N_, _
from storage.errors import Trouble
from storage.queries.visits import visit
from storage.store import Recorded
from storage.sync.exchange import Progress
from storage.sync.road import read_invitation
from ui.desk import Desk
from ui.panel import Panel, Verb
from ui.sync.pairing_dialog import PairingDialog
from ui.sync.parcel_dialog import ParcelDialog
from ui.sync.syncing import Syncing
from ui.sync.words import beside_word, of_progress
from ui.widgets.button_row import ButtonRow
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.labels import Label
from ui.widgets.lasting import Lasting
from ui.widgets.progress_line import ProgressLine


class Office(Panel):
    """It lives as long as the window, and so does the sync that is under way."""

    stood = Signal(object)
    """The State, whenever it may have changed."""
    said = Signal(str)
    """A passing message, translated."""

    def __init__(self, desk: Desk) -> None:
        """Build the cards and read how everything stands."""
        super().__init__(desk)
        look = desk.look
        self.syncing = Syncing(desk, self)
        self.card = Card(look, N_("The office"), N_("Sealed on this laptop: the hub hands on what it cannot read."))
        self.state, self.hub, self.outcome = (
            Label(type="strong", wrap=True),
            Label(tone="muted", wrap=True),
            Label(wrap=True),
        )
        self.word = Lasting(look)
        """What the office said of this device: what happened, what to do; there until it says otherwise."""
        self.line = ProgressLine(look)
        self.ask = Label(N_("&Invitation from the office"))
        self.invitation = QLineEdit()
        self.enrol = Button(look, N_("&Join the office"), "building-2", primary=True)
        self.sync = Button(look, N_("S&ync now"), "refresh-cw", primary=True)
        self.renew = Button(look, N_("New in&vitation…"))
        self.by_hand = Card(look, N_("By hand"), N_("Without a network: by a stick, or a folder that both reach."))
        self.give = Button(look, N_("&Write a parcel…"), "inbox")
        self.take = Button(look, N_("Ta&ke a parcel in…"), "download")
        self.pair = Button(look, N_("&Pair with a laptop…"), "link")
        self.members = Button(look, N_("&Members of the visit…"), "users")
        self._is_asking = False
        self._came: Progress | None = None
        """What the last sync came to, until the next one begins."""
        self._build()
        self._connect()
        self._say()
        self.refresh()

    def verbs(self) -> tuple[Verb, ...]:
        """Return what a person can do here."""
        return (
            Verb(N_("Sync now"), "Ctrl+Shift+F5", "file", self.sync_now, self.can_sync, "refresh-cw"),
            Verb(N_("Stop syncing"), "Ctrl+Shift+F4", "file", self.syncing.stop, self.syncing.is_busy, "x"),
            Verb(N_("Write a parcel…"), "Shift+F1", "file", self.ask_giving, icon="inbox"),
            Verb(N_("Take a parcel in…"), "Alt+Shift+Y", "file", self.ask_parcel, icon="download"),
            Verb(N_("Pair with a laptop…"), "Ctrl+F1", "file", self.ask_pairing, icon="link"),
            Verb(N_("Wiped from this laptop…"), "Ctrl+F4", "file", self.ask_wiped, icon="circle-x"),
            Verb(N_("Members of the visit…"), "Ctrl+Shift+F12", "visit", self.ask_members, self._has_visit, "users"),
        )

    def ask_giving(self) -> None:
        """Write a parcel, of the visit on hand unless another is chosen."""
        from ui.sync.giving_dialog import GivingDialog

        GivingDialog(self.desk, self.visit_id, self).open()

    def ask_parcel(self) -> None:
        """Look into a parcel, then take it in or leave it."""
        ParcelDialog(self.desk, self).open()

    def ask_pairing(self) -> None:
        """Hand cards over, and compare words."""
        PairingDialog(self.desk, self).open()

    def touches_me(self, _recorded: Recorded) -> bool:
        """How everything stands is heard by the sync itself."""
        return False

    def refresh(self) -> None:
        """Show how everything stands."""
        self._show_state()

    def can_sync(self) -> bool:
        """Say whether a sync can begin."""
        return self.syncing.hub is not None and not self.syncing.is_busy()

    def sync_now(self) -> None:
        """Begin a sync."""
        self.notice.hide()
        self.syncing.start()

    def join_office(self) -> None:
        """Enrol this laptop by the invitation that was pasted, then sync."""
        self.attempt(self._join_office)

    def ask_wiped(self) -> None:
        """Show what was wiped from this laptop."""
        from ui.sync.wiped_dialog import WipedDialog

        WipedDialog(self.desk, self).open()

    def ask_members(self) -> None:
        """Show who sits in the visit on hand."""
        from ui.sync.members_dialog import MembersDialog

        MembersDialog(self.desk, self.visit_id, self).open()

    def changeEvent(self, event: QEvent) -> None:
        """Say it again in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
            self._say_outcome()
            self.refresh()

    def _join_office(self) -> None:
        hub, secret = read_invitation(self.invitation.text())
        self._is_asking = False
        self.syncing.enrol(hub, secret)

    def _has_visit(self) -> bool:
        return bool(self.visit_id) and visit(self.desk.store, self.visit_id) is not None  # it may have been wiped

    def _show_state(self) -> None:
        state, hub = self.syncing.state, self.syncing.hub
        told = beside_word(state)
        self.state.show_text(told.words)
        self.state.set_tone(told.tone)
        self.state.setVisible(bool(told.words))
        self.word.tell(*(state.word or ("",)))
        if hub is not None:
            self.hub.show_text(_("Joined to {address}").format(address=hub.address))
        else:
            self.hub.say(N_("Paste the invitation that your office sent. It is good once, for this laptop."))
        asks = hub is None or self._is_asking
        for part in (self.ask, self.invitation, self.enrol):
            part.setVisible(asks)
        self.renew.setVisible(not asks)
        self.sync.setVisible(hub is not None)
        self.sync.setEnabled(self.can_sync())
        self.enrol.setEnabled(not self.syncing.is_busy())
        has_visit = self._has_visit()
        self.members.setEnabled(has_visit)
        self.members.setToolTip("" if has_visit else _(N_("Open a visit first.")))
        self.stood.emit(state)

    def _on_changed(self) -> None:
        state = self.syncing.state
        if state.phase == "busy":
            if self.line.isHidden():
                self.line.begin(N_("Syncing"))
                self._came = None
                self._say_outcome()
            self.line.progress(state.part)
        elif not self.line.isHidden():
            self.line.end()
        self.refresh()

    def _on_over(self, progress: Progress) -> None:
        self._came = progress
        self._say_outcome()
        self.invitation.clear()
        self.said.emit(of_progress(progress))

    def _say_outcome(self) -> None:
        told = of_progress(self._came) if self._came is not None else ""
        self.outcome.show_text(told)
        self.outcome.setVisible(bool(told))

    def _on_failed(self, trouble: Trouble) -> None:
        self.tell(trouble)
        if self.syncing.hub is not None:
            self.notice.offer(N_("&Try again"), self.sync_now)

    def _on_renew(self) -> None:
        self._is_asking = True
        self._show_state()
        self.invitation.setFocus()

    def _say(self) -> None:
        self.invitation.setAccessibleName(_(N_("Invitation from the office")))

    def _connect(self) -> None:
        self.syncing.changed.connect(self._on_changed)
        self.syncing.over.connect(self._on_over)
        self.syncing.failed.connect(self._on_failed)
        self.line.cancel_asked.connect(self.syncing.stop)
        self.enrol.clicked.connect(self.join_office)
        self.invitation.returnPressed.connect(self.join_office)
        self.sync.clicked.connect(self.sync_now)
        self.renew.clicked.connect(self._on_renew)
        for button, ask in (
            (self.give, self.ask_giving),
            (self.take, self.ask_parcel),
            (self.pair, self.ask_pairing),
            (self.members, self.ask_members),
        ):
            button.clicked.connect(ask)

    def _build(self) -> None:
        self.ask.setBuddy(self.invitation)
        self.invitation.setPlaceholderText("https://…/#…")
        self.outcome.hide()
        for part in (self.state, self.word, self.hub, self.line, self.outcome, self.ask, self.invitation):
            self.card.body.addWidget(part)
        for card, buttons in (
            (self.card, (self.enrol, self.sync, self.renew)),
            (self.by_hand, (self.give, self.take, self.pair, self.members)),
        ):
            row = ButtonRow(self.desk.look)
            for button in buttons:
                row.addWidget(button)
            card.body.addLayout(row)
            self.body.addWidget(card)
        self.body.addStretch(1)
        self.body.setSpacing(self.desk.look.px(12))
