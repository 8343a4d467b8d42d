# SPDX-License-Identifier: MIT
"""Which file: asked with the system's own dialog. What is done with the file, others say."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from resources.language import N_, _

IDENTITIES = (N_("Identity files"), "*.p12 *.pfx")
PDFS = (N_("PDF files"), "*.pdf")
Kind = tuple[str, str]


def ask_open(parent: QWidget, title: str, kind: Kind) -> Path | None:
    """Return the file chosen to be read, or None."""
    name, _kind = QFileDialog.getOpenFileName(parent, _(title), "", f"{_(kind[0])} ({kind[1]})")
    return Path(name) if name else None


def ask_save(parent: QWidget, title: str, name: str, kind: Kind) -> Path | None:
    """Return where to write, or None; the dialog itself asks before a file is replaced."""
    chosen, _kind = QFileDialog.getSaveFileName(parent, _(title), name, f"{_(kind[0])} ({kind[1]})")
    return Path(chosen) if chosen else None
