# SPDX-License-Identifier: MIT
"""A letter's whole way: facts, draft, her own words, preview, signature, verification, and tampering found out."""

from pathlib import Path

from reports import acts
from reports.facts import facts_of
from reports.signing.practice import make_practice_identity
from reports.signing.verify import verify
from storage import example, undo
from storage.acts import letters as pieces
from storage.check import check
from storage.job import run_now
from storage.model import clock
from storage.queries.letters import whole_letter
from storage.store import create, open_store


def test_a_letter_from_draft_to_signature(tmp_path: Path) -> None:
    passphrase = "a lantern under seven hills"
    lead, _ = create(tmp_path / "lead", passphrase)
    second, _ = create(tmp_path / "second", passphrase)
    worked = example.record(lead, second, tmp_path)
    second.close()

    facts = facts_of(lead, worked.visit_id, "2018-10-12", worked.ids["rhian"], worked.ids["walton"])
    letter_id = acts.draft(lead, facts, "improvement_conference")

    # It is hers now: a reworded sentence keeps its sources and asks to be looked at. She thinks better of it.
    letter = whole_letter(lead, letter_id)
    assert letter is not None
    sentence = letter.sections[0].paragraphs[0].sentences[0]
    pieces.reword(lead, sentence, "Thank you for coming.")
    reworded = whole_letter(lead, letter_id)
    assert reworded is not None
    now = reworded.sections[0].paragraphs[0].sentences[0]
    assert (now.text, now.sources, now.check) == ("Thank you for coming.", sentence.sources, True)
    undo.undo(lead)
    lead.close()

    # Another day.
    lead = open_store(tmp_path / "lead", passphrase)
    assert whole_letter(lead, letter_id) == letter
    content, password = make_practice_identity("Rhian Vaughan (practice)", clock.now())
    lead.marks.keep("practice_identity", [content.hex(), password.hex()])
    seen = acts.preview(lead, letter_id)
    assert acts.preview(lead, letter_id).pdf == seen.pdf
    signed = run_now(acts.signing(seen, acts.practice_identity(lead), clock.now()), lead)
    lead.close()

    # Whoever gets the file can check it; whoever alters it is found out.
    assert verify(signed.pdf, unsigned=seen.pdf, now=clock.now()).is_well
    altered = bytearray(signed.pdf)
    altered[len(seen.pdf) // 2] ^= 1
    assert not verify(bytes(altered), now=clock.now()).is_well
    assert not verify(signed.pdf[:-200], now=clock.now()).is_well

    # The record holds the signed file, sealed, and cites the evidence it stands on.
    lead = open_store(tmp_path / "lead", passphrase, read_only=True)
    kept = whole_letter(lead, letter_id)
    assert kept is not None
    assert acts.signed_pdf(lead, kept.letter) == signed.pdf
    assert len(kept.letter.cites) == 2
    assert check(lead).problems == ()
    lead.close()
