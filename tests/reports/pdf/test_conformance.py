# SPDX-License-Identifier: MIT
"""Every letter type, in every language, unsigned and signed, breaks no rule of PDF/A-2a and PDF/UA-1, says veraPDF.

What a validator cannot see, the read-out does: the words in the order of their tags are the letter's own words.
"""

import re
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from typing import Any

import pikepdf
import pytest

from reports.catalogue import LETTER_TYPES, letter_type
from reports.exports.kit import as_kit
from reports.exports.pdf import as_pdf as exported
from reports.exports.visit import whole_visit
from reports.pdf.attached import Carried
from reports.pdf.render import render, render_both
from reports.sheets.end_of_day import end_of_day
from reports.sheets.feedback import feedback
from reports.sheets.paper import as_pdf as on_paper
from reports.signing.identity import Identity, read_identity
from reports.signing.sign import Occasion, sign
from resources.language import LANGUAGES
from storage.example import Example
from storage.media import WORD
from storage.model import clock
from storage.model.document import Document
from storage.model.enclosure import Enclosure, WholeEnclosure
from storage.model.letter import WholeLetter
from storage.store import Store
from tests.builders import a_note, a_session, a_visit
from tests.files import a_word_file
from tests.reports.pdf.letters import a_letter, a_long_letter, composed, expected
from tests.reports.pdf.readout import readout
from tests.reports.pdf.verapdf import PROFILES, VeraPdf
from tests.reports.signing.paper import PASSWORD, pkcs12_file
from tests.reports.wrexham import facts

_MARKS = re.compile(r"(?<=.)(\[\d+\])+$")
"""Of notes, at the end of their paragraph."""
_KINDS = [each.name for each in LETTER_TYPES]


@pytest.fixture(scope="session")
def signer() -> Identity:
    """Give an identity with a short key: pyHanko checks a practice identity's long one anew each time it signs."""
    now = clock.now()
    return read_identity(pkcs12_file(begins=now), PASSWORD, now)


@cache
def _letter(kind: str, language: str) -> WholeLetter:
    return composed(letter_type(kind).draft(facts(), language))


@cache
def _pdf(kind: str, language: str) -> bytes:
    return render(_letter(kind, language))


def test_the_engine_has_rules_to_judge_by(verapdf: VeraPdf) -> None:
    counted = verapdf.rules()
    assert counted.keys() == set(PROFILES)
    assert min(counted.values()) > 100
    assert {each.clause for each in verapdf.broken(b"not a PDF")} == {"parse"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", _KINDS)
def test_every_letter_type_conforms_unsigned(verapdf: VeraPdf, kind: str, language: str) -> None:
    assert verapdf.broken(_pdf(kind, language)) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", _KINDS)
def test_every_letter_type_conforms_signed(verapdf: VeraPdf, signer: Identity, kind: str, language: str) -> None:
    unsigned = _pdf(kind, language)
    signed = sign(unsigned, signer, Occasion(datetime(2018, 10, 12, 9, tzinfo=UTC), language=language))
    assert signed.startswith(unsigned)
    assert len(signed) > len(unsigned)
    assert verapdf.broken(signed) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", _KINDS)
def test_every_letter_type_is_read_out_as_it_was_written(kind: str, language: str) -> None:
    letter, heard = _letter(kind, language), readout(_pdf(kind, language))
    assert heard.problems == []
    said = [_MARKS.sub("", each.text.strip()) for each in heard.said if each.role != "Lbl" or "[" not in each.text]
    first = said.index(letter.letter.re_line)
    last = said.index(letter.letter.close)
    titles: list[Any] = [each.section.title for each in letter.sections]
    body = [each.strip() for each in expected(letter)]
    assert [each for each in said[first + 1 : last] if each in body] == body
    assert [each for each in said[first + 1 : last] if each in titles] == [each for each in titles if each]
    labels = {"•", *(f"{number}." for number in range(1, 100))}
    assert set(said[first + 1 : last]) <= {*body, *titles, *labels}


def test_a_letter_signed_in_practice_conforms(verapdf: VeraPdf, practice_file: list[str]) -> None:
    content, password = (bytes.fromhex(each) for each in practice_file)
    identity = read_identity(content, password, clock.now())
    assert verapdf.broken(sign(render(a_letter(), practice=True), identity, Occasion(clock.now()))) == []


def test_a_letter_of_many_pages_conforms(verapdf: VeraPdf) -> None:
    assert verapdf.broken(render(a_long_letter(60, illustration=True, language="cy"))) == []


def test_both_languages_in_one_file_conform(verapdf: VeraPdf) -> None:
    english, welsh = (_letter("improvement_conference", code) for code in ("en", "cy"))
    assert _faults(verapdf, render_both(english, welsh), render_both(welsh, english)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_letter_that_carries_files_conforms_to_the_level_that_allows_them(
    verapdf: VeraPdf, signer: Identity, language: str
) -> None:
    whole = _letter("monitoring_visit", language)
    frame: Any = {"stream_id": whole.letter.stream_id}
    files = (
        Carried("Atodiad A: Ŵyn", ".pdf", "application/pdf", b"%PDF-1.4 of any kind"),
        Carried("Annex B", ".docx", WORD, a_word_file()),
    )
    enclosed = tuple(
        WholeEnclosure(
            Enclosure(id=each.title, title=each.title, **frame),
            Document(id=each.title, media_type=each.media_type, size=len(each.data), **frame),
        )
        for each in files
    )
    unsigned = render(replace(whole, enclosures=enclosed), files=files)
    signed = sign(unsigned, signer, Occasion(datetime(2018, 10, 12, 9, tzinfo=UTC), language=language))
    assert readout(unsigned).problems == []
    assert [verapdf.broken(each, "3a", "ua1") for each in (unsigned, signed)] == [[], []]
    assert {each.clause for each in verapdf.broken(unsigned, "2a")} == {"6.6.4", "6.8"}


@pytest.mark.parametrize("lost", ["/AFRelationship", "/UF", "/AF", "/Subtype"])
def test_a_file_that_is_carried_without_all_that_is_said_of_it_is_seen(verapdf: VeraPdf, lost: str) -> None:
    files = (Carried("Annex A", ".txt", "text/plain", b"words"),)
    made = BytesIO()
    with pikepdf.open(BytesIO(render(a_letter(), files=files))) as pdf:
        specification = pdf.Root.AF[0]
        owner = {"/AF": pdf.Root, "/Subtype": specification.EF.F}.get(lost, specification)
        del owner[lost]
        pdf.save(made)
    assert verapdf.broken(render(a_letter(), files=files), "3a", "ua1") == []
    assert verapdf.broken(made.getvalue(), "3a", "ua1") != []


def test_a_letter_of_two_signatories_conforms(verapdf: VeraPdf) -> None:
    assert verapdf.broken(render(a_letter(second_signatory="Siân Parry", second_signatory_role="Pennaeth"))) == []


def _faults(verapdf: VeraPdf, *papers: bytes) -> list[Any]:
    return [fault for each in papers for fault in (*verapdf.broken(each), *readout(each).problems)]


def test_exports_and_forms_conform(verapdf: VeraPdf, store: Store) -> None:
    there = a_visit(store)
    session = a_session(store, there)
    a_note(store, there, "Six of eight.\nSecond line, and 猫.", session_id=session.id)
    visit = whole_visit(store, there.id)
    assert _faults(verapdf, exported(visit), as_kit(visit)) == []


def test_the_sheets_of_a_day_conform(verapdf: VeraPdf, worked: tuple[Store, Example]) -> None:
    store, recorded = worked
    sheets = end_of_day(store, recorded.visit_id, 1), feedback(store, recorded.visit_id, 2)
    assert _faults(verapdf, *map(on_paper, sheets)) == []
