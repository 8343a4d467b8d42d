# SPDX-License-Identifier: MIT
"""Which file: where a sheet goes, which identity to open. Asked by the system's dialog; what is done, others say."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from resources.language import N_, _


def where_to(parent: QWidget, name: str) -> Path | None:
    """Return where a sheet's PDF goes, or None; the dialog asks before a file is replaced."""
    kind = f"{_(N_('PDF files'))} (*.pdf)"
    title = _(N_("Save the sheet; the file is not encrypted"))
    chosen, _kind = QFileDialog.getSaveFileName(parent, title, f"{name}.pdf", kind)
    return Path(chosen) if chosen else None


def which_identity(parent: QWidget) -> Path | None:
    """Return the identity file to open, or None."""
    kind = f"{_(N_('Identity files'))} (*.p12 *.pfx)"
    chosen, _kind = QFileDialog.getOpenFileName(parent, _(N_("Choose an identity file")), "", kind)
    return Path(chosen) if chosen else None
