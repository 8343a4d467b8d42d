# SPDX-License-Identifier: MIT
"""The letters of a visit told for people: their words, then what colleagues and the authority said to them."""

from collections.abc import Callable, Iterator

from reports import enclosures
from reports.exports.visit import WholeVisit
from resources.language import N_, _
from storage.model.challenge import CHALLENGE_KINDS, DECISIONS, Challenge
from storage.model.comment import Comment
from storage.model.letter import WholeLetter

Told = tuple[str, str]
"""Kind and text of a block (telling.Block)."""
_KINDS = {"bullet": "item", "numbered": "number", "note": "aside"}


def letters_told(whole: WholeVisit, remark: Callable[[Comment], str]) -> Iterator[Told]:
    """Yield the letters, block by block; `remark` says a remark in a line."""
    for letter in whole.letters:
        yield from _letter(letter)
        for each in whole.remarks:
            if each.letter_id == letter.letter.id:
                yield "aside", f"{remark(each)} (“{each.quoted}”)" if each.quoted else remark(each)
        for challenge in whole.challenges:
            if challenge.letter_id == letter.letter.id:
                yield "aside", _challenge(challenge)


def _letter(whole: WholeLetter) -> Iterator[Told]:
    yield "h2", f"{_(N_('Letter'))}: {whole.letter.re_line}"
    for section in whole.sections:
        if section.section.title:
            yield "h3", section.section.title
        for part in section.paragraphs:
            yield _KINDS.get(part.paragraph.kind, "p"), part.text
    if whole.enclosures:
        yield "p", "".join(enclosures.line(whole))


def _challenge(said: Challenge) -> str:
    kind = _(CHALLENGE_KINDS.get(said.kind, said.kind))
    decided = f"{_(DECISIONS.get(said.decision, said.decision))}: {said.reason}" if said.decision else _(DECISIONS[""])
    parts = (kind, said.said_by, said.received, f"“{said.quoted}”" if said.quoted else "", said.text, said.proof)
    return " · ".join(filter(None, (*parts, decided, said.change)))
