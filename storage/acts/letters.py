# SPDX-License-Identifier: MIT
"""Verbs on a letter's pieces: reword, add, withdraw, order, seal. Composing one from facts: reports/acts.py."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from resources.language import N_
from storage.errors import Refused
from storage.gesture import Gesture, must_be_present
from storage.model import clock
from storage.model.document import Document
from storage.model.ids import ParagraphId, SentenceId, new_id
from storage.model.letter import NOTE, Letter, Paragraph, Section, Sentence
from storage.model.noting import notes_to
from storage.model.rules import LETTER_REASONED, LETTER_STATES
from storage.queries.letters import whole_letter
from storage.queries.pairs import pair_of
from storage.queries.proven import doubts_about
from storage.steps import Steps, whole
from storage.store import Store


def amend(store: Store, seen: Letter, **after: Any) -> None:
    """Amend a letter's shell as it was seen. Raise Refused once it is sealed."""
    _record(store, "letters.amend", seen, after)


def reword(store: Store, seen: Sentence, text: str) -> None:
    """Reword a sentence as it was seen: its sources stay, marked to be looked at again. Raise Refused when empty."""
    must_be_present(seen)
    if not text.strip():
        raise Refused(N_("This sentence has no words."), N_("Withdraw the sentence instead of emptying it."))
    if text != seen.text:
        _record(store, "letters.reword", seen, {"text": text, "check": bool(seen.sources) or seen.check})


def clear(store: Store, seen: Sentence, sources: Sequence[str]) -> None:
    """Say what a reworded sentence stands on now: somebody looked."""
    _record(store, "letters.clear", seen, {"sources": tuple(sources), "check": False})


def add_sentence(store: Store, paragraph: Paragraph, order: str, text: str, sources: Sequence[str] = ()) -> SentenceId:
    """Add a sentence to a paragraph and return its identifier. Raise Refused when it is empty."""
    if not text.strip():
        raise Refused(N_("This sentence has no words."), N_("Type something first."))
    frame: dict[str, Any] = {"stream_id": paragraph.stream_id, "letter_id": paragraph.letter_id}
    sentence = Sentence(id=new_id(), paragraph_id=paragraph.id, order=order, text=text, sources=tuple(sources), **frame)
    gesture = Gesture("letters.add_sentence", store.me)
    gesture.add(sentence)
    store.record(*gesture.changes)
    return SentenceId(sentence.id)


def add_paragraph(store: Store, section: Section, order: str, text: str, kind: str = "prose") -> ParagraphId:
    """Add a paragraph of one sentence to a section and return its identifier. Raise Refused when it is empty."""
    if not text.strip():
        raise Refused(N_("This sentence has no words."), N_("Type something first."))
    frame: dict[str, Any] = {"stream_id": section.stream_id, "letter_id": section.letter_id}
    paragraph = Paragraph(id=new_id(), section_id=section.id, order=order, kind=kind, **frame)
    gesture = Gesture("letters.add_paragraph", store.me)
    gesture.add(paragraph)
    gesture.add(Sentence(id=new_id(), paragraph_id=paragraph.id, order="0010", text=text, **frame))
    store.record(*gesture.changes)
    return ParagraphId(paragraph.id)


def add_note(store: Store, paragraph: Paragraph, order: str, text: str) -> ParagraphId:
    """Add a note to a paragraph, or to that of a note, and return its identifier. Raise Refused when it is empty."""
    if not text.strip():
        raise Refused(N_("This note has no words."), N_("Type something first."))
    must_be_present(paragraph)
    frame: dict[str, Any] = {"stream_id": paragraph.stream_id, "letter_id": paragraph.letter_id}
    goal = paragraph.note_to if paragraph.kind == NOTE else paragraph.id
    note = Paragraph(id=new_id(), kind=NOTE, note_to=goal, section_id=paragraph.section_id, order=order, **frame)
    gesture = Gesture("letters.add_note", store.me)
    gesture.add(note)
    gesture.add(Sentence(id=new_id(), paragraph_id=note.id, order="0010", text=text, **frame))
    store.record(*gesture.changes)
    return ParagraphId(note.id)


def withdraw(store: Store, seen: Letter | Section | Paragraph | Sentence) -> None:
    """Withdraw a piece of a letter, or the whole: hidden, kept in the log. A paragraph's notes go with it."""
    gesture = Gesture("letters.withdraw", store.me)
    gesture.withdraw(seen)
    for note in _notes_of(store, seen):
        gesture.withdraw(note)
    store.record(*gesture.changes)


def _notes_of(store: Store, seen: Letter | Section | Paragraph | Sentence) -> Iterator[Paragraph]:
    """Yield the notes to a paragraph; also where a sentence is seen that is all the paragraph says."""
    letter = whole_letter(store, seen.letter_id) if isinstance(seen, Paragraph | Sentence) else None
    for section in letter.sections if letter else ():
        for each in section.paragraphs:
            others = [said for said in each.sentences if said.id != seen.id and said.text.strip()]
            is_all = not others and seen.id in [said.id for said in each.sentences]
            if each.paragraph.id == seen.id or is_all:
                yield from (note.paragraph for note in notes_to(section, each.paragraph.id))


def reorder(store: Store, seen: Paragraph | Sentence, order: str) -> None:
    """Give a paragraph or sentence another place among its siblings."""
    _record(store, "letters.reorder", seen, {"order": order})


def move(store: Store, seen: Letter, state: str, reason: str = "", until: str = "") -> None:
    """Move a letter to another state; `until` is the day (ISO) up to which an embargo lasts.

    Raise Refused when none leads there, and where a reason or a day is wanted. `seal` alone makes it signed.
    """
    if state == "signed" or state not in LETTER_STATES.get(seen.status, ()):
        raise Refused(N_("A letter that is {now} cannot become {then}."), "", now=seen.status, then=state)
    if state in LETTER_REASONED and not reason.strip():
        raise Refused(N_("This step needs a reason."), N_("Say why, in a sentence."))
    if state == "issued":
        refuse_to_issue(store, seen, reason)
    if state == "embargoed" and not _is_day(until):
        raise Refused(N_("An embargo needs the day it ends."), N_("Give a day, such as 2018-10-12."))
    if seen.status == "embargoed" and state == "published" and clock.now().date().isoformat() < seen.embargo_until:
        raise Refused(
            N_("The embargo lasts until {day}."), N_("Wait for that day, or keep it back."), day=seen.embargo_until
        )
    after = {"status": state, "state_reason": reason.strip()}
    _record(store, "letters.move", seen, {**after, "embargo_until": until} if state == "embargoed" else after)


def refuse_to_issue(store: Store, seen: Letter, alone_because: str = "") -> None:
    """Raise Refused where a signature is wanting, and for one of two languages alone without a reason.

    Also where it is not proven. Welsh is not treated less favourably than English: both versions go out at once (Welsh
    Language Standards).
    """
    must_be_proven(store, seen)
    if seen.second_signatory and not seen.countersigned_id:
        raise Refused(N_("The second signatory has not signed yet."), N_("Let her countersign it first."))
    other = pair_of(store, seen)
    if other is not None and other.status in _NOT_OUT and not alone_because.strip():
        raise Refused(
            N_("Its pair in the other language is not issued: both go out at once."),
            N_("Issue both together, or say why this one goes alone."),
        )


_NOT_OUT = tuple(LETTER_STATES)[: tuple(LETTER_STATES).index("issued")]
"""The states before a letter is issued."""


def must_be_proven(store: Store, seen: Letter) -> None:
    """Raise Refused while a piece of a letter, or a record that it cites, waits for its own signature to be checked.

    Also where that signature is wrong, which nothing will put right (0037). Nobody signs what may not be its author's.
    """
    doubts = doubts_about(store, seen)
    if doubts.wrong:
        raise Refused(
            N_("The letter has, or cites, records whose own signatures are wrong: {count}."),
            N_("Its checks show where. Take them out, or ask whoever wrote them to write them again."),
            count=len(doubts.wrong),
        )
    if doubts.checking:
        raise Refused(
            N_("The letter has, or cites, records that are still being checked: {count}."),
            N_("Wait a moment: the strip at the foot says how far it is. Then do it once more."),
            count=len(doubts.checking),
        )


def _is_day(text: str) -> bool:
    try:
        return bool(date.fromisoformat(text))
    except ValueError:
        return False


def seal(
    store: Store,
    seen: Letter,
    pages: tuple[Document, Document],
    signer: tuple[str, str],
    cites: Sequence[tuple[str, str, str]],
) -> None:
    """Seal a letter at once; see `sealing`."""
    whole(sealing(store, seen, pages, signer, cites))


def sealing(
    store: Store,
    seen: Letter,
    pages: tuple[Document, Document],
    signer: tuple[str, str],
    cites: Sequence[tuple[str, str, str]],
) -> Steps[None]:
    """Seal a letter, in small steps, for every piece of the visit's letters is folded again.

    Name its (signed, unsigned) PDF, its signer's (name, certificate), the evidence it stands on.

    From then on its words are ink for good: what did not come before the seal is late (law.py).
    Raise Refused when it is sealed already, is not proven, or by anybody but the lead inspector.
    """
    if seen.document_id:
        raise Refused(N_("This letter is already signed."), N_("Draft a new letter to correct it."))
    must_be_proven(store, seen)
    signed, unsigned = pages
    gesture = Gesture("letters.seal", store.me)
    gesture.add(signed)
    gesture.add(unsigned)
    gesture.amend(
        seen,
        status="signed",
        document_id=signed.id,
        unsigned_id=unsigned.id,
        sealed_by=signer[0],
        certificate=signer[1],
        sealed_at=clock.stamp(),
        cites=tuple(cites),
    )
    yield from store.recording(*gesture.changes)


def countersign(store: Store, seen: Letter, page: Document, signer: tuple[str, str]) -> None:
    """Keep the PDF that a second signatory signed too, with her (name, certificate).

    Raise Refused before the first has signed, when nobody else is to sign, when it was done already or is not proven.
    """
    if not seen.document_id:
        raise Refused(N_("This letter is not signed yet."), N_("The first signatory signs first."))
    if not seen.second_signatory or seen.countersigned_id:
        raise Refused(N_("Nobody else is to sign this letter."), N_("Verify it instead."))
    must_be_proven(store, seen)
    gesture = Gesture("letters.countersign", store.me)
    gesture.add(page)
    gesture.amend(
        seen,
        countersigned_id=page.id,
        countersigned_by=signer[0],
        counter_certificate=signer[1],
        countersigned_at=clock.stamp(),
    )
    store.record(*gesture.changes)


def _record(store: Store, act: str, seen: Letter | Section | Paragraph | Sentence, after: dict[str, Any]) -> None:
    gesture = Gesture(act, store.me)
    gesture.amend(seen, **after)
    store.record(*gesture.changes)
