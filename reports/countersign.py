# SPDX-License-Identifier: MIT
"""The second signature: on what the first signatory signed, on another laptop, with nothing else touched.

The first signature and the seal: reports/acts.py.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from reports.acts import Kept, judged, kept_of
from reports.pdf.render import FIELD, SECOND_FIELD
from reports.signing.identity import Identity
from reports.signing.remembered import remember
from reports.signing.sign import Occasion, sign
from reports.signing.verdict import Verdict
from reports.signing.verify import verify
from resources.language import N_
from storage import documents
from storage.acts import letters as pieces
from storage.documents import Shelver
from storage.errors import Refused
from storage.job import Job, Tick
from storage.model.document import Document
from storage.model.letter import Letter
from storage.queries.letters import letter as letter_now
from storage.store import Store


@dataclass(frozen=True, slots=True)
class Countersigned:
    """A letter that both have signed now, and what verifying it at once said."""

    pdf: bytes
    verdict: Verdict


def countersigning(
    seen: Letter, identity: Identity, when: datetime
) -> Job[Store, Any, tuple[Countersigned, Document], Countersigned]:
    """Return the Job that adds the second signature to a sealed letter, verifies both and keeps the PDF.

    Raise Refused where the first signature does not hold, nobody else is to sign, it is not proven (0046), or a
    practice identity would sign a letter that is none.
    """

    def take(store: Store) -> tuple[Shelver, Kept]:
        if not seen.second_signatory or seen.countersigned_id:
            raise Refused(N_("Nobody else is to sign this letter."), N_("Verify it instead."))
        pieces.must_be_proven(store, seen)
        return documents.shelver(store, seen.stream_id), kept_of(store, seen)

    def work(taken: tuple[Shelver, Kept], tick: Tick) -> tuple[Countersigned, Document]:
        shelver, kept = taken[0], taken[1].read()
        tick(0.1)
        _refuse_unsound(judged(kept, when), identity)
        first, unsigned, known = kept
        pdf = sign(first, identity, Occasion(when, language=seen.language), field=SECOND_FIELD)
        tick(0.6)
        trusted = (*known, identity.certificate)
        verdict = verify(pdf, fields=(FIELD, SECOND_FIELD), unsigned=unsigned, trusted=trusted, now=when)
        if not verdict.is_well:
            raise Refused(N_("The signature did not verify: nothing was kept."), N_("Try again, or ask for help."))
        tick(0.9)
        page = shelver.shelve(pdf, subject=seen.id, media_type="application/pdf", title="letter-both.pdf")
        return Countersigned(pdf, verdict), page

    def put(store: Store, made: tuple[Countersigned, Document]) -> Countersigned:
        now = letter_now(store, seen.id)
        if now is None or now.countersigned_id:
            raise Refused(N_("This letter was countersigned meanwhile."), N_("Verify it instead."))
        pieces.countersign(store, now, made[1], (identity.name, identity.certificate.hex()))
        remember(store, identity)
        return made[0]

    return Job(take, work, put)


def _refuse_unsound(first: Verdict, identity: Identity) -> None:
    if not first.is_well:
        raise Refused(
            N_("The first signature does not hold: nothing was signed."), N_("Verify the letter and see what is wrong.")
        )
    if identity.practice and not all(each.practice for each in first.signers):
        raise Refused(
            N_("These pages do not say that their signature is for practice."), N_("Choose an identity of your own.")
        )
