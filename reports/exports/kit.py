# SPDX-License-Identifier: MIT
"""The contingency kit: note forms to print before a visit, a page a session with its code, and blank ones.

What was written on them is typed anywhere, and comes in by its codes (storage/imports/notes.py). They hold no note.
"""

from reports.exports.pdf import furniture, meta
from reports.exports.telling import session_title, title
from reports.exports.visit import WholeVisit
from reports.pdf import fonts
from reports.pdf.report import Report
from resources.language import N_, _

BLANKS = 2
"""Forms without a session, at the end."""
_ROWS = 18
_EMPTY = "\N{NO-BREAK SPACE}"
"""Ruled rows that fill a page below its head."""
_SHARES = (0.09, 0.2, 0.47, 0.12, 0.12)
_COLUMNS = (N_("Time"), N_("Who, by role; case"), N_("What was said or seen"), N_("Area"), N_("+ 0 –"))
HOW = N_(
    "One note a row; a long one takes several. Roles and pseudonyms, never the name of a child or family. "
    "Quotation marks round a speaker’s own words. Typed up later: a line with the session’s code, then a line a note, "
    "such as 09:40 Social worker C: words #QA1."
)


def as_kit(whole: WholeVisit) -> bytes:
    """Return the forms as one tagged PDF."""
    name = fonts.printable(f"{_('Note forms')} – {title(whole)}")
    report = Report(meta(whole, name), furniture(whole, name))
    for number, session in enumerate(whole.sessions):
        code = whole.codes.get(session.id, "")
        _form(report, f"{code} · {fonts.printable(session_title(session))}", code, first=number == 0)
    for number in range(BLANKS):
        _form(report, _("Another session"), "S __ __", first=not whole.sessions and number == 0)
    return report.render()


def _form(report: Report, head: str, code: str, *, first: bool) -> None:
    report.h(1, head, new_page=not first)
    box = (_("Session"), _("Date"), _("Inspector"), _("With, by role"), _("Page"))
    report.table(box, [(code, *[_EMPTY] * 4)], (0.14, 0.2, 0.26, 0.28, 0.12), boxed=True)
    report.p(_(HOW), style="small")
    report.space(8)
    report.table([_(each) for each in _COLUMNS], [[_EMPTY] * len(_COLUMNS)] * _ROWS, _SHARES, boxed=True)
