# SPDX-License-Identifier: MIT
"""Signing: what is added, what stays, and what cannot be signed."""

import re
import subprocess
import sys
from datetime import datetime
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
import tzlocal

from reports.pdf.render import render
from reports.signing.identity import Identity
from reports.signing.sign import Occasion, sign
from reports.signing.verify import verify
from storage.errors import BadFile
from tests.reports.pdf.letters import a_letter
from tests.reports.signing.paper import paper

ROOT = Path(__file__).parents[3]


def test_the_signed_letter_begins_with_the_unsigned_one_byte_for_byte(unsigned: bytes, signed: bytes) -> None:
    assert signed.startswith(unsigned)
    assert len(signed) > len(unsigned)


def test_the_signature_is_pades_with_its_time_where_pades_wants_it(signed: bytes) -> None:
    with pikepdf.open(BytesIO(signed)) as pdf:
        value = pdf.Root.AcroForm.Fields[0].V
        assert value.SubFilter == "/ETSI.CAdES.detached"
        assert str(value.M) == "D:20261012140320Z"
        assert str(value.Reason) == "Letter"
        assert len(bytes(value.Contents)) == 32768 // 2
        assert bytes(value.Contents).find(bytes.fromhex("06092a864886f70d010905")) == -1  # no signing-time attribute


def test_it_certifies_and_lets_only_forms_be_filled(signed: bytes) -> None:
    with pikepdf.open(BytesIO(signed)) as pdf:
        assert pdf.Root.Perms.DocMDP.Reference[0].TransformParams.P == 2
        assert len(pdf.Root.AcroForm.Fields) == 1


def test_the_visible_words_stand_in_an_embedded_font(signed: bytes) -> None:
    with pikepdf.open(BytesIO(signed)) as pdf:
        shown = pdf.Root.AcroForm.Fields[0].AP.N
        fonts = list(shown.Resources.Font.values())
        assert len(fonts) == 1
        assert "NotoSans" in str(fonts[0].BaseFont)
        assert "/FontFile2" in fonts[0].DescendantFonts[0].FontDescriptor


def test_a_pdf_without_a_field_cannot_be_signed(practice: Identity, now: datetime) -> None:
    with pytest.raises(BadFile, match="no place for the signature"):
        sign(paper(), practice, Occasion(now))
    with pytest.raises(BadFile, match="no place for the signature"):
        sign(paper("Sig1"), practice, Occasion(now), field="Sig2")


def test_a_signed_letter_is_not_signed_again(signed: bytes, practice: Identity, now: datetime) -> None:
    with pytest.raises(BadFile, match="signed already"):
        sign(signed, practice, Occasion(now))


@pytest.mark.parametrize("content", [b"", b"words", b"%PDF-1.7\n%%EOF\n"])
def test_what_is_no_pdf_cannot_be_signed(content: bytes, practice: Identity, now: datetime) -> None:
    with pytest.raises(BadFile, match="not a PDF that can be signed"):
        sign(content, practice, Occasion(now))


@pytest.mark.parametrize("language", ["en", "cy"])
def test_a_letter_as_laid_out_here_is_signed_and_found_well(language: str, practice: Identity, now: datetime) -> None:
    unsigned = render(a_letter(language=language), practice=True)
    letter = sign(unsigned, practice, Occasion(now, "Letter", language))
    assert verify(letter, unsigned=unsigned, now=now).is_well
    with pikepdf.open(BytesIO(letter)) as pdf:
        structure, field = pdf.Root.StructTreeRoot, pdf.Root.AcroForm.Fields[0]
        assert structure.K is not None
        assert (field.T, field.F, "/TU" in field, "/StructParent" in field) == ("Sig1", 4, True, True)


def test_a_laptop_without_a_time_zone_signs_all_the_same_and_in_utc(
    unsigned: bytes, practice: Identity, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_zone() -> None:
        raise LookupError

    monkeypatch.setattr(tzlocal, "get_localzone", no_zone)
    with pikepdf.open(BytesIO(sign(unsigned, practice, Occasion(now)))) as pdf:
        assert str(pdf.docinfo["/ModDate"]).endswith("Z")
        assert re.search(rb'xmp:ModifyDate="[-0-9T:]{19}\+00:00"', pdf.Root.Metadata.read_bytes())


def test_nobody_waits_for_the_signing_library_who_does_not_sign() -> None:
    ask = "import sys, reports.signing.sign, reports.signing.verify; sys.exit('pyhanko' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", ask], cwd=ROOT, check=False).returncode == 0
