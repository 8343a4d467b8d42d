# SPDX-License-Identifier: MIT
"""A visit, past or to come: inspection, return visit, monitoring visit. Its days and sessions are in session.py."""

from dataclasses import dataclass
from typing import ClassVar

from storage.model.record import Record, prose

LONGEST = 60
"""Days that a visit has at most. What spans more, "January 2017 to February 2018", says vaguely when it was."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit(Record):
    """One visit of the inspectorate to one service of an authority."""

    entity: ClassVar[str] = "visit"
    authority_id: str = ""
    kind: str = "monitoring_visit"
    """inspection, return_visit, monitoring_visit, focused_inspection or file_review."""
    inspectorate: str = "CIW"
    """The body's name at the time: CSSIW before 2018, CIW since."""
    service: str = ""
    dates: str = ""
    """A fuzzy date or range (model/clock.span_of)."""
    trigger: str = "planned"
    """planned, concern, third_party or follow_up."""
    scope: tuple[str, ...] = ()
    methods: tuple[str, ...] = ()
    """How evidence was gathered: case_files, officers, indicators …"""
    staff: str = ""
    """Who visited, by grade and number, where names are not given."""
    days: int = 0
    positives: tuple[str, ...] = ()
    conclusion: str = prose()
    frameworks: tuple[str, ...] = ()
    """Rubric editions in use, e.g. "improvement-conference-2018"."""
    previous: tuple[str, ...] = ()
    """Earlier visits this one follows (VisitId)."""
    status: str = "planned"
    """A state of rules.VISIT_STATES."""
    state_reason: str = prose()
    """Why it is in this state; side states have one always (rules.SIDE_STATES)."""
    state_on: str = ""
    """The day on which it came into this state, "2018-07-11"; empty for a visit that never moved."""
    illustration: bool = False
    retention: str = ""
    """A class of retention.CLASSES, where one was chosen; else the records call for one themselves."""
    review_on: str = ""
    """The day the body has set for looking at them again, "2032-07-11"; empty: as the class says."""
    hold: bool = False
    """A legal hold: nothing of it may go."""
    hold_reason: str = ""
    """Why the hold was laid, or lifted."""
    released: str = ""
    """The office's word, with its reason, that laptops may let it go before its day."""
