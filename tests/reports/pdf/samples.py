# SPDX-License-Identifier: MIT
"""A report with nothing in it yet, and small pictures. No test stands here."""

from datetime import date
from io import BytesIO

from PIL import Image

from reports.pdf import page
from reports.pdf.metadata import Meta
from reports.pdf.report import Report

META = Meta(title="Taflen ŵ & <sheet>", author="Practice", subject="A sheet", date=date(2018, 10, 12))


def a_report(foot: str = "Sheet", meta: Meta = META) -> Report:
    """Return an empty report in English."""
    return Report(meta, page.Furniture("en", foot))


def a_picture() -> bytes:
    """Return a small half-transparent PNG."""
    file = BytesIO()
    Image.new("RGBA", (60, 30), (27, 94, 138, 128)).save(file, "PNG")
    return file.getvalue()
