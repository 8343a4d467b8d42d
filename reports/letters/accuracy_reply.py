# SPDX-License-Identifier: MIT
"""The small letter that answers a factual-accuracy round: facts → Draft (domain (b), "Letter"; (d) 6). No wording.

Each comment of the authority with what was decided, why, and what was changed; one without a decision is left out.
"""

from reports.facts import Facts
from reports.letters.dates import in_words
from reports.letters.draft import Draft, DraftSection, DraftSentence
from reports.letters.voice import Voice, closing, letter, lists, paragraph, section
from reports.letters.wording import Slots, Wording
from storage.model.challenge import Challenge

SECTIONS = ("opening", "decisions", "standing", "close")
SLOTS: Slots = {
    "opening": frozenset({"subject", "date"}),
    "opening_missing": frozenset(),
    "decisions_lead": frozenset(),
    "accepted": frozenset({"said", "reason", "change"}),
    "partly": frozenset({"said", "reason", "change"}),
    "rejected": frozenset({"said", "reason"}),
    "decisions_none": frozenset(),
    "standing": frozenset(),
}


def compose(facts: Facts, wording: Wording) -> Draft:
    """Return the reply on the draft that last went out for factual accuracy."""
    voice = Voice(facts, wording)
    return letter(voice, [_opening(voice), _decisions(voice), _standing(voice), closing(voice)])


def _opening(voice: Voice) -> DraftSection | None:
    out = voice.facts.challenged
    sent = in_words(out.accuracy_from, voice.wording) if out else ""
    named = voice.said("opening", [out], subject=out.re_line if out else "", date=sent)
    return section(voice, "opening", [paragraph(named or voice.standard("opening_missing"))])


def _decisions(voice: Voice) -> DraftSection | None:
    decided = [_decided(voice, each) for each in voice.facts.challenges if each.decision]
    if not any(decided):
        return section(voice, "decisions", [paragraph(voice.standard("decisions_none"))])
    return section(voice, "decisions", lists(voice.standard("decisions_lead"), decided, "numbered"))


def _decided(voice: Voice, challenge: Challenge) -> DraftSentence | None:
    said, reason, change = (_ended(voice.own(each)) for each in (challenge.text, challenge.reason, challenge.change))
    if challenge.decision == "rejected":
        return voice.said("rejected", [challenge], said=said.rstrip("."), reason=reason)
    return voice.said(challenge.decision, [challenge], said=said.rstrip("."), reason=reason, change=change)


def _ended(text: str) -> str:
    """Words that somebody typed, as whole sentences: they stand between ours."""
    plain = " ".join(text.split())
    return plain if not plain or plain[-1] in ".!?]" else f"{plain}."


def _standing(voice: Voice) -> DraftSection | None:
    return section(voice, "standing", [paragraph(voice.standard("standing"))])
