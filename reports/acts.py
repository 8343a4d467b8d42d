# SPDX-License-Identifier: MIT
"""Verbs on letters that need more than the store: draft from facts, preview, sign as a Job, verify what is kept.

Rewording, adding, withdrawing a letter's pieces need only the store: storage/acts/letters.py.
"""

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from reports import enclosures
from reports.catalogue import letter_type
from reports.checks import checking
from reports.checks.checking import Looking
from reports.facts import Facts, facts_of
from reports.letters.draft import Draft, DraftParagraph
from reports.pairing import NO_PAIR, Pairing, pairing_of
from reports.pdf.render import FIELD, SECOND_FIELD, render
from reports.signing.identity import Identity, read_identity
from reports.signing.practice import make_practice_identity
from reports.signing.remembered import remember
from reports.signing.sign import Occasion, sign
from reports.signing.verdict import Verdict
from reports.signing.verify import verify
from reports.wordings import kept_wording
from resources.language import LANGUAGES, N_
from storage import documents
from storage.acts import letters as pieces
from storage.documents import Opener, Shelver
from storage.errors import Refused
from storage.gesture import Gesture
from storage.job import Job, Tick, run_now
from storage.model import clock
from storage.model.document import Document
from storage.model.ids import LetterId, StreamId, new_id
from storage.model.letter import NOTE, Letter, Paragraph, Section, Sentence, WholeLetter
from storage.model.record import Record
from storage.queries.authorities import authority
from storage.queries.documents import document
from storage.queries.evidence import cite
from storage.queries.letters import whole_letter
from storage.queries.pairs import pair_of
from storage.queries.wordings import is_in
from storage.steps import Steps
from storage.store import Store, looker

_PRACTICE = "practice_identity"
SHELL = (
    *("kind", "language", "visit_id", "authority_id", "date", "addressee", "salutation", "re_line", "close"),
    *("signatory", "signatory_role", "copies", "letterhead", "wording", "illustration"),
)
"""What a draft and a letter's shell have in common."""


def draft(store: Store, facts: Facts, kind: str, language: str = "en") -> LetterId:
    """Compose a letter from the facts and record it, piece by piece, in its visit's stream; return its identifier.

    From then on it is the inspector's: composing again makes a new draft. Raise Refused for an unknown type, BadFile
    for faulty wording.
    """
    gesture, letter_id = _drafted(store, facts.visit.stream_id, letter_type(kind).draft(facts, language))
    store.record(*gesture.changes)
    return letter_id


@dataclass(frozen=True, slots=True)
class Wanted:
    """The letter that somebody wants drafted."""

    visit_id: str
    kind: str
    language: str = "en"
    date: str = ""
    """The day it bears ("2018-07-18")."""
    signatory_id: str = ""
    addressee_id: str = ""
    pair_id: str = ""
    """The letter in the other language that this one is to say the same as (LetterId); empty for a new letter."""

    def facts(self, store: Store) -> Facts:
        """Return what the letter may know."""
        return facts_of(store, self.visit_id, self.date, self.signatory_id, self.addressee_id)


def drafting(wanted: Wanted) -> Job[Store, Any, tuple[Facts, Draft, Draft | None], LetterId]:
    """Return the Job that composes a letter and records it in steps: a visit's facts are thousands of notes.

    The facts are read through a connection of its own; a store in memory has but one, and is small. Raise as `draft`.
    """

    def take(store: Store) -> Callable[[], Store] | Facts:
        return looker(store) or wanted.facts(store)

    def work(taken: Callable[[], Store] | Facts, tick: Tick) -> tuple[Facts, Draft, Draft | None]:
        tick(0.1)
        facts = taken if isinstance(taken, Facts) else _looked_at(taken, wanted.facts)
        tick(0.6)
        of_kind = letter_type(wanted.kind)
        other = next((code for code in LANGUAGES if code != wanted.language), wanted.language)
        first = of_kind.draft(facts, other) if wanted.pair_id else None
        return facts, of_kind.draft(facts, wanted.language), first

    def put(store: Store, made: tuple[Facts, Draft, Draft | None]) -> Steps[LetterId]:
        facts, composed, first = made
        pairing = _pairing(store, wanted.pair_id, first) if first else NO_PAIR
        gesture, letter_id = _drafted(store, facts.visit.stream_id, composed, pairing)
        yield from store.recording(*gesture.changes)
        return letter_id

    return Job(take, work, put)


def _looked_at(opened: Callable[[], Store], look: Callable[[Store], Facts]) -> Facts:
    with closing(opened()) as store:
        return look(store)


def _pairing(store: Store, pair_id: str, composed: Draft) -> Pairing:
    first = whole_letter(store, pair_id)
    if first is None or first.letter.language != composed.language:
        raise Refused(N_("There is no such letter in the other language."), N_("Choose a letter from the list."))
    if pair_of(store, first.letter) is not None:
        raise Refused(N_("This letter has its pair already."), N_("Choose that one from the list."))
    return pairing_of(first, composed)


def _drafted(
    store: Store, stream_id: StreamId, composed: Draft, pairing: Pairing = NO_PAIR
) -> tuple[Gesture, LetterId]:
    """Return what records a letter piece by piece, and the letter's identifier."""
    gesture = Gesture("letters.draft", store.me)
    kept = kept_wording(stream_id, letter_type(composed.kind).wording(composed.language))
    shell = {**{name: getattr(composed, name) for name in SHELL}, **pairing.shell, "wording_id": kept.id}
    letter = Letter(id=new_id(), stream_id=stream_id, **shell)
    gesture.add(letter)
    if not is_in(store, stream_id, kept.id):
        gesture.add(kept)
    for enclosed in enclosures.retold(pairing.enclosures, letter):
        gesture.add(enclosed)
    frame: dict[str, Any] = {"stream_id": stream_id, "letter_id": letter.id}
    for place, each in enumerate(composed.sections, 1):
        section = Section(id=new_id(), order=_order(place), code=each.code, title=each.title, **frame)
        gesture.add(section)
        last = ""
        for at, paragraph in enumerate(each.paragraphs, 1):
            own = {"section_id": section.id, "order": _order(at), **pairing.fields(each.code, at, paragraph.text)}
            first, *sentences = _pieces(paragraph, {**frame, **own, "note_to": last if paragraph.kind == NOTE else ""})
            last = last if paragraph.kind == NOTE else first.id
            for piece in (first, *sentences):
                gesture.add(piece)
    return gesture, LetterId(letter.id)


def _pieces(composed: DraftParagraph, fields: dict[str, Any]) -> Iterator[Record]:
    paragraph = Paragraph(id=new_id(), kind=composed.kind, **fields)
    yield paragraph
    frame: dict[str, Any] = {"stream_id": paragraph.stream_id, "letter_id": paragraph.letter_id}
    for place, each in enumerate(composed.sentences, 1):
        words: dict[str, Any] = {"text": each.text, "sources": each.sources, "standard": each.standard}
        yield Sentence(id=new_id(), paragraph_id=paragraph.id, order=_order(place), **words, **frame)


def _order(place: int) -> str:
    # Gaps of ten leave room to put something between.
    return f"{place * 10:04d}"


@dataclass(frozen=True, slots=True)
class Preview:
    """A letter as it would be signed now: the very bytes, and the evidence it would cite."""

    letter: WholeLetter
    pdf: bytes
    cites: tuple[tuple[str, str, str], ...]
    practice: bool = False
    """Its page says that the signature is for practice."""


def preview(store: Store, letter_id: str, *, practice: bool = False) -> Preview:
    """Lay the letter out; `practice` when a practice identity will sign it, which its page must then say.

    Raise Refused when it, or the record of an enclosure, is not here or it has no date, BadFile for a character that no
    font has, StoreTrouble for an enclosure that is lost.
    """
    return run_now(previewing(letter_id, practice=practice), store)


def previewing(letter_id: str, *, practice: bool = False) -> Job[Store, Any, Preview, Preview]:
    """Return the Job that lays a letter out away from the screen, as `preview` does."""

    def take(store: Store) -> tuple[WholeLetter, tuple[tuple[str, str, str], ...], tuple[Opener, ...]]:
        letter, cites = _standing(store, letter_id)
        return letter, cites, enclosures.openers(store, letter)

    def work(taken: tuple[WholeLetter, tuple[tuple[str, str, str], ...], tuple[Opener, ...]], tick: Tick) -> Preview:
        letter, cites, opened = taken
        tick(0.1)
        pdf = render(letter, practice=practice, files=enclosures.carried(letter, opened))
        return Preview(letter, pdf, cites, practice or letter.letter.illustration)

    return Job(take, work, lambda _store, made: made)


def _standing(store: Store, letter_id: str) -> tuple[WholeLetter, tuple[tuple[str, str, str], ...]]:
    letter = whole_letter(store, letter_id)
    if letter is None:
        raise Refused(N_("This letter is not in the store."), N_("Choose a letter from the list."))
    streams = dict.fromkeys((letter.letter.stream_id, *_authority_stream(store, letter.letter)))
    return letter, tuple(cite(store, stream) for stream in streams)


def _authority_stream(store: Store, letter: Letter) -> Iterator[str]:
    addressed = authority(store, letter.authority_id)
    if addressed is not None:
        yield addressed.stream_id


@dataclass(frozen=True, slots=True)
class Signed:
    """A letter that was just signed, and what verifying it at once said."""

    letter_id: LetterId
    pdf: bytes
    verdict: Verdict


def signing(seen: Preview, identity: Identity, when: datetime) -> Job[Store, Any, "_Sealable", Signed]:
    """Return the Job that signs a letter exactly as it was previewed, verifies it and seals it.

    Raise Refused when the letter or its evidence has moved since the preview, when it is sealed already, when a
    practice identity would sign a page that does not say so, when it is not proven (0037), or when the checks hold it
    up: not for practice (0031).
    """
    shell = seen.letter.letter

    def take(store: Store) -> tuple[Shelver, Looking | None]:
        _refuse_to_sign(store, seen, identity)
        return documents.shelver(store, shell.stream_id), None if identity.practice else checking.take(store, shell.id)

    def work(taken: tuple[Shelver, Looking | None], tick: Tick) -> _Sealable:
        shelver, looking = taken
        tick(0.1)
        if looking is not None:
            checking.look(looking, shell.id).must_be_clear()
        pdf = sign(seen.pdf, identity, Occasion(when, language=shell.language))
        tick(0.6)
        verdict = verify(pdf, unsigned=seen.pdf, trusted=(identity.certificate,), now=when)
        if not verdict.is_well:
            raise Refused(N_("The signature did not verify: nothing was sealed."), N_("Try again, or ask for help."))
        tick(0.9)
        about: dict[str, Any] = {"subject": shell.id, "media_type": "application/pdf"}
        signed = shelver.shelve(pdf, title="letter.pdf", **about)
        unsigned = shelver.shelve(seen.pdf, title="letter-unsigned.pdf", **about)
        return _Sealable(Signed(LetterId(shell.id), pdf, verdict), (signed, unsigned))

    def put(store: Store, made: _Sealable) -> Steps[Signed]:
        # What else was recorded while the signature was made is no matter: the letter cites what was there before.
        if whole_letter(store, shell.id) != seen.letter:
            raise _moved()
        signer = (identity.name, identity.certificate.hex())
        yield from pieces.sealing(store, shell, made.pages, signer, seen.cites)
        remember(store, identity)
        return made.signed

    return Job(take, work, put)


def _refuse_to_sign(store: Store, seen: Preview, identity: Identity) -> None:
    if _standing(store, seen.letter.letter.id) != (seen.letter, seen.cites):
        raise _moved()
    if seen.letter.letter.document_id:
        raise Refused(N_("This letter is already signed."), N_("Draft a new letter to correct it."))
    pieces.must_be_proven(store, seen.letter.letter)
    if identity.practice and not seen.practice:
        raise Refused(N_("These pages do not say that their signature is for practice."), N_("Look at a new preview."))


@dataclass(frozen=True, slots=True)
class _Sealable:
    signed: Signed
    pages: tuple[Document, Document]
    """On the shelf already: writing two files to the disk is not for the screen's thread."""


def _moved() -> Refused:
    return Refused(N_("The letter or its records have changed since this preview."), N_("Look at a new preview."))


def practising() -> Job[Store, Any, list[str], Identity]:
    """Return the Job that gives this store's practice identity, made on first use and kept in the encrypted store."""

    def work(taken: tuple[list[str] | None, str], _tick: Tick) -> list[str]:
        kept, name = taken
        return kept or [each.hex() for each in make_practice_identity(name, clock.now())]

    def put(store: Store, kept: list[str]) -> Identity:
        if store.marks.get(_PRACTICE) != kept:
            with store.transaction():
                store.marks.keep(_PRACTICE, kept)
        return read_identity(bytes.fromhex(kept[0]), bytes.fromhex(kept[1]), clock.now())

    return Job(lambda store: (store.marks.get(_PRACTICE), str(store.marks.get("my_name", ""))), work, put)


def practice_identity(store: Store) -> Identity:
    """Return this store's practice identity at once, as `practising` does away from the screen."""
    return run_now(practising(), store)


def verdict_on(store: Store, letter: Letter) -> Verdict:
    """Verify a sealed letter against all that the store has kept of it: unsigned pages, and the signer's certificate.

    Raise Refused while it is not signed, StoreTrouble when it is lost.
    """
    return judged(kept_of(store, letter).read(), clock.now())


Read = tuple[bytes, bytes | None, tuple[bytes, ...]]
"""(Signed PDF, unsigned PDF, certificates known) of a sealed letter."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What the store has kept of a sealed letter, to be read on any thread: with enclosures it may be 25 MB twice."""

    signed: Opener
    unsigned: Opener | None
    certificates: tuple[bytes, ...]

    def read(self) -> Read:
        """Return the bytes. Raise StoreTrouble when any are lost."""
        return self.signed.read(), self.unsigned.read() if self.unsigned else None, self.certificates


def kept_of(store: Store, letter: Letter) -> Kept:
    """Return what reads a sealed letter and all that it is verified against. Raise Refused while it is not signed."""
    unsigned = document(store, letter.unsigned_id)
    known = (letter.certificate, letter.counter_certificate if letter.countersigned_id else "")
    certificates = tuple(bytes.fromhex(each) for each in known if each)
    return Kept(signed_opener(store, letter), documents.opener(store, unsigned) if unsigned else None, certificates)


def judged(kept: Read, now: datetime) -> Verdict:
    """Return the verdict on what `Kept.read` gave; touches no store."""
    pdf, unsigned, certificates = kept
    fields = (FIELD, SECOND_FIELD)[: max(1, len(certificates))]  # a certificate is kept of each who signed
    return verify(pdf, fields=fields, unsigned=unsigned, trusted=certificates, now=now)


def signed_pdf(store: Store, letter: Letter) -> bytes:
    """Return the PDF of a sealed letter that all who signed it so far have signed.

    Raise Refused while it is not signed, StoreTrouble when it is lost.
    """
    return signed_opener(store, letter).read()


def signed_opener(store: Store, letter: Letter) -> Opener:
    """Return what reads that PDF away from the store. Raise Refused while it is not signed."""
    name = letter.countersigned_id or letter.document_id
    kept = document(store, name) if name else None
    if kept is None:
        raise Refused(N_("This letter is not signed yet."), N_("Sign it first."))
    return documents.opener(store, kept)
