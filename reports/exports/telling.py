# SPDX-License-Identifier: MIT
"""A whole visit told in reading order, as plain blocks in the language in use. How they look: text, docx, pdf.

Every note says when it happened and when it was written, how it came to be, by whom, from what kind of source, how
strong, for which areas; and where it was amended, its original wording stands below it.
"""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import NamedTuple

from reports.exports.records import ILLUSTRATION
from reports.exports.telling_authority import authority_told
from reports.exports.telling_cases import cases_told
from reports.exports.telling_letters import letters_told
from reports.exports.visit import WholeVisit
from reports.sheets.words import SOURCES
from resources.language import N_, _, ngettext
from storage.model.clock import read_stamp
from storage.model.comment import COMMENT_KINDS, Comment
from storage.model.concern import CONCERN_STATES
from storage.model.finding import Finding
from storage.model.grades import GRADES
from storage.model.handling import HANDLINGS, handling
from storage.model.link import Link
from storage.model.note import Note
from storage.model.particulars import pairs
from storage.model.particulars import title as name_of
from storage.model.point import POINT_KINDS
from storage.model.provenance import PARTS, PROVENANCE, provenance
from storage.model.retention import CLASSES
from storage.model.rules import STATE_NAMES
from storage.model.session import Session
from storage.model.visit import Visit
from storage.permissions import ROLES
from storage.queries.amendments import Amendment


class Block(NamedTuple):
    """One piece of the telling."""

    kind: str
    """title, h2, h3, notice, marks (about a note), words (its own), aside (below it), item, number or p."""
    text: str


POLARITIES = {"strength": N_("strength"), "neutral": N_("neutral"), "weakness": N_("weakness")}


def telling(whole: WholeVisit) -> Iterator[Block]:
    """Yield the visit, block by block."""
    visit = whole.visit
    yield Block("title", title(whole))
    if visit.illustration:
        yield Block("notice", _(ILLUSTRATION))
    for each, role in sorted(whole.roles.items(), key=lambda pair: whole.names.get(pair[0], "")):
        yield Block("item", f"{whole.names.get(each, each)}: {_(ROLES.get(role, role))}")
    yield from _kept(whole.visit)
    yield Block("h2", _("Notes"))
    for session in whole.sessions:
        yield Block("h3", f"{whole.codes.get(session.id, '')} · {session_title(session)}")
        yield from _notes(whole, (each for each in whole.notes if each.session_id == session.id))
    placed = {session.id for session in whole.sessions}
    loose = [note for note in whole.notes if note.session_id not in placed]
    if loose:
        yield Block("h3", _("Notes outside any session"))
        yield from _notes(whole, loose)
    if not whole.notes:
        yield Block("p", _("No notes yet."))
    yield Block("h2", _("Findings"))
    for finding in whole.findings:
        yield _finding(whole, finding)
    if not whole.findings:
        yield Block("p", _("No findings yet."))
    yield from (Block(*each) for each in cases_told(whole))
    yield from _concerns(whole)
    yield from _points(whole)
    yield from (Block(*each) for each in authority_told(whole))
    yield from (Block(*each) for each in letters_told(whole, lambda said: _comment(whole, said).text))


def _kept(visit: Visit) -> Iterator[Block]:
    """Yield what was decided about keeping the records: an export outlives the laptop it came from."""
    if visit.retention in CLASSES:
        yield Block("item", _("Kept as: {name}").format(name=_(CLASSES[visit.retention].name)))
    if visit.review_on:
        yield Block("item", _("Looked at again on: {day}").format(day=visit.review_on))
    if visit.hold:
        yield Block("item", _("Legal hold: {reason}").format(reason=visit.hold_reason))
    if visit.released:
        yield Block("item", _("Released by the office: {reason}").format(reason=visit.released))


def title(whole: WholeVisit) -> str:
    """Return what the visit is called: authority, service, dates."""
    name = whole.authority.name if whole.authority else _("Visit")
    return f"{name}: {', '.join(filter(None, (whole.visit.service, whole.visit.dates)))}"


def session_title(session: Session) -> str:
    """Return what a session is called: day, times, title, who was there."""
    day = _("Day {number}").format(number=session.day)
    times = "–".join(filter(None, (session.starts, session.ends)))
    roles = f" ({', '.join(session.with_roles)})" if session.with_roles else ""
    return f"{', '.join(filter(None, (day, times)))}: {session.title}{roles}"


def moment(stamp: str) -> str:
    """Return a moment as local time with its distance from UTC: "2018-07-10 10:30 (UTC+1)"; empty for none."""
    try:
        there = read_stamp(stamp).astimezone()
    except ValueError:
        return ""
    minutes = int((there.utcoffset() or timedelta()).total_seconds() // 60)
    hours, rest = divmod(abs(minutes), 60)
    apart = f"{'-' if minutes < 0 else '+'}{hours}{f':{rest:02}' if rest else ''}" if minutes else ""
    return f"{there:%Y-%m-%d %H:%M} (UTC{apart})"


def _notes(whole: WholeVisit, notes_there: Iterable[Note]) -> Iterator[Block]:
    areas: dict[str, list[Link]] = {}
    for link in whole.links:
        areas.setdefault(link.note_id, []).append(link)
    titles = _attachments(whole)
    for note in notes_there:
        yield Block("marks", " · ".join(filter(None, _marks(whole, note, areas.get(note.id, [])))))
        yield Block("words", note.text)
        for link in areas.get(note.id, []):
            if link.quoted:
                yield Block("aside", f"#{link.area}: “{link.quoted}”{_where(whole, link)}")
        for name in titles.get(note.id, []):
            yield Block("aside", _("Attached: {name}").format(name=name))
        yield from _amended(whole.amendments.get(note.id, ()))
        yield from (_comment(whole, each) for each in whole.comments if each.note_id == note.id)


def _where(whole: WholeVisit, link: Link) -> str:
    """Return where a passage of an attached file stands; nothing for the note's own words."""
    if not link.document_id:
        return ""
    name = next((each.title for each, _data in whole.documents if each.id == link.document_id), "")
    page = _("page {number}").format(number=link.page) if link.page else ""
    return f" ({', '.join(filter(None, (name or _('an attached file'), page)))})"


def _marks(whole: WholeVisit, note: Note, links: list[Link]) -> list[str]:
    captured = moment(note.captured_at)
    return [
        _happened(note) or _("time not known"),
        _("written down {when}").format(when=captured) if captured else "",
        *(_(PROVENANCE[code]) for code in provenance(note) if code != "time_unknown"),
        _author(whole, note),
        _(SOURCES.get(note.source_kind, note.source_kind)),
        note.source_role,
        *(f"{_(name_of(name))}: {words}" for name, words in pairs(note.particulars)),
        note.case_ref,
        _(POLARITIES.get(note.polarity, note.polarity)),
        _("their own words") if note.verbatim else _("summary"),
        _("seen") if note.observed else _("claimed"),
        _(HANDLINGS[handling(note)]) if handling(note) in HANDLINGS else "",
        " ".join(dict.fromkeys(f"#{link.area}" for link in links)),
        _("worked example: invented for illustration") if note.illustration else "",
    ]


def _happened(note: Note) -> str:
    """Return when it was said or seen, no more exactly than is known: "2018-07-10, morning"."""
    told = moment(note.event_at)
    return f"{told[:10]}, {_(PARTS[note.event_part].name)}" if told and note.event_part in PARTS else told


def _author(whole: WholeVisit, said: Note | Comment) -> str:
    who = whole.names.get(said.author, "")
    if not said.source_author:
        return who
    return _("{author}, brought in by {who}").format(author=said.source_author, who=who)


def _comment(whole: WholeVisit, comment: Comment) -> Block:
    kind = _(COMMENT_KINDS.get(comment.kind, comment.kind))
    return Block("aside", f"{kind}, {_author(whole, comment)}, {moment(comment.said_at)}: {comment.text}")


def _attachments(whole: WholeVisit) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for document, _data in whole.documents:
        found.setdefault(document.subject, []).append(document.title or document.media_type)
    return found


def _amended(amendments: tuple[Amendment, ...]) -> Iterator[Block]:
    wordings = [each for each in amendments if each.field == "text"]
    if wordings:
        yield Block("aside", _("Original wording: {words}").format(words=wordings[0].before))
    for each in amendments:
        what = each.after if each.field == "text" else f"{each.field}: {each.before} → {each.after}"
        told = _("Amended {when} by {who}: {what}").format(when=moment(each.at), who=each.by, what=what)
        yield Block("aside", f"{told} ({_('reason')}: {each.reason})" if each.reason else told)


def _concerns(whole: WholeVisit) -> Iterator[Block]:
    if whole.concerns:
        yield Block("h2", _("Matters of concern"))
    for each in whole.concerns:
        yield Block("marks", " · ".join(filter(None, (each.case_ref, _(CONCERN_STATES[each.state])))))
        yield Block("words", each.what)
        for at, role, what in (
            (each.raised_at, whole.names.get(each.raised_by, ""), _("Raised")),
            (each.told_at, each.told_role, _("Told")),
            (each.acknowledged_at, each.acknowledged_role, _("Acknowledged")),
        ):
            if at:
                yield Block("aside", ", ".join(filter(None, (what, role, moment(at)))))
        for words in filter(None, (each.reference, each.response, each.outcome)):
            yield Block("aside", words)


def _points(whole: WholeVisit) -> Iterator[Block]:
    if whole.points:
        yield Block("h2", _("Lines of the day’s sheets"))
    for each in whole.points:
        day = _("Day {number}").format(number=each.day)
        kind = _(POINT_KINDS.get(each.kind, each.kind))
        yield Block("item", f"{', '.join(filter(None, (day, kind, each.role, moment(each.said_at))))}: {each.text}")


def _finding(whole: WholeVisit, finding: Finding) -> Block:
    count = len([each for each in whole.notes if each.id in finding.supports])
    areas = " ".join(f"#{code}" for code in finding.areas)
    stands = ngettext("stands on {count} note", "stands on {count} notes", count).format(count=count)
    marks = (
        areas,
        stands,
        _(STATE_NAMES.get(finding.state, finding.state)),
        _(GRADES[finding.grade]) if finding.grade in GRADES else finding.grade,
        _("systemic") if finding.systemic else "",
        _("immediate") if finding.immediate else "",
        finding.set_aside_because if finding.state == "set_aside" else "",
    )
    words = " ".join(filter(None, (finding.statement, finding.impact)))
    return Block("item", f"{words} ({'; '.join(filter(None, marks))})")
