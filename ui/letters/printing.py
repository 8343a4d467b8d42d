# SPDX-License-Identifier: MIT
"""Prints the very pages of a letter, each as wide as the paper. Which pages, others say; asking is the system's."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from resources.language import N_, _
from storage.errors import Refused
from storage.job import AnyJob, Cancelled, Job, Tick

_MOST_DOTS = 300
"""Dots an inch: more makes each page an image of a hundred megabytes."""


def ask_printer(parent: QWidget) -> QPrinter | None:
    """Return the printer a person chose, or None."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(_(N_("Print the letter")))
    return printer if dialog.exec() else None


def printing(pdf: bytes, printer: QPrinter, name: str) -> AnyJob:
    """Return the Job that prints pages away from the screen: each is drawn in some eight million dots."""

    def work(_taken: object, tick: Tick) -> int:
        return print_pages(pdf, printer, name, tick)

    return Job(lambda _store: None, work, lambda _store, count: count)


def print_pages(pdf: bytes, printer: QPrinter, name: str, tick: Tick = lambda _part: None) -> int:
    """Print the pages that the printer was asked for and return how many; on any thread.

    Raise Refused when nothing can be printed. When somebody stops it, what was not sent yet is not printed.
    """
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
            tick(number / len(pages))
            if number:
                printer.newPage()
            _draw(document, page, painter, printer.pageRect(QPrinter.Unit.DevicePixel))
    except Cancelled:
        printer.abort()
        raise
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
