# SPDX-License-Identifier: MIT
"""A hint under the page that can be waved away. What it says comes from capture.py; it never holds anything up."""

from PySide6.QtCore import Signal

from ui.look import Look
from ui.widgets.notice import Notice


class Hint(Notice):
    """A notice that tells when the person closed it."""

    dismissed = Signal()

    def __init__(self, look: Look) -> None:
        """Make it, hidden."""
        super().__init__(look)
        self._close.clicked.connect(self.dismissed)
