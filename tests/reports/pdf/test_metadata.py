# SPDX-License-Identifier: MIT
"""What the file says of itself: one thing, in both places, and nothing of today."""

from io import BytesIO
from xml.etree import ElementTree

import pikepdf

from reports.pdf import metadata
from tests.reports.pdf.samples import META, a_report


def _said(data: bytes) -> tuple[dict[str, str], str]:
    with pikepdf.open(BytesIO(data)) as pdf:
        return {key: str(value) for key, value in pdf.docinfo.items()}, pdf.Root.Metadata.read_bytes().decode()


def _file() -> bytes:
    report = a_report()
    report.p("Words.")
    return report.render()


def test_info_and_xmp_say_the_same() -> None:
    info, packet = _said(_file())
    root = ElementTree.fromstring(packet)
    words = {"".join(each.itertext()).strip() for each in root.iter()}
    assert {META.title, META.author, META.subject, metadata.PRODUCER} <= words
    assert (info["/Title"], info["/Author"], info["/Subject"], info["/Producer"]) == (
        META.title,
        META.author,
        META.subject,
        metadata.PRODUCER,
    )
    assert info["/CreationDate"] == info["/ModDate"] == "D:20181012000000+00'00'"
    assert "2018-10-12T00:00:00+00:00" in words


def test_the_claims_are_pdf_a_2a_and_pdf_ua_1() -> None:
    _info, packet = _said(_file())
    assert "<pdfaid:part>2</pdfaid:part>" in packet
    assert "<pdfaid:conformance>A</pdfaid:conformance>" in packet
    assert "<pdfuaid:part>1</pdfuaid:part>" in packet


def test_the_identity_follows_the_content() -> None:
    assert metadata.identity(b"one") == metadata.identity(b"one") != metadata.identity(b"two")


def test_the_one_output_intent_is_srgb() -> None:
    with pikepdf.open(BytesIO(_file())) as pdf:
        (intent,) = pdf.Root.OutputIntents
        assert str(intent.OutputConditionIdentifier) == "sRGB"
        assert intent.DestOutputProfile.read_bytes()[36:40] == b"acsp"


def test_the_stamp_is_midnight_of_the_letters_date() -> None:
    assert metadata.Stamp(META.date).YMDhms == (2018, 10, 12, 0, 0, 0)
