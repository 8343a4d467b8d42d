# SPDX-License-Identifier: MIT
"""The card about what is kept: where it lies, checking it. The work itself: slow.py; taking it out: ui/exports."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from resources.language import N_, _, ngettext
from storage.check import Checked
from storage.errors import Trouble
from ui.desk import Desk
from ui.doing import Doing
from ui.errors import told
from ui.settings.slow import checking
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.labels import Label
from ui.widgets.notice import Notice
from ui.widgets.progress_line import ProgressLine


class CareCard(Card):
    """Says whose the notes are and where; what came of the work is told in the card."""

    worked = Signal()
    """Slow work has ended, well or not."""

    def __init__(self, desk: Desk) -> None:
        """Show the place, and what can be done."""
        super().__init__(desk.look, N_("You and your notes"))
        self._desk = desk
        self.who, self.place = Label(type="strong", wrap=True), Label(tone="muted", wrap=True)
        self.place.say(N_("Everything stays on this laptop, in {folder}."), folder=desk.store.folder or desk.home)
        self.place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.check = Button(desk.look, N_("Chec&k everything"), "shield-check")
        self.notice, self.progress = Notice(desk.look), ProgressLine(desk.look)
        self.doing = Doing(desk, self.progress, self)
        self.check.clicked.connect(self.check_everything)
        self.doing.failed.connect(self._on_failed)
        self.doing.idle.connect(self._on_ended)
        row = QHBoxLayout()
        row.addWidget(self.check)
        row.addStretch(1)
        for part in (self.who, self.place, self.notice, self.progress):
            self.body.addWidget(part)
        self.body.insertLayout(2, row)
        self.allow()

    def may_work(self) -> bool:
        """Say whether slow work may begin: a store in a folder, and none under way."""
        return self._desk.store.folder is not None and not self.doing.is_busy()

    def allow(self) -> None:
        """Grey what is not possible now."""
        self.check.setEnabled(self.may_work())

    def check_everything(self) -> None:
        """Read everything back and compare it."""
        self.notice.hide()
        self.doing.start(checking(), N_("Checking everything"), self._on_checked)
        self.allow()

    def _on_checked(self, found: Checked) -> None:
        if found.problems:
            count = len(found.problems)
            said = ngettext("{count} problem was found.", "{count} problems were found.", count).format(count=count)
            self.notice.tell(said, "\n".join(map(str, found.problems)), "bad")
            return
        words = _(
            "{changes} changes in {streams} streams, {things} things, {documents} documents read back and compared."
        )
        counted = words.format(
            changes=found.changes, streams=found.streams, things=found.things, documents=found.documents
        )
        good = _("All is well: every signature holds, and the tables are what the log says.")
        self.notice.tell(good, counted, "ok")

    def _on_failed(self, trouble: Trouble) -> None:
        self.notice.tell(*told(trouble), "bad")

    def _on_ended(self) -> None:
        self.allow()
        self.worked.emit()
