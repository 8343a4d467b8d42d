# SPDX-License-Identifier: MIT
"""A dialog that was given more words makes itself as high as they need; Qt does so only when it is first shown."""

from PySide6.QtWidgets import QDialog


def grow(dialog: QDialog) -> None:
    """Make the dialog high enough for what it says now, as far as its screen goes; never lower than it is."""
    layout = dialog.layout()
    if layout is None:
        return
    layout.activate()
    wanted = (
        layout.totalHeightForWidth(dialog.width()) if layout.hasHeightForWidth() else layout.totalSizeHint().height()
    )
    most = dialog.screen().availableSize().height()
    dialog.resize(dialog.width(), min(max(dialog.height(), wanted), max(most, dialog.height())))
