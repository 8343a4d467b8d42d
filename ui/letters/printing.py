# SPDX-License-Identifier: MIT
"""Prints the very pages of a letter, each as wide as the paper. Which pages, others say; asking is the system's."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from resources.language import N_, _
from storage.errors import Refused

_MOST_DOTS = 300
"""Dots an inch: more makes each page an image of a hundred megabytes."""


def ask_printer(parent: QWidget) -> QPrinter | None:
    """Return the printer a person chose, or None."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(_(N_("Print the letter")))
    return printer if dialog.exec() else None


def print_pages(pdf: bytes, printer: QPrinter, name: str) -> int:
    """Print the pages that the printer was asked for and return how many. Raise Refused when nothing can be printed."""
    buffer, document = QBuffer(), QPdfDocument()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    pages = _wanted(printer, document.pageCount())
    printer.setDocName(name)
    printer.setResolution(min(printer.resolution(), _MOST_DOTS))
    painter = QPainter()
    if not pages or not painter.begin(printer):
        raise Refused(N_("The letter could not be printed."), N_("Choose another printer, or save a copy."))
    try:
        for number, page in enumerate(pages):
            if number:
                printer.newPage()
            _draw(document, page, painter, printer.pageRect(QPrinter.Unit.DevicePixel))
    finally:
        painter.end()
    return len(pages)


def _wanted(printer: QPrinter, count: int) -> list[int]:
    first, last = printer.fromPage() or 1, printer.toPage() or count
    return list(range(max(1, first) - 1, min(last, count)))


def _draw(document: QPdfDocument, page: int, painter: QPainter, room: QRectF) -> None:
    size = document.pagePointSize(page)
    scale = min(room.width() / size.width(), room.height() / size.height())
    picture = document.render(page, QSize(int(size.width() * scale), int(size.height() * scale)))
    painter.drawImage(0, 0, picture)
