# SPDX-License-Identifier: MIT
"""Python's collector of what nobody holds any more, on the screen's thread alone. What it finds concerns nobody here.

Left to itself it runs on whatever thread happens to ask for memory: a dialog that was put away would be destroyed on
the journal's thread, with its timers and its place on the screen, and the process would end there, once in a thousand
times (docs/decisions/0038-the-collector.md).
"""

import gc

from PySide6.QtCore import QObject, QTimer

SWEEP_MS = 250
"""Between two looks whether there is anything to collect; a look costs a microsecond."""


class Sweeping(QObject):
    """From now on nothing is collected but by this."""

    def __init__(self, parent: QObject) -> None:
        """Take the collector over."""
        super().__init__(parent)
        gc.disable()
        self._clock, self._soon = QTimer(self), QTimer(self)
        self._clock.setInterval(SWEEP_MS)
        self._clock.timeout.connect(self.sweep)
        self._clock.start()
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.sweep_all)

    def sweep(self) -> None:
        """Collect what Python's own rule would have collected by now: the young often, everything seldom."""
        due = [made > most for made, most in zip(gc.get_count(), gc.get_threshold(), strict=True)]
        if any(due):
            gc.collect(2 - due[::-1].index(True))

    def sweep_all(self) -> None:
        """Collect everything now."""
        gc.collect()

    def sweep_soon(self) -> None:
        """Collect everything when what is going on has ended: a window was closed, and held a store's keys."""
        self._soon.start(0)

    def end(self) -> None:
        """Give the collector back."""
        self._clock.stop()
        self._soon.stop()
        gc.enable()
