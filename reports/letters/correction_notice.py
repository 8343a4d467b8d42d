# SPDX-License-Identifier: MIT
"""The small letter that corrects a signed one: facts → Draft (domain (b), "Letter"; (d) 6). No wording, no layout.

A signed letter is never edited: the notice names it, and is signed like any letter.
"""

from reports.facts import Facts
from reports.letters.dates import in_words
from reports.letters.draft import Draft, DraftSection
from reports.letters.voice import Voice, closing, letter, paragraph, section
from reports.letters.wording import Slots, Wording

SECTIONS = ("opening", "correction", "standing", "close")
SLOTS: Slots = {
    "opening": frozenset({"date", "subject"}),
    "opening_missing": frozenset(),
    "correction_said": frozenset(),
    "correction_says": frozenset(),
    "correction_why": frozenset(),
    "standing": frozenset(),
    "standing_copies": frozenset(),
    "apology": frozenset(),
}


def compose(facts: Facts, wording: Wording) -> Draft:
    """Return the notice on the visit's last signed letter; what is wrong in it is for the inspector to write."""
    voice = Voice(facts, wording)
    return letter(voice, [_opening(voice), _correction(voice), _standing(voice), closing(voice)])


def _opening(voice: Voice) -> DraftSection | None:
    signed = [each for each in voice.facts.issued if each.kind != voice.wording.kind]
    wrong = signed[-1] if signed else None
    date = in_words(wrong.date, voice.wording) if wrong else ""
    named = voice.said("opening", [wrong], date=date, subject=wrong.re_line if wrong else "")
    return section(voice, "opening", [paragraph(named or voice.standard("opening_missing"))])


def _correction(voice: Voice) -> DraftSection | None:
    slots = ("correction_said", "correction_says", "correction_why")
    return section(voice, "correction", [paragraph(voice.standard(slot)) for slot in slots])


def _standing(voice: Voice) -> DraftSection | None:
    stands = paragraph(voice.standard("standing"), voice.standard("standing_copies"))
    return section(voice, "standing", [stands, paragraph(voice.standard("apology"))])
