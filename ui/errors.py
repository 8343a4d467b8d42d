# SPDX-License-Identifier: MIT
"""Two kinds of error: Trouble is told kindly where it was asked; anything else is a bug and gets a crash box.

A report of a bug holds where it happened and with what versions, never what anybody wrote: no message, no values.
"""

import platform
import sys
import traceback
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from resources.language import N_, _
from storage.errors import Trouble
from ui.look import Look
from ui.widgets.buttons import Button
from ui.widgets.labels import Label

HERE = Path(__file__).resolve().parent.parent
Hook = Callable[[type[BaseException], BaseException, TracebackType | None], object]


def told(trouble: Trouble) -> tuple[str, str]:
    """Return message and advice in the language in use, values put in."""
    return tuple(_(part).format(**trouble.values) if part else "" for part in (trouble.message, trouble.advice))  # type: ignore[return-value]


def report(bug: BaseException, version: str, at: datetime) -> str:
    """Return what happened, without content: kinds of error, places in the program, versions."""
    lines = [f"Arolwg {version} · Python {platform.python_version()} · Qt {qVersion()} · {platform.system()}"]
    lines.append(at.strftime("%Y-%m-%d %H:%M UTC"))
    link: BaseException | None = bug
    while link is not None:
        lines.append(f"{type(link).__module__}.{type(link).__qualname__}")
        for frame in traceback.extract_tb(link.__traceback__):
            lines.append(f"  {_place(frame.filename)}:{frame.lineno} {frame.name}")
        link = link.__cause__ or link.__context__
    return "\n".join(lines) + "\n"


class CrashBox(QDialog):
    """Says that something is wrong in the program, that the words are kept, and where the report is."""

    def __init__(self, look: Look, words: str, file: Path | None, parent: QWidget | None = None) -> None:
        """Show the box for a report, and the file it was written to, if it could be."""
        super().__init__(parent)
        self._words = words
        self.setWindowTitle(_(N_("Something went wrong in Arolwg")))
        self.setMinimumWidth(look.px(480))
        everything = QVBoxLayout(self)
        side = look.px(24)
        everything.setContentsMargins(side, side, side, side)
        everything.setSpacing(look.px(12))
        for label in (
            Label(N_("Something went wrong in Arolwg"), "title", wrap=True),
            Label(
                N_("This is a fault in the program, not a mistake of yours. What was marked as kept is kept."),
                wrap=True,
            ),
            Label(N_("The report says where in the program it happened. It holds nothing that you wrote."), wrap=True),
            _place_label(file),
        ):
            everything.addWidget(label)
        everything.addStretch(1)
        everything.addLayout(self._buttons(look))
        self._close.setFocus()

    def _buttons(self, look: Look) -> QHBoxLayout:
        copy = Button(look, N_("&Copy the report"))
        self._close = Button(look, N_("C&arry on"), primary=True)
        copy.clicked.connect(self._on_copy)
        self._close.clicked.connect(self.accept)
        self._close.setDefault(True)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(copy)
        row.addWidget(self._close)
        return row

    def _on_copy(self) -> None:
        QApplication.clipboard().setText(self._words)


class Crashes:
    """What Python calls when nobody caught an error. `install` once, at the start."""

    def __init__(self, look: Look, folder: Path, version: str) -> None:
        """Write reports into a folder, made when it is first needed."""
        self._look, self._folder, self._version = look, folder, version
        self._box: QDialog | None = None
        self.on_damage: Callable[[], bool] | None = None
        """Answers for a store that is found damaged, which is no fault of the program; False when it cannot."""
        self._before: Hook = sys.excepthook

    def install(self) -> None:
        """Become Python's hook for what nobody caught."""
        self._before, sys.excepthook = sys.excepthook, self.caught

    def caught(self, kind: type[BaseException], bug: BaseException, trace: TracebackType | None) -> None:
        """Write the report and show one box, however many errors follow each other."""
        if issubclass(kind, KeyboardInterrupt):
            self._before(kind, bug, trace)
            return
        if self._is_answered(bug):
            return
        words = report(bug, self._version, datetime.now(UTC))
        file = self._written(words)
        if self._box is None:
            self._box = CrashBox(self._look, words, file, QApplication.activeWindow())
            self._box.finished.connect(self._forget)
            self._box.open()

    def _is_answered(self, bug: BaseException) -> bool:
        from storage.vault import is_damage  # not before the first paint: ui/app.py

        return self.on_damage is not None and is_damage(bug) and self.on_damage()

    @property
    def box(self) -> QDialog | None:
        """Return the box on the screen, or None."""
        return self._box

    def _forget(self, _result: int) -> None:
        self._box = None

    def _written(self, words: str) -> Path | None:
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            file = self._folder / f"arolwg-{datetime.now(UTC):%Y%m%d-%H%M%S-%f}.txt"
            file.write_text(words, encoding="utf-8")
        except OSError:
            return None
        return file


def _place_label(file: Path | None) -> Label:
    label = Label(tone="muted", type="small", wrap=True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    if file is not None:
        label.say(N_("The report is in {file}."), file=file)
    else:
        label.say(N_("The report could not be written; it can be copied from here."))
    return label


def _place(file: str) -> str:
    """Return where a file is inside the program: never the person's own folders."""
    path = Path(file)
    return path.relative_to(HERE).as_posix() if path.is_relative_to(HERE) else path.name
