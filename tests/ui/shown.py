# SPDX-License-Identifier: MIT
"""What tests of the window stand on: a desk in a line, the worked example, and what a person sees. No tests here."""

import tempfile
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from storage.example import Example, record
from storage.settings import Settings
from storage.store import Store, scratch
from ui.bus import Bus
from ui.desk import Desk
from ui.look import Look
from ui.menus import VerbAction
from ui.window import Window
from ui.worker import Worker


def a_desk(store: Store, look: Look, home: Path) -> Desk:
    """Return a desk over an open store; its settings are the look's."""
    return Desk(store, Bus(), Worker(), look, Settings(scheme=look.scheme, percent=look.percent), home)


def the_example() -> tuple[Store, Example]:
    """Return the lead inspector's store with the worked example in it: about a second."""
    lead, second = scratch(), scratch()
    with tempfile.TemporaryDirectory() as road:
        example = record(lead, second, Path(road))
    second.close()
    return lead, example


def action(window: Window, keys: str) -> VerbAction:
    """Return the verb of the window that has the keys."""
    return next(each for each in window.menus.actions() if each.verb.keys == keys)


def dialogs() -> list[QDialog]:
    """Return the dialogs on the screen."""
    return [each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog) and each.isVisible()]


def words(widget: QWidget) -> str:
    """Return everything that a widget shows, in a row."""
    said = [each.text() for each in widget.findChildren(QWidget) if each.isVisibleTo(widget) and hasattr(each, "text")]
    return " ".join(said)


def gone(window: Window) -> None:
    """Put a window away and let Qt delete it at once, before its store is closed."""
    window.put_away()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
