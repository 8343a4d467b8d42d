# SPDX-License-Identifier: MIT
"""What a day holds as rows of lists: concerns, findings, criteria that stand out, lines typed, lines of a check."""

from datetime import datetime

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from reports.sheets import words
from reports.sheets.ready import said, todo
from resources.language import N_, _
from storage.model.concern import Concern, is_late, running
from storage.model.point import POINT_KINDS, Point
from storage.model.rules import STATE_NAMES
from storage.probes import Found
from storage.queries.day import Standing
from storage.queries.findings import Weighed
from storage.readiness import LEVELS, SUBJECTS
from ui.widgets.row_delegate import Row, RowDelegate

_LEVEL_MARKS = {"fine": ("check", "ok"), "look": ("circle-help", "warn"), "not_ready": ("triangle-alert", "bad")}
_POLARITY_MARKS = {
    "strength": (N_("Strength"), "trending-up", "ok"),
    "weakness": (N_("Weakness"), "triangle-alert", "weakness"),
}


class FoundDelegate(RowDelegate):
    """Draws how a thing stands beside its name, where the eye goes first."""

    def _head(self, painter: QPainter, inside: QRectF, row: Row, words: str) -> float:
        bottom = super()._head(painter, inside, row, words)
        line = QRectF(inside.left(), inside.top(), inside.width(), bottom - inside.top())
        self._mark(painter, line, row, self._look.font("small", bold=True))
        return bottom


def concern_row(concern: Concern, now: datetime) -> Row:
    """Return a matter of concern: what it is, how long it is open, whether that is too long."""
    late = is_late(concern, now)
    role = "bad" if late else "warn" if concern.is_open else "muted"
    mark, icon = (_(N_("Open")), "triangle-alert") if concern.is_open else (_(N_("Acknowledged")), "check")
    if late:
        mark = _(N_("Late"))
    if concern.state == "outcome":
        mark, role = _(N_("Outcome known")), "ok"
    title = concern.case_ref or _(N_("Matter of concern"))
    wait = words.span(running(concern, now)) if concern.is_open else ""
    return Row(title, " ".join(concern.what.split()), (), wait, mark, icon, role)


def finding_row(weighed: Weighed) -> Row:
    """Return an emerging finding."""
    finding = weighed.finding
    mark, icon, role = _POLARITY_MARKS.get(finding.polarity, _POLARITY_MARKS["weakness"])
    state = _(STATE_NAMES.get(weighed.state, weighed.state))
    return Row(state, " ".join(finding.statement.split()), finding.areas, "", _(mark), icon, role)


def standing_row(standing: Standing, inspectors: int) -> Row:
    """Return a criterion that stands out, with the reason."""
    why = "; ".join(words.thin_marks(standing, inspectors))
    return Row(words.criterion_title(standing), why[:1].upper() + why[1:], time=str(standing.notes or ""))


def enquiry_row(point: Point) -> Row:
    """Return a line of enquiry, done or not."""
    mark, icon, role = (_(N_("Followed")), "check", "ok") if point.done else ("", "", "muted")
    day = _(N_("Day {number}")).format(number=point.day)
    return Row(day, " ".join(point.text.split()), (), mark, "", icon, role)


def said_row(point: Point) -> Row:
    """Return what was said at the feedback meeting."""
    kind = _(POINT_KINDS.get(point.kind, point.kind))
    return Row(f"{kind} · {point.role}", " ".join(point.text.split()), time=words.hour(point.said_at))


def found_row(found: Found) -> Row:
    """Return a line of a check: how it stands, what was found, what to do."""
    icon, role = _LEVEL_MARKS[found.level]
    text = "\n".join(part for part in (said(found), todo(found)) if part)
    return Row(_(SUBJECTS[found.subject]), text, (), "", _(LEVELS[found.level]), icon, role)
