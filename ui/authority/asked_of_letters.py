# SPDX-License-Identifier: MIT
"""The form that asks which letter is to be drafted, and from the records of which visit. Drafting: the letters page."""

from collections.abc import Callable, Mapping
from typing import Any

from reports.titles import TITLES
from resources.language import N_
from storage.errors import Refused
from storage.model.visit import Visit
from storage.queries.due import Due
from storage.queries.standing_record import StandingRecord
from ui.authority.fields import Field
from ui.authority.form import Asked, options
from ui.models.authority_words import called, joined
from ui.models.date_words import date_words


def letter(known: StandingRecord, due: tuple[Due, ...], draft: Callable[[str, str], object]) -> Asked:
    """Ask which letter; `draft` takes visit and letter type. Raise Refused where no visit has records of its own."""
    visits = drafted_from(known)
    if not visits:
        raise Refused(
            N_("A letter is drafted from the records of a visit, and none is on this laptop."),
            N_("Plan a visit to this authority first."),
        )

    def do(given: Mapping[str, Any]) -> None:
        draft(given["visit"], given["kind"])

    told = [(each.id, joined((called(each), date_words(each.dates)))) for each in visits]
    fields = (
        Field("kind", N_("&Letter"), "choice", suggested(known, due), options(TITLES)),
        Field(
            "visit",
            N_("From the records of the &visit"),
            "choice",
            visits[0].id,
            told,
            N_("The letters page opens with this letter to be drafted."),
        ),
    )
    return Asked(N_("Draft a letter to the authority"), N_("&Go on"), fields, do)


def drafted_from(known: StandingRecord) -> list[Visit]:
    """Return the visits that have a stream of their own, newest first: letters are kept in it."""
    return [each for each in reversed(known.visits) if each.stream_id != known.authority.stream_id]


def suggested(known: StandingRecord, due: tuple[Due, ...]) -> str:
    """Return the letter type that the record asks for next; which is right stays the inspector's choice."""
    if any(each.subject == "answer" for each in due):
        return "plan_reflects"
    last = known.meetings[-1] if known.meetings else None
    if last is not None and last.held:
        return "review_outcome" if last.kind == "review" else "improvement_conference"
    return "monitoring_visit"
