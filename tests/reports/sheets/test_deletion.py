# SPDX-License-Identifier: MIT
"""The certificate of deletion: what, when, by whom, why it might go, and what nobody can vouch for."""

from reports.sheets.deletion import NOT_VOUCHED, deletion
from reports.sheets.paper import NOT_ENCRYPTED, as_lines, as_pdf
from storage.sync.wiping import Certificate
from tests.reports.pdf.readout import readout

MADE = Certificate(
    visit_id="01a2034e36b83fe573566aea077f1e18",
    authority="Practice Borough Council",
    service="children's services",
    dates="2018-07-10/2018-07-11",
    at="2026-11-24T12:00:00.000Z",
    by="Practice Inspector",
    device="54gegiq2rtd6dx62ydxm4f57uy",
    reason="Its day has come.",
    changes=412,
    documents=7,
    keys=1,
    digest="ab" * 32,
    receipt_at="2026-11-23T12:00:00.000Z",
    kept_as="routine",
    review="2024-07-11",
    released="",
)


def test_it_says_what_went_and_what_it_cannot_vouch_for() -> None:
    heard = readout(as_pdf(deletion(MADE)))
    assert heard.problems == []
    said = " ".join(heard.texts())
    for words in (
        "Practice Borough Council",
        "Its day has come.",
        "412",
        "ab" * 32,
        "Limitation Act 1980",
        *NOT_VOUCHED,
    ):
        assert words in said
    assert NOT_ENCRYPTED not in said
    assert "Released by the office" not in said


def test_the_same_certificate_gives_the_same_bytes_on_any_day() -> None:
    assert as_pdf(deletion(MADE)) == as_pdf(deletion(MADE))
    assert "- Changes · 412" in list(as_lines(deletion(MADE)))
