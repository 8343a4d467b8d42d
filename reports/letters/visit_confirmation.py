# SPDX-License-Identifier: MIT
"""The small letter that confirms a visit and its programme: facts → Draft (domain (d) 6). No wording, no layout."""

from reports.facts import Facts
from reports.letters.draft import Draft, DraftSection, DraftSentence
from reports.letters.voice import Voice, closing, letter, lists, paragraph, section
from reports.letters.wording import Slots, Wording
from storage.model.session import Session

SECTIONS = ("opening", "purpose", "programme", "prepare", "feedback", "close")
SLOTS: Slots = {
    slot: frozenset(places.split())
    for slot, places in {
        "opening": "service authority dates",
        "opening_undated": "service authority",
        "opening_inspectors": "names",
        "purpose": "scope",
        "purpose_work": "work",
        "purpose_missing": "",
        "programme": "",
        "programme_day": "day",
        "programme_item": "starts ends what",
        "programme_with": "starts ends what roles",
        "programme_untimed": "what",
        "programme_missing": "",
        "prepare": "",
        "prepare_files": "",
        "prepare_room": "",
        "prepare_people": "",
        "prepare_welsh": "",
        "prepare_names": "",
        "feedback": "",
        "feedback_held": "day starts",
    }.items()
}

_PREPARE = ("files", "room", "people", "welsh")


def compose(facts: Facts, wording: Wording) -> Draft:
    """Return the confirmation that the facts support; what they do not tell is left out or shown as a slot."""
    voice = Voice(facts, wording)
    about = [_opening(voice), _purpose(voice), _programme(voice)]
    return letter(voice, [*about, _prepare(voice), _feedback(voice), closing(voice)])


def _opening(voice: Voice) -> DraftSection | None:
    facts, visit = voice.facts, voice.facts.visit
    where = {"service": voice.own(visit.service or facts.authority.service), "authority": voice.authority()}
    dated = voice.said("opening", [visit], dates=voice.dates(visit.dates), **where)
    names = voice.joined(each.name for each in facts.inspectors)
    coming = voice.said("opening_inspectors", facts.inspectors, names=names)
    return section(
        voice, "opening", [paragraph(dated or voice.said("opening_undated", [visit], **where)), paragraph(coming)]
    )


def _purpose(voice: Voice) -> DraftSection | None:
    visit = voice.facts.visit
    work = voice.joined(voice.named("work", each) for each in visit.methods)
    scope = voice.said("purpose", [visit], scope=voice.joined(map(voice.own, visit.scope)))
    said = paragraph(scope or voice.standard("purpose_missing"), voice.said("purpose_work", [visit], work=work))
    return section(voice, "purpose", [said])


def _programme(voice: Voice) -> DraftSection | None:
    sessions = sorted(voice.facts.sessions, key=lambda each: (each.day, each.starts, each.id))
    if not sessions:
        return section(voice, "programme", [paragraph(voice.standard("programme_missing"))])
    said = [paragraph(voice.said("programme", sessions))]
    for day in dict.fromkeys(each.day for each in sessions):
        today = [each for each in sessions if each.day == day]
        lead = voice.said("programme_day", today, day=voice.number(day))
        said += lists(lead, [_item(voice, each) for each in today])
    return section(voice, "programme", said)


def _item(voice: Voice, session: Session) -> DraftSentence | None:
    what = voice.own(session.title) or voice.named("activities", session.activity)
    when = {"starts": session.starts, "ends": session.ends, "what": what}
    roles = voice.joined(map(voice.own, session.with_roles))
    return (
        voice.said("programme_with", [session], roles=roles, **when)
        or voice.said("programme_item", [session], **when)
        or voice.said("programme_untimed", [session], what=what)
    )


def _prepare(voice: Voice) -> DraftSection | None:
    points = [voice.standard(f"prepare_{each}") for each in _PREPARE]
    asked = lists(voice.standard("prepare"), points)
    return section(voice, "prepare", [*asked, paragraph(voice.standard("prepare_names"))])


def _feedback(voice: Voice) -> DraftSection | None:
    planned = [each for each in voice.facts.sessions if each.activity == "feedback"]
    last = max(planned, key=lambda each: (each.day, each.starts), default=None)
    starts, day = (last.starts, voice.number(last.day)) if last else ("", "")
    when = voice.said("feedback_held", [last], day=day, starts=starts)
    return section(voice, "feedback", [paragraph(voice.standard("feedback"), when)])
