# SPDX-License-Identifier: MIT
"""The page with the recovery code, to be printed. How pages are laid out is reports/pdf."""

from datetime import date

from resources.language import N_, _, current, long_date


def recovery_page(code: str, name: str) -> bytes:
    """Return a PDF of one page with the code; the person's name says whose it is."""
    from reports.pdf.metadata import Meta
    from reports.pdf.page import Furniture
    from reports.pdf.report import Report

    today = date.today()  # noqa: DTZ011 - the day on the person's own wall
    title = _(N_("Arolwg recovery code"))
    report = Report(
        Meta(title=title, author=name, subject=title, language=current(), date=today), Furniture(current(), title)
    )
    groups = code.split("-")
    report.h(1, title)
    report.p(_(N_("For {name}, made on {day}.")).format(name=name, day=long_date(today)))
    report.rule()
    for half in (groups[: len(groups) // 2], groups[len(groups) // 2 :]):
        report.p("      ".join(half), style="h1")
    report.rule()
    report.p(
        _(N_("Whoever has this page and your laptop can open your notes. Keep it locked away, not with the laptop."))
    )
    report.p(_(N_("To use it: open Arolwg, choose “Use the recovery code”, and type the eight groups.")))
    return report.render()
