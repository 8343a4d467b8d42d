# SPDX-License-Identifier: MIT
"""Reads what an authority wrote into a draft in Word: its comments and tracked changes; then all of it in one gesture.

Each is set beside the paragraph of the letter whose words it quotes. Deciding on them: acts/challenges.py.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any

from resources.language import N_
from storage.errors import BadFile, Refused
from storage.gesture import Gesture
from storage.imports.sheets import MOST_BYTES, MOST_ROWS, must_be_word
from storage.job import Job, Tick
from storage.model import clock
from storage.model.challenge import Challenge
from storage.model.ids import new_id
from storage.model.letter import Letter, WholeLetter
from storage.model.pair import paragraphs
from storage.queries.challenges import challenges_of_letter
from storage.queries.letters import whole_letter
from storage.steps import Steps
from storage.steps import whole as stepwise
from storage.store import Store

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_WORD = re.compile(r"\w+")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2060\ufeff]")
_ENOUGH = 0.6
"""The part of a quoted passage's words that a paragraph must hold to be taken for the one it is about."""


@dataclass(frozen=True, slots=True)
class Said:
    """One comment, or one tracked change, as the file has it."""

    key: str
    """Which of the file it is: "comment 3", "change 12"."""
    text: str
    quoted: str
    """The words it is about; of a comment on a heading or an insertion, the whole paragraph's."""
    by: str
    paragraph: str
    """The whole paragraph it stands in, before the authority's changes."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What would come in."""

    letter: Letter
    new: tuple[Challenge, ...]
    here: int
    """How many were brought in before."""

    @property
    def unplaced(self) -> int:
        """Return how many of the new ones fit no paragraph of the letter."""
        return sum(not each.paragraph_id for each in self.new)


def read_comments(path: Path) -> tuple[str, tuple[Said, ...]]:
    """Return (digest of the file, its comments and tracked changes). Raise BadFile for what is no Word document."""
    try:
        data = path.read_bytes() if path.stat().st_size <= MOST_BYTES else b""
    except OSError as problem:
        raise BadFile(N_("The file cannot be read."), N_("Look whether it is still there.")) from problem
    if not data:
        raise BadFile(
            N_("The file is empty, or larger than {limit} MB."),
            N_("Save it without pictures."),
            limit=MOST_BYTES // 1024**2,
        )
    return sha256(data).hexdigest(), comments_in(data)


def comments_in(data: bytes) -> tuple[Said, ...]:
    """Return the comments and tracked changes of a Word file's bytes, in the order of its text. Raise BadFile."""
    if not data.startswith(b"PK\x03\x04"):
        raise BadFile(
            N_("This is no Word document."),
            N_("Ask for the draft back as Word (.docx), or type the comments."),
        )
    must_be_word(data)
    try:
        found = tuple(_said(data))
    except Exception as problem:  # the library raises whatever the file makes it stumble over
        raise BadFile(N_("The Word file is damaged."), N_("Open it in Word and save it again.")) from problem
    if not found:
        raise BadFile(
            N_("There are no comments and no tracked changes in this file."),
            N_("Choose the copy that the authority sent back, or type what it says."),
        )
    if len(found) > MOST_ROWS:
        raise BadFile(N_("The file holds more than {limit} comments."), N_("Split it."), limit=MOST_ROWS)
    return found


def plan(store: Store, whole: WholeLetter, digest: str, said: tuple[Said, ...]) -> Plan:
    """Return what would become of a file's comments; nothing is recorded."""
    return _planned(whole, _known(store, whole.letter), digest, said)


def bring_in(store: Store, planned: Plan) -> int:
    """Write down the plan's comments in one gesture and return how many."""
    return stepwise(_bringing(store, planned))


def bringing_in(path: Path, letter_id: str) -> Job[Store, Any, Plan, Plan]:
    """Return the Job that reads a Word file and writes its comments down, in small steps.

    Raise BadFile as `read_comments`, Refused for a letter that is not here.
    """

    def take(store: Store) -> tuple[WholeLetter, frozenset[str]]:
        whole = whole_letter(store, letter_id)
        if whole is None:
            raise Refused(N_("This letter is not in the store."), N_("Choose a letter from the list."))
        return whole, _known(store, whole.letter)

    def work(taken: tuple[WholeLetter, frozenset[str]], tick: Tick) -> Plan:
        tick(0.1)
        digest, said = read_comments(path)
        tick(0.5)
        return _planned(*taken, digest, said)

    return Job(take, work, _put)


def _put(store: Store, planned: Plan) -> Steps[Plan]:
    known = _known(store, planned.letter)  # the file may have come in by another way meanwhile
    new = tuple(each for each in planned.new if each.source_id not in known)
    fresh = Plan(planned.letter, new, planned.here + len(planned.new) - len(new))
    yield from _bringing(store, fresh)
    return fresh


def _bringing(store: Store, planned: Plan) -> Steps[int]:
    gesture = Gesture("challenges.import", store.me)
    for each in planned.new:
        gesture.add(each)
    yield from store.recording(*gesture.changes)
    return len(planned.new)


def _known(store: Store, letter: Letter) -> frozenset[str]:
    """Return which comments of which files were brought in before."""
    return frozenset(each.source_id for each in challenges_of_letter(store, letter.id))


def _planned(whole: WholeLetter, known: frozenset[str], digest: str, said: tuple[Said, ...]) -> Plan:
    words = {each.paragraph.id: _words_of(each.text) for each, _title in paragraphs(whole)}
    fresh = tuple(_challenge(whole.letter, words, digest, each) for each in said)
    new = tuple(each for each in fresh if each.source_id not in known)
    return Plan(whole.letter, new, len(fresh) - len(new))


def _challenge(letter: Letter, words: Mapping[str, set[str]], digest: str, said: Said) -> Challenge:
    frame: dict[str, Any] = {"stream_id": letter.stream_id, "letter_id": letter.id, "visit_id": letter.visit_id}
    return Challenge(
        id=new_id(),
        paragraph_id=_place(words, said),
        quoted=said.quoted,
        text=said.text,
        said_by=said.by,
        received=clock.now().date().isoformat(),
        source_id=f"{digest[:32]}:{said.key}",
        **frame,
    )


def _words_of(text: str) -> set[str]:
    return set(_WORD.findall(text.lower()))


def _place(words: Mapping[str, set[str]], said: Said) -> str:
    """Return the paragraph that holds most of the passage's words, if it holds enough of them."""
    wanted = _words_of(said.paragraph or said.quoted)
    if not wanted:
        return ""
    shares = [(len(wanted & own) / len(wanted), paragraph_id) for paragraph_id, own in words.items()]
    share, best = max(shares, key=lambda each: each[0], default=(0.0, ""))
    return best if share >= _ENOUGH else ""


def _said(data: bytes) -> Iterator[Said]:
    import docx

    document = docx.Document(BytesIO(data))
    notes = {str(each.comment_id): each for each in document.comments}
    for at, each in enumerate(document.element.body.iter(f"{_W}p")):
        before, quotes, changes = _read_paragraph(each)
        for key in quotes:
            if (note := notes.pop(key, None)) is not None and note.text.strip():
                quoted = quotes[key].strip() or before
                yield Said(f"comment {key}", _tidy(note.text), _tidy(quoted), _tidy(note.author), _tidy(before))
        for number, (gone, come, by) in enumerate(changes):
            text = come if come else "–"
            yield Said(f"change {at}.{number}", _tidy(text), _tidy(gone or before), _tidy(by), _tidy(before))
    for key, note in notes.items():
        if note.text.strip():
            yield Said(f"comment {key}", _tidy(note.text), "", _tidy(note.author), "")


def _read_paragraph(element: Any) -> tuple[str, dict[str, str], list[tuple[str, str, str]]]:
    """Return (its words before any change, comment → the words it covers, changes as (gone, come, by))."""
    before = ""
    open_notes: set[str] = set()
    touching = False
    quotes: dict[str, str] = {}
    changes: list[tuple[str, str, str]] = []
    for part in element:
        name = part.tag.removeprefix(_W)
        key = str(part.get(f"{_W}id", ""))
        if name == "commentRangeStart":
            open_notes.add(key)
            quotes[key] = ""
        elif name == "commentRangeEnd":
            open_notes.discard(key)
        words = _words(part)
        if name in ("ins", "del"):
            change = (words, "") if name == "del" else ("", words)
            if name == "ins" and touching and changes:
                # What is taken out and what comes right after it are one change.
                change = (changes.pop()[0], words)
            changes += [(*change, str(part.get(f"{_W}author", "")))] if words.strip() else []
        touching = name == "del" or (touching and not words)
        if name != "ins":
            before += words
            for each in open_notes:
                quotes[each] += words
        for mark in part.iter(f"{_W}commentReference"):
            quotes.setdefault(str(mark.get(f"{_W}id", "")), "")
    return before, quotes, changes


def _words(element: Any) -> str:
    return "".join(each.text or "" for each in element.iter(f"{_W}t", f"{_W}delText"))


def _tidy(text: str) -> str:
    return _CONTROL.sub(" ", text).strip()
