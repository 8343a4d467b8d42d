# SPDX-License-Identifier: MIT
"""Forms about what happened, and about the level of concern: record, test, put right, raise or lower."""

from collections.abc import Mapping
from typing import Any

from resources.language import N_
from storage.acts import events, levels
from storage.model.authority import LEVELS
from storage.model.event import ASSURANCE_KINDS, EVENT_KINDS, LEVEL_KINDS, Event
from ui.authority.fields import Field
from ui.authority.form import Asked, options
from ui.authority.standpoint import Standpoint
from ui.models.authority_words import called, level_words

_RECORDED = tuple(code for code in EVENT_KINDS if code not in LEVEL_KINDS)


def add(here: Standpoint) -> Asked:
    """Ask what happened."""

    def do(given: Mapping[str, Any]) -> None:
        events.add(here.store, here.known.authority, **given)

    kinds = Field("kind", N_("&Kind"), "choice", "concern_received", options(EVENT_KINDS, _RECORDED))
    start = Event(id="", stream_id=here.known.authority.stream_id, date=here.today)
    return Asked(N_("Record what happened"), N_("&Add"), (kinds, *_fields(start)), do)


def amend(here: Standpoint, seen: Event) -> Asked:
    """Ask what is to be put right; of a level, what holds now follows."""

    def do(given: Mapping[str, Any]) -> None:
        if seen.kind in LEVEL_KINDS:
            levels.amend(here.store, here.known.authority, seen, **given)
        else:
            events.amend(here.store, seen, **given)

    return Asked(N_("Put an entry right"), N_("&Keep"), _fields(seen), do, called(seen))


def judge(here: Standpoint, seen: Event) -> Asked:
    """Ask what came of an assurance."""

    def do(given: Mapping[str, Any]) -> None:
        events.judge(here.store, seen, given["result"], given["on"], given["words"])

    results = options(ASSURANCE_KINDS, ("assurance_borne_out", "assurance_not_sustained"))
    fields = (
        Field("result", N_("&What came of it"), "choice", "assurance_borne_out", results),
        Field("on", N_("&Day"), "date", here.today),
        Field("words", N_("What was &seen"), "text"),
    )
    return Asked(N_("Test what was assured"), N_("&Keep"), fields, do, seen.text)


def level(here: Standpoint) -> Asked:
    """Ask which level holds from when, and why."""

    def do(given: Mapping[str, Any]) -> None:
        rest = {name: given[name] for name in ("date", "source", "due")}
        levels.change(here.store, here.known.authority, given["level"], given["text"], **rest)

    council = here.known.authority
    fields = (
        Field("level", N_("&Level of concern"), "choice", council.concern_level, options(LEVELS)),
        Field("date", N_("&From"), "date", here.today, (), N_("Empty where no source states it.")),
        Field("text", N_("&Reasons"), "text", "", (), N_("Letters quote them.")),
        Field("source", N_("&Who decided, by role"), "line"),
        Field("due", N_("Looked at a&gain"), "date"),
    )
    return Asked(N_("Change the level of concern"), N_("&Keep"), fields, do, level_words(council))


def _fields(seen: Event) -> tuple[Field, ...]:
    is_level = seen.kind in LEVEL_KINDS
    return (
        Field("date", N_("&Day"), "date", seen.date, (), N_("Empty where no source states it.")),
        Field(
            "source",
            N_("&Who decided, by role") if is_level else N_("&Source, by kind"),
            "line",
            seen.source,
            (),
            "" if is_level else N_("“third party”, “council”: whoever raised a concern is protected."),
        ),
        Field("text", N_("&Reasons") if is_level else N_("&Words"), "text", seen.text),
        Field(
            "due", N_("Looked at a&gain"), "date", seen.due, (), N_("When an assurance is tested, or a plan is due.")
        ),
    )
