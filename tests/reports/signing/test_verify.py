# SPDX-License-Identifier: MIT
"""Verifying: every way to tamper with a letter that we could think of, and the honest ways to sign one."""

import random
from collections.abc import Callable
from datetime import datetime, timedelta
from io import BytesIO

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.serialization import pkcs12
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name, pdf_string
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from reports.signing import signature, verify
from reports.signing.identity import PRACTICE_UNIT, Identity, describe, read_identity
from reports.signing.practice import make_practice_identity
from reports.signing.sign import Occasion, sign
from reports.signing.verdict import Verdict
from reports.signing.verify import verify as judged
from tests.reports.signing.paper import PASSWORD, chain, paper, pkcs12_file


def messages(verdict: Verdict) -> set[str]:
    """Return the keys of what is wrong."""
    return {problem.message for problem in verdict.problems}


def revised(content: bytes, change: Callable[[IncrementalPdfFileWriter], None]) -> bytes:
    """Return a PDF with one more revision, as an editor would write it."""
    writer, out = IncrementalPdfFileWriter(BytesIO(content)), BytesIO()
    change(writer)
    writer.write(out)
    return out.getvalue()


def gap(content: bytes) -> tuple[int, int]:
    """Return where the signature's hex digits begin and end."""
    start = content.index(b"/Contents <") + len(b"/Contents <")
    return start, content.index(b">", start)


# --- letters that are well ------------------------------------------------------------------------------------------


def test_a_practice_signature_is_well_and_admits_that_it_proves_no_name(
    signed: bytes, unsigned: bytes, now: datetime
) -> None:
    verdict = judged(signed, unsigned=unsigned, now=now)
    assert verdict.is_well
    (signer,) = verdict.signers
    assert (signer.name, signer.field) == ("Practice inspector Rhian Vaughan (PRACTICE)", "Sig1")
    assert (signer.practice, signer.trusted, signer.intact) == (True, False, True)
    assert (signer.when, signer.clock) == (now, "signer")


def test_a_known_certificate_is_well(unsigned: bytes, known: Identity, now: datetime) -> None:
    verdict = judged(sign(unsigned, known, Occasion(now)), trusted=[known.certificate], now=now)
    assert verdict.is_well
    assert (verdict.signers[0].trusted, verdict.signers[0].practice) == (True, False)
    assert verdict.signers[0].role == "Lead inspector"


def test_a_certificate_that_ran_out_since_is_well_with_a_remark(
    unsigned: bytes, known: Identity, now: datetime
) -> None:
    letter = sign(unsigned, known, Occasion(now))
    verdict = judged(letter, trusted=[known.certificate], now=now + timedelta(days=900))
    assert verdict.is_well
    assert [remark.message for remark in verdict.remarks] == [verify.RUN_OUT]


def test_a_co_signature_in_a_field_laid_out_for_it_is_well(practice: Identity, known: Identity, now: datetime) -> None:
    unsigned = paper("Sig1", "Sig2")
    once = sign(unsigned, practice, Occasion(now))
    twice = sign(once, known, Occasion(now + timedelta(hours=1)), field="Sig2")
    verdict = judged(
        twice, fields=("Sig1", "Sig2"), unsigned=unsigned, trusted=[known.certificate], now=now + timedelta(hours=2)
    )
    assert verdict.is_well, verdict
    assert [signer.name for signer in verdict.signers] == [practice.name, known.name]


def test_a_day_later_nothing_has_changed(signed: bytes, now: datetime) -> None:
    assert judged(signed, now=now + timedelta(days=1)).is_well


# --- who signed -----------------------------------------------------------------------------------------------------


def test_a_stranger_is_not_known_here(unsigned: bytes, known: Identity, now: datetime) -> None:
    verdict = judged(sign(unsigned, known, Occasion(now)), now=now)
    assert messages(verdict) == {signature.NOT_KNOWN}
    assert verdict.signers[0].intact


def test_somebody_elses_certificate_in_the_same_name_is_not_known_here(
    unsigned: bytes, known: Identity, now: datetime
) -> None:
    rogue = read_identity(pkcs12_file(known.name, begins=now), PASSWORD, now)
    verdict = judged(sign(unsigned, rogue, Occasion(now)), trusted=[known.certificate], now=now)
    assert messages(verdict) == {signature.NOT_KNOWN}


def test_a_known_certificate_used_outside_its_time_is_named(unsigned: bytes, known: Identity, now: datetime) -> None:
    late = now + timedelta(days=40)
    verdict = judged(sign(unsigned, known, Occasion(late)), trusted=[known.certificate], now=late)
    assert messages(verdict) == {signature.NOT_VALID_THEN}


def test_an_authority_vouches_for_those_it_gave_certificates_to(unsigned: bytes, now: datetime) -> None:
    authority, issued = chain(authority=True, begins=now)
    letter = sign(unsigned, read_identity(issued, PASSWORD, now), Occasion(now))
    assert judged(letter, trusted=[authority], now=now).is_well
    assert messages(judged(letter, now=now)) == {signature.NOT_KNOWN}


def test_a_known_person_cannot_vouch_for_others(unsigned: bytes, now: datetime) -> None:
    person, issued = chain(authority=False, begins=now)
    letter = sign(unsigned, read_identity(issued, PASSWORD, now), Occasion(now))
    assert messages(judged(letter, trusted=[person], now=now)) == {signature.NOT_KNOWN}


def test_a_known_certificate_that_is_not_for_signing_is_named(unsigned: bytes, now: datetime) -> None:
    content = pkcs12_file(begins=now, usage=False)
    key, certificate, _others = pkcs12.load_key_and_certificates(content, PASSWORD)
    der, plain = serialization.Encoding.DER, serialization.NoEncryption()
    secret = key.private_bytes(der, serialization.PrivateFormat.PKCS8, plain)
    letter = sign(unsigned, describe(certificate, secret), Occasion(now))
    verdict = judged(letter, trusted=[certificate.public_bytes(der)], now=now)
    assert messages(verdict) == {signature.NOT_FOR_SIGNING}


def test_calling_oneself_practice_does_not_make_a_borrowed_certificate_one(unsigned: bytes, now: datetime) -> None:
    _issuer, issued = chain(authority=True, begins=now, unit=PRACTICE_UNIT)
    verdict = judged(sign(unsigned, read_identity(issued, PASSWORD, now), Occasion(now)), now=now)
    assert messages(verdict) == {signature.NOT_KNOWN}
    assert not verdict.signers[0].practice


def test_a_signature_from_the_future_is_named(unsigned: bytes, practice: Identity, now: datetime) -> None:
    letter = sign(unsigned, practice, Occasion(now + timedelta(days=2)))
    assert messages(judged(letter, now=now)) == {verify.FROM_THE_FUTURE}


def test_signing_a_changed_letter_anew_is_seen_against_the_record(unsigned: bytes, now: datetime) -> None:
    content, password = make_practice_identity("Rhian Vaughan", now)
    rogue = read_identity(content, password, now)
    letter = sign(unsigned.replace(b"A letter for tests", b"A letter for jests"), rogue, Occasion(now))
    assert judged(letter, now=now).is_well
    assert messages(judged(letter, unsigned=unsigned, now=now)) == {verify.OTHER_LETTER}


# --- files that are no signed letter --------------------------------------------------------------------------------


def test_an_unsigned_letter_is_said_to_be_unsigned(unsigned: bytes, now: datetime) -> None:
    assert messages(judged(unsigned, now=now)) == {verify.NOT_SIGNED}
    assert messages(judged(unsigned, unsigned=unsigned, now=now)) == {verify.STILL_UNSIGNED}
    assert messages(judged(paper(), now=now)) == {verify.NOT_SIGNED}


@pytest.mark.parametrize("content", [b"", b"Dear Ms Jones", b"\0" * 5000, b"PK\x03\x04"])
def test_another_kind_of_file_is_said_not_to_be_a_pdf(content: bytes, now: datetime) -> None:
    assert messages(judged(content, now=now)) == {verify.NOT_A_PDF}


@pytest.mark.parametrize("content", [b"%PDF-1.7", b"%PDF-1.7\nstartxref\n0\n%%EOF\n", b"%PDF-" + b"[" * 100_000])
def test_a_broken_pdf_is_said_to_be_damaged(content: bytes, now: datetime) -> None:
    assert messages(judged(content, now=now)) == {verify.UNREADABLE}


@pytest.mark.parametrize("part", [0.05, 0.2, 0.27, 0.3, 0.5, 0.8, 0.95, 0.999])
def test_a_file_cut_short_is_never_well(signed: bytes, part: float, now: datetime) -> None:
    verdict = judged(signed[: int(len(signed) * part)], now=now)
    assert not verdict.is_well
    assert messages(verdict) <= {verify.UNREADABLE, verify.CUT_SHORT}


def test_stripping_the_signed_revision_leaves_an_unsigned_letter(signed: bytes, unsigned: bytes, now: datetime) -> None:
    assert messages(judged(signed[: len(unsigned)], unsigned=unsigned, now=now)) == {verify.STILL_UNSIGNED}


# --- bytes changed in place -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"A letter for tests", b"A letter for jests"),
        (b"20261012140320Z", b"20261011140320Z"),
        (b"/Reason (Letter)", b"/Reason (Better)"),
        (b"/P 2", b"/P 3"),
        (b"/TU (Signature)", b"/TU (Sugnature)"),
    ],
    ids=["title", "time of signing", "reason", "what may be changed", "tooltip"],
)
def test_a_word_changed_in_place_is_seen(signed: bytes, old: bytes, new: bytes, now: datetime) -> None:
    assert old in signed
    verdict = judged(signed.replace(old, new), now=now)
    assert messages(verdict) == {signature.BYTES_CHANGED}
    assert not verdict.signers[0].intact


def test_one_flipped_bit_anywhere_is_never_well(signed: bytes, unsigned: bytes, now: datetime) -> None:
    first, last = gap(signed)
    dice = random.Random(20181012)
    places = [place for place in dice.sample(range(len(signed)), 80) if not first <= place < last][:40]
    for place in places:
        changed = bytearray(signed)
        changed[place] ^= 1 << dice.randrange(8)
        assert not judged(bytes(changed), now=now).is_well, place


def test_a_byte_changed_in_the_signature_itself_is_seen(signed: bytes, now: datetime) -> None:
    first, _last = gap(signed)
    for place in (first + 40, first + 2000, first + 3000, first + 3600):
        changed = bytearray(signed)
        changed[place] = ord("0") if changed[place] != ord("0") else ord("1")
        assert not judged(bytes(changed), now=now).is_well, place


def test_something_hidden_in_the_room_after_the_signature_is_seen(signed: bytes, now: datetime) -> None:
    _first, last = gap(signed)
    changed = signed[: last - 20] + b"48656c6c6f" + signed[last - 10 :]
    assert len(changed) == len(signed)
    assert messages(judged(changed, now=now)) == {signature.GAP}


def test_an_emptied_signature_is_seen(signed: bytes, now: datetime) -> None:
    first, last = gap(signed)
    emptied = signed[:first] + b"0" * (last - first) + signed[last:]
    assert messages(judged(emptied, now=now)) == {verify.UNCHECKABLE}


def test_another_letters_signature_put_in_is_seen(signed: bytes, practice: Identity, now: datetime) -> None:
    other = sign(paper("Sig1", title="Another letter for tests"), practice, Occasion(now))
    first, last = gap(signed)
    start, end = gap(other)
    assert messages(judged(signed[:first] + other[start:end] + signed[last:], now=now)) == {signature.BYTES_CHANGED}


def test_a_byte_range_that_leaves_a_piece_out_is_seen(signed: bytes, now: datetime) -> None:
    place = signed.index(b"/ByteRange [") + len(b"/ByteRange [")
    assert not judged(signed[:place] + b"5" + signed[place + 1 :], now=now).is_well


# --- things added at the end ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("tail", [b"\0" * 64, b"\n", b" " * 100, b"%%EOF\n", b"more words", b"%PDF-1.4\n%%EOF\n"])
def test_anything_appended_is_seen(signed: bytes, tail: bytes, now: datetime) -> None:
    assert not judged(signed + tail, now=now).is_well


def test_appended_nuls_are_named(signed: bytes, now: datetime) -> None:
    assert verify.ADDED in messages(judged(signed + b"\0" * 64, now=now))


def test_something_before_the_letter_is_seen(signed: bytes, now: datetime) -> None:
    assert not judged(b"\n" + signed, now=now).is_well


def _new_title(writer: IncrementalPdfFileWriter) -> None:
    info = writer.trailer["/Info"]
    info[pdf_name("/Title")] = pdf_string("No concerns")
    writer.update_container(info)


def _new_xmp(writer: IncrementalPdfFileWriter) -> None:
    data = writer.root["/Metadata"].data.replace(b"A letter for tests", b"No concerns")
    writer.root[pdf_name("/Metadata")] = writer.add_object(
        generic.StreamObject({pdf_name("/Type"): pdf_name("/Metadata")}, stream_data=data)
    )
    writer.update_root()


def _new_page_content(writer: IncrementalPdfFileWriter) -> None:
    page = writer.root["/Pages"]["/Kids"][0]
    page[pdf_name("/Contents")] = writer.add_object(generic.StreamObject(stream_data=b"0 0 595 842 re f"))
    writer.update_container(page)


def _new_page_size(writer: IncrementalPdfFileWriter) -> None:
    page = writer.root["/Pages"]["/Kids"][0]
    page[pdf_name("/MediaBox")] = generic.ArrayObject(map(generic.NumberObject, (0, 0, 300, 300)))
    writer.update_container(page)


def _new_note(writer: IncrementalPdfFileWriter) -> None:
    page = writer.root["/Pages"]["/Kids"][0]
    words = {"/Type": "/Annot", "/Subtype": "/FreeText"}
    note = generic.DictionaryObject({pdf_name(key): pdf_name(value) for key, value in words.items()})
    note[pdf_name("/Contents")] = pdf_string("No concerns")
    page["/Annots"].append(writer.add_object(note))
    writer.update_container(page["/Annots"])


def _new_javascript(writer: IncrementalPdfFileWriter) -> None:
    action = generic.DictionaryObject({pdf_name("/S"): pdf_name("/JavaScript"), pdf_name("/JS"): pdf_string("app.x")})
    writer.root[pdf_name("/OpenAction")] = writer.add_object(action)
    writer.update_root()


def _new_language(writer: IncrementalPdfFileWriter) -> None:
    writer.root[pdf_name("/Lang")] = pdf_string("de")
    writer.update_root()


def _new_face(writer: IncrementalPdfFileWriter) -> None:
    field = writer.root["/AcroForm"]["/Fields"][0]
    field["/AP"][pdf_name("/N")] = writer.add_object(generic.StreamObject(stream_data=b""))
    writer.update_container(field["/AP"])


def _no_signature(writer: IncrementalPdfFileWriter) -> None:
    field = writer.root["/AcroForm"]["/Fields"][0]
    del field["/V"]
    writer.update_container(field)


def _no_form(writer: IncrementalPdfFileWriter) -> None:
    del writer.root["/AcroForm"]
    writer.update_root()


REVISIONS = [
    _new_title,
    _new_xmp,
    _new_page_content,
    _new_page_size,
    _new_note,
    _new_javascript,
    _new_language,
    _new_face,
    _no_signature,
    _no_form,
]


@pytest.mark.parametrize("change", REVISIONS)
def test_a_revision_after_the_signature_is_seen(
    signed: bytes, unsigned: bytes, change: Callable[[IncrementalPdfFileWriter], None], now: datetime
) -> None:
    assert not judged(revised(signed, change), unsigned=unsigned, now=now).is_well


@pytest.mark.parametrize("change", [_new_title, _new_xmp])
def test_a_changed_description_is_named(
    signed: bytes, change: Callable[[IncrementalPdfFileWriter], None], now: datetime
) -> None:
    assert {verify.ADDED, verify.METADATA} <= messages(judged(revised(signed, change), now=now))


def test_a_changed_page_is_named(signed: bytes, now: datetime) -> None:
    assert signature.NOT_ALLOWED in messages(judged(revised(signed, _new_page_content), now=now))


def test_a_removed_signature_is_said_to_be_missing(signed: bytes, now: datetime) -> None:
    assert messages(judged(revised(signed, _no_signature), now=now)) == {verify.NOT_SIGNED}


def test_a_changed_description_under_a_co_signature_is_seen(practice: Identity, now: datetime) -> None:
    once = sign(paper("Sig1", "Sig2"), practice, Occasion(now))
    for change in (_new_title, _new_xmp):
        twice = sign(revised(once, change), practice, Occasion(now), field="Sig2")
        assert verify.METADATA in messages(judged(twice, fields=("Sig1", "Sig2"), now=now))


def test_a_co_signature_nobody_expected_is_seen(practice: Identity, now: datetime) -> None:
    once = sign(paper("Sig1", "Sig2"), practice, Occasion(now))
    assert judged(once, now=now).is_well
    twice = sign(once, practice, Occasion(now), field="Sig2")
    assert messages(judged(twice, now=now)) == {verify.FIELD_STRANGE}


def test_a_co_signature_that_is_missing_is_named(practice: Identity, now: datetime) -> None:
    once = sign(paper("Sig1", "Sig2"), practice, Occasion(now))
    assert messages(judged(once, fields=("Sig1", "Sig2"), now=now)) == {verify.FIELD_EMPTY}


def test_a_second_field_made_up_and_signed_by_a_stranger_is_seen(signed: bytes, known: Identity, now: datetime) -> None:
    def add_field(writer: IncrementalPdfFileWriter) -> None:
        from pyhanko.sign.fields import SigFieldSpec, append_signature_field

        append_signature_field(writer, SigFieldSpec("Rogue", box=(10, 10, 100, 50)))

    letter = sign(revised(signed, add_field), known, Occasion(now), field="Rogue")
    assert {verify.FIELD_STRANGE, signature.NOT_ALLOWED, signature.NOT_KNOWN} <= messages(judged(letter, now=now))
