# SPDX-License-Identifier: MIT
"""The window's beginning and end: first run or unlock, then the desk and its window, and locking in between.

What is slow to import (letters, signing) is imported where it is used, never here.
"""

from __future__ import annotations

import gc
import os
import sys
from dataclasses import replace
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from resources import language
from storage import settings
from storage.errors import Trouble
from ui.copied import Copied
from ui.look import Look, speak
from ui.place import default_folder
from ui.unlock.attempts import Attempts

if TYPE_CHECKING:
    from storage.pin import Pin
    from storage.store import Store
    from ui.backup.closing import Closing
    from ui.errors import Crashes
    from ui.idle import Idle
    from ui.sleep import Sleep
    from ui.sweeping import Sweeping
    from ui.unlock.front import Front
    from ui.whereabouts import Whereabouts
    from ui.window import Window

VERSION = "0.1.0"
PICTURES = "AROLWG_PICTURES"
"""Names a folder for pictures of every screen, made instead of opening the window: how a bundle is checked."""
HANDED_OVER = 0.0005
"""Seconds that another thread's Python may keep the screen's waiting. With Python's own 5 ms each of the dozen events
behind one letter waited as long beside a busy thread, and the mark of what is kept came a tenth of a second late."""


def run(folder: Path | None = None) -> int:
    """Open the window on the store in the folder (by default the person's own) and return the exit code."""
    if sys.platform.startswith("linux") and not any(map(os.environ.get, _SCREENS)):
        sys.stderr.write("arolwg: there is no screen here. Try: python main.py --help\n")
        return 1
    if pictures := os.environ.get(PICTURES):
        from ui.screens import grab_all

        grab_all(folder or default_folder(), sys.stdin.readline().rstrip("\r\n"), Path(pictures))
        return 0
    app = QApplication(sys.argv[:1])
    house = House(app, folder or default_folder())
    house.begin()
    code = app.exec()
    house.end()
    return code


_STORE = ("arolwg.store", "keys.json")
"""Files of a store (storage/store.py, keys.py): either one there, and it is to be unlocked, never begun anew."""
_HALFWAY = "unfinished"
"""Mark of a store that was being restored when something cut that off (storage/halfway.py): to be restored again."""
_WARM = (
    *("storage.store", "ui.window", "ui.bus", "ui.worker", "ui.idle", "ui.visits.visit_list", "ui.notes.notebook"),
    *("ui.coverage.framework", "ui.cases.page", "ui.findings.findings", "ui.day.page", "ui.letters.letters"),
    *("ui.search.search", "ui.together", "ui.backup.page", "ui.settings.preferences"),
)
_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


class House(QObject):
    """Holds what lives longer than one window: the look, the settings, the crash box."""

    def __init__(self, app: QApplication, folder: Path, look: Look | None = None) -> None:
        """Dress the application as the settings in the folder say."""
        super().__init__(app)
        self._app, self._folder = app, folder
        self.settings = settings.load(folder)
        app.setApplicationName("Arolwg")
        app.setQuitOnLastWindowClosed(False)
        self.look = look or Look(app, self.settings.scheme, self.settings.percent)
        speak(app, self.settings.language)
        self._crashes: Crashes | None = None
        self._sweeping: Sweeping | None = None
        self._cold = list(_WARM)
        self.front: Front | None = None
        self.window: Window | None = None
        self._store: Store | None = None
        self.closing: Closing | None = None
        self.idle: Idle | None = None
        self.sleep: Sleep | None = None
        self._attempts = Attempts()
        self._pin: Pin | None = None
        self._was: Whereabouts | None = None
        self._copied = Copied(app)
        self._is_damaged = False

    def begin(self) -> None:
        """Show first run where no store is, else unlocking."""
        sys.setswitchinterval(HANDED_OVER)
        self.greet()
        self._app.processEvents()  # painted: from here on nobody waits for what is imported
        self._watch()
        self.warm()

    def warm(self) -> None:
        """Import what the window will need, a part at a time, while the passphrase is being typed."""
        if self._cold and self.window is None:
            import_module(self._cold.pop(0))
            QTimer.singleShot(0, self.warm)
        elif not self._cold:
            language.long_date(date.max)  # the names of the months are read once
            if self._store is None:
                # What was imported stays for good: Python need not look through it again in the middle of somebody's
                # note, a tenth of a second each time. Before any store is open, so that no key is held by it.
                gc.freeze()

    def _watch(self) -> None:
        from ui.errors import Crashes
        from ui.sweeping import Sweeping

        self._crashes = Crashes(self.look, self._folder / "reports", VERSION)
        self._crashes.on_damage = self._on_damage
        self._crashes.install()
        self._sweeping = Sweeping(self)

    def greet(self) -> None:
        """Show what comes before the window."""
        is_there = any((self._folder / name).exists() for name in _STORE)
        if is_there and not (self._folder / _HALFWAY).exists():
            from ui.unlock.unlock import Unlock

            self.front = Unlock(self.look, self._folder, self._attempts, self._pin)
            self.front.opened.connect(self._on_opened)
        else:
            from ui.unlock.first_run import FirstRun

            self.front = FirstRun(self.look, self._folder)
            self.front.opened.connect(self._on_opened)
        self.front.language_asked.connect(self._on_language)
        self.front.scheme_asked.connect(self._on_scheme)
        self.front.closed.connect(self._app.quit)
        room = self._app.primaryScreen().availableSize()
        self.front.resize(min(self.look.px(760), room.width()), min(self.look.px(700), room.height()))
        self.front.show()

    def end(self) -> None:
        """Close the store, whatever is still open."""
        store, self._store = self._store, None
        if store is None:
            return
        if store.journal is not None:  # its news comes on a thread of its own, and the editors are gone
            store.journal.on_kept = store.journal.on_refused = None
        store.close()

    def _on_opened(self, store: Store) -> None:
        from ui.bus import Bus
        from ui.desk import Desk
        from ui.idle import Idle
        from ui.sleep import Sleep
        from ui.whereabouts import come_back
        from ui.window import Window
        from ui.worker import Worker

        self._store = store
        self._keep(self.settings)
        desk = Desk(store, Bus(self), Worker(self), self.look, self.settings, self._folder, store.journal)
        desk.pin = self._pin
        self.window = Window(desk)
        self.window.lock_asked.connect(self._on_lock)
        desk.bus.damaged.connect(self._on_damage)
        self.window.closed.connect(self._on_closed)
        self.window.settings_changed.connect(self._on_settings)
        self.idle, self.sleep = Idle(self._app, self.settings.idle_minutes), Sleep(self._app)
        self.idle.passed.connect(self._on_away)
        self.sleep.passed.connect(self._on_away)
        self.window.open()
        if self._was is not None:  # from the same hands as before: back to where they were
            come_back(self.window, self._was)
            self._was = None
        self._drop_front()

    def _drop_front(self) -> None:
        if self.front is not None:
            self.front.leave()
            self.front = None

    def _on_lock(self) -> None:
        from ui.whereabouts import whereabouts

        if self.window is not None:
            self._was = whereabouts(self.window)
        self.put_away()
        self.greet()

    def _on_damage(self) -> bool:
        """Lock a store that is found damaged, soon: whoever found it is still at it. False when none is open."""
        if self._store is not None and not self._is_damaged:
            self._is_damaged = True
            QTimer.singleShot(0, self._leave_damaged)
        return self._is_damaged

    def _leave_damaged(self) -> None:
        """Close the store, and offer to make it anew where it is unlocked; what is typed is in the journal."""
        from storage import incidents
        from storage.vault import damaged, is_damage
        from ui.unlock.unlock import Unlock

        try:
            self.put_away()
        except Exception as problem:
            self.end()
            if not is_damage(problem):
                raise
        finally:
            self._is_damaged = False
        incidents.note(self._folder, "damaged")
        if self.front is None:
            self.greet()
        if isinstance(self.front, Unlock):
            self.front.tell(damaged(self._folder))
            self.front.offer_anew()

    def _on_away(self) -> None:
        """Lock, unless words on the screen can be kept nowhere: then they come first, and locking in a minute."""
        if self.window is not None and self.window.may_close():
            self._on_lock()
        elif self.idle is not None:
            self.idle.soon()

    def _on_settings(self, now: settings.Settings) -> None:
        self.settings = now
        if self.idle is not None:
            self.idle.after(now.idle_minutes)

    def _on_closed(self) -> None:
        from ui.backup.closing import Closing, is_wanted

        if self.window is not None and is_wanted(self.window.desk):
            for watch in (self.idle, self.sleep):  # nothing is on the screen any more
                if watch is not None:
                    watch.stop()
            self.closing = Closing(self.window.desk)
            self.closing.finished.connect(self._leave)
            self.closing.begin()
        else:
            self._leave()

    def _leave(self) -> None:
        self.put_away()
        self._app.quit()

    def put_away(self) -> None:
        """Take the window from the screen, the copied words from the clipboard, and close the store: its keys go."""
        for watch in (self.idle, self.sleep):
            if watch is not None:
                watch.stop()
                watch.deleteLater()
        self.idle = self.sleep = None
        window, self.window = self.window, None
        if window is not None:
            self.settings, self._pin = window.desk.settings, window.desk.pin
            window.put_away()
            for part in (window.desk.worker, window.desk.bus):  # they would hold the store, and its keys
                part.deleteLater()
            self._copied.forget()
        self.end()
        if self._sweeping is not None:
            self._sweeping.sweep_soon()  # whatever of the window only its own rings still hold

    def _on_language(self, code: str) -> None:
        self._keep(replace(self.settings, language=code))
        speak(self._app, code)

    def _on_scheme(self, scheme: str) -> None:
        self._keep(replace(self.settings, scheme=scheme))
        self.look.wear(scheme, self.settings.percent)

    def _keep(self, wanted: settings.Settings) -> None:
        self.settings = wanted
        try:
            if self._folder.exists():  # before the first run there is no folder yet: first run keeps them
                settings.keep(self._folder, wanted)
        except Trouble as trouble:
            if self.front is not None:
                self.front.tell(trouble)
