# SPDX-License-Identifier: MIT
"""A second signatory: a field of her own, signed on her own laptop after the seal, both verified."""

import pytest

from reports import acts
from reports.countersign import countersigning
from reports.signing.identity import Identity, read_identity
from storage.acts import letters
from storage.errors import Refused
from storage.job import run_now
from storage.model import clock
from storage.model.letter import Letter
from storage.queries.documents import document
from storage.queries.visits import visits
from storage.store import Store
from tests.builders import a_letter, a_note, a_store, a_visit, again, hand_over, join
from tests.storage.doubtful import MANY, check_all

WHEN = clock.now()


@pytest.fixture
def identity(practice_file: list[str]) -> Identity:
    """Give a practice identity."""
    return read_identity(bytes.fromhex(practice_file[0]), bytes.fromhex(practice_file[1]), WHEN)


@pytest.fixture
def lead() -> Store:
    """Give the lead inspector's store."""
    return a_store("Lead Inspector")


@pytest.fixture
def sealed(lead: Store, identity: Identity) -> Letter:
    """Give a practice letter of two signatories that the first has signed."""
    visit = a_visit(lead, illustration=True)
    shell = a_letter(lead, visit, "One.")
    fields = {"date": "2018-10-12", "re_line": "Visit", "signatory": "Lead Inspector", "letterhead": ("Practice",)}
    letters.amend(lead, shell, **fields, second_signatory="Siân Parry", illustration=True)
    run_now(acts.signing(acts.preview(lead, shell.id), identity, WHEN), lead)
    found: Letter = again(lead, shell)
    return found


def test_both_signatures_hold_and_only_then_the_letter_is_issued(
    lead: Store, sealed: Letter, identity: Identity
) -> None:
    first = acts.signed_pdf(lead, sealed)
    assert acts.verdict_on(lead, sealed).is_well
    with pytest.raises(Refused, match="second signatory"):
        letters.move(lead, sealed, "issued")
    done = run_now(countersigning(sealed, identity, WHEN), lead)
    assert [each.field for each in done.verdict.signers] == ["Sig1", "Sig2"]
    assert done.verdict.is_well
    now: Letter = again(lead, sealed)
    assert (now.document_id, now.sealed_at) == (sealed.document_id, sealed.sealed_at)
    assert now.countersigned_by == identity.name
    assert acts.signed_pdf(lead, now) == done.pdf
    assert done.pdf.startswith(first)
    assert acts.verdict_on(lead, now).is_well
    with pytest.raises(Refused, match="Nobody else"):
        run_now(countersigning(now, identity, WHEN), lead)
    letters.move(lead, now, "issued")


def test_the_second_inspector_countersigns_on_her_own_laptop(lead: Store, sealed: Letter, identity: Identity) -> None:
    second = a_store("Second Inspector")
    join(lead, sealed.stream_id, second)
    _carry(lead, second, sealed.document_id, sealed.unsigned_id)
    run_now(countersigning(again(second, sealed), identity, WHEN), second)
    hand_over(second, lead, sealed.stream_id)
    now = again(lead, sealed)
    assert now.countersigned_id  # lawful on the lead's laptop too: it came after the seal and touches only its own
    _carry(second, lead, now.countersigned_id)
    assert acts.verdict_on(lead, now).is_well


def test_nobody_countersigns_what_is_still_being_checked(lead: Store, sealed: Letter, identity: Identity) -> None:
    second, there = a_store("Siân Parry"), visits(lead)[0]
    for number in range(MANY):
        a_note(lead, there, f"Note {number}.")
    join(lead, sealed.stream_id, second)
    _carry(lead, second, sealed.document_id, sealed.unsigned_id)
    theirs: Letter = again(second, sealed)
    with pytest.raises(Refused, match="still being checked"):
        countersigning(theirs, identity, WHEN).take(second)
    check_all(second)
    assert run_now(countersigning(theirs, identity, WHEN), second).verdict.is_well
    second.close()


def _carry(giver: Store, taker: Store, *names: str) -> None:
    """Hand over sealed files, as a parcel does."""
    for name in names:
        kept = document(giver, name)
        assert kept is not None
        data = giver.shelf.get(kept.sealed)
        assert data is not None
        assert taker.shelf.put(data) == kept.sealed


def test_a_letter_of_one_signatory_takes_no_second_signature(lead: Store, identity: Identity) -> None:
    shell = a_letter(lead, a_visit(lead), "One.")
    with pytest.raises(Refused, match="Nobody else"):
        run_now(countersigning(shell, identity, WHEN), lead)
    with pytest.raises(Refused, match="not signed yet"):
        letters.countersign(lead, shell, None, ("", ""))  # type: ignore[arg-type]
