# SPDX-License-Identifier: MIT
"""How this laptop stands with the office, whatever page is shown: the strip at the foot, and the one above the pages.

The sync itself, and its page, are ui/sync's and together.py's: made when they are first shown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.sync.office_strip import OfficeStrip
from ui.sync.strip import SyncStrip

if TYPE_CHECKING:
    from ui.together import Together
    from ui.window import Window


class Synced(QObject):
    """Joins both strips to the page of sync."""

    def __init__(self, window: Window) -> None:
        """Keep the window."""
        super().__init__(window)
        self._window = window
        self.foot, self.above = SyncStrip(window.desk.look), OfficeStrip(window.desk)
        self.foot.asked.connect(self._on_asked)
        self.foot.stop_asked.connect(self._on_stopped)
        self.above.asked.connect(self._on_see)

    def _page(self) -> Together:
        from ui.together import Together  # it brings the HTTP client, which the first paint must not wait for

        page = self._window.page("sync")
        assert isinstance(page, Together)
        return page

    def _on_asked(self) -> None:
        self._window.go("sync")
        if self._page().office.syncing.state.syncs:
            self._page().sync_now()

    def _on_see(self) -> None:
        self._window.go("sync")

    def _on_stopped(self) -> None:
        self._page().stop()
