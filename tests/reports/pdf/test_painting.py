# SPDX-License-Identifier: MIT
"""Every line and fill outside content becomes an artifact, path and painting together."""

from reports.pdf.painting import Closing, Marked, Opening, artifacts_marked, shows_text

_OPEN = "/Artifact <</Type /Layout>> BDC"


def test_a_line_alone_is_wrapped() -> None:
    assert artifacts_marked(["q", "n 0 0 m 1 1 l S", "Q"]) == ["q", _OPEN, "n 0 0 m 1 1 l S", "EMC", "Q"]


def test_a_path_in_pieces_is_wrapped_whole() -> None:
    assert artifacts_marked(["1 w", "n", "0 0 m 1 1 l", "S"]) == ["1 w", _OPEN, "n", "0 0 m 1 1 l", "S", "EMC"]


def test_what_is_marked_stays_as_it_is() -> None:
    figure = [Opening("/Figure <</MCID 0>> BDC"), "/Im1 Do", Closing("EMC")]
    words = Marked("BT /P <</MCID 1>> BDC (a) Tj EMC ET")
    assert artifacts_marked([*figure, words, "/Im1 Do"]) == [*figure, words, _OPEN, "/Im1 Do", "EMC"]


def test_only_shown_text_counts_as_text() -> None:
    assert shows_text("BT (a) Tj ET")
    assert shows_text("[(a) 3 (b)] TJ")
    assert not shows_text("BT 1 0 0 1 0 0 Tm /F1 9 Tf T* ET")
