# SPDX-License-Identifier: MIT
"""The verb that searches every note of every visit, newest first."""

import argparse
from typing import Any

from resources.language import N_, _
from storage.errors import Refused
from storage.model.visit import Visit
from storage.queries import authorities, found, members, sessions, visits
from storage.search.query import Sought
from storage.store import Store
from ui.verbs.session import choose, opened, say, when
from ui.verbs.visits import on_hand

KINDS = ("file", "interview", "focus_group", "observation", "meeting", "data", "document")
POLARITIES = ("strength", "neutral", "weakness")


def add_to(verbs: Any) -> None:
    """Add this verb to the parser."""
    search = verbs.add_parser(
        "search",
        help="search every note: all words must be there; accents and Welsh mutations hide nothing",
        description="A phrase stands in double quotes (quote them for your shell); plan* finds every word that begins"
        " so. Without words: the newest notes that the filters leave.",
    )
    search.add_argument("words", nargs="*", metavar="WORD")
    search.add_argument("--visit", metavar="VISIT", help="its number in the list, or its identifier")
    search.add_argument("--session", metavar="N", help="the visit's session by its number in time, or its identifier")
    search.add_argument("--day", default="", metavar="DATE", help="the day of what was said or seen: 2026-11-24")
    search.add_argument("--area", default="", metavar="CODE", help="a criterion, or an area with all its criteria")
    search.add_argument("--inspector", default="", metavar="NAME", help="whose note it is")
    search.add_argument("--case", default="", metavar="NAME", help="the case's pseudonym: 'Case 07'")
    search.add_argument("--kind", default="", choices=KINDS, help="the kind of source: %(choices)s")
    search.add_argument("--strength", default="", choices=POLARITIES, help="strength, neutral or weakness")
    search.add_argument("--most", type=int, default=20, metavar="N", help="show at most so many (default: %(default)s)")
    search.set_defaults(verb=_search)


def _search(arguments: argparse.Namespace) -> int:
    with opened(arguments, read_only=True) as store:
        page = found.found(store, _sought(store, arguments), most=min(max(arguments.most, 1), 1000))
        for hit in page.found:
            about = (when(hit.event_at, hit.event_part), _place(store, hit.visit_id), hit.source_role, hit.case_ref)
            say("  ".join(part for part in about if part))
            say(f"    {_marked(hit.snippet.text, hit.snippet.hits)}")
            if hit.illustration:
                say(f"    ({_illustration()})")
    if not page.found:
        say(_("No note answers."))
    elif page.before:
        say(_("There are older ones: --most shows more."))
    return 0 if page.found else 1


def _sought(store: Store, arguments: argparse.Namespace) -> Sought:
    visit = choose(on_hand(store), arguments.visit, N_("visit")) if arguments.visit else None
    if arguments.session and visit is None:
        raise Refused(N_("A session belongs to a visit."), N_("Say which visit: --visit."))
    session = (
        choose(sessions.sessions_of_visit(store, visit.id), arguments.session, N_("session"))
        if visit and arguments.session
        else None
    )
    # A word from a command line is whole; the space says that nobody is typing on.
    return Sought(
        "".join(f"{word} " for word in arguments.words),
        visit_id=visit.id if visit else "",
        session_id=session.id if session else "",
        day=arguments.day,
        author=_author(store, arguments.inspector, visit),
        source_kind=arguments.kind,
        polarity=arguments.strength,
        case_ref=arguments.case,
        area=arguments.area,
    )


def _author(store: Store, name: str, visit: Visit | None) -> str:
    if not name:
        return ""
    there = [visit] if visit else on_hand(store)
    named = {seat.name.casefold(): seat.person_id for each in there for seat in members.members(store, each.stream_id)}
    if name.casefold() not in named:
        raise Refused(N_("No inspector here is called “{name}”."), N_("Check the spelling."), name=name)
    return named[name.casefold()]


def _place(store: Store, visit_id: str) -> str:
    visit = visits.visit(store, visit_id)
    council = authorities.authority(store, visit.authority_id) if visit else None
    return f"{council.name if council else ''} {visit.dates if visit else ''}".strip()


def _marked(text: str, hits: tuple[tuple[int, int], ...]) -> str:
    for start, end in reversed(hits):
        text = f"{text[:start]}[{text[start:end]}]{text[end:]}"
    return text


def _illustration() -> str:
    from reports.exports.records import ILLUSTRATION

    return _(ILLUSTRATION)
