# SPDX-License-Identifier: MIT
"""Which characters codes stand for: by table, by range, by encoding, by the names of glyphs; or that nobody says."""

from types import SimpleNamespace

from reports.checks.pdf_codes import Font

_TABLE = b"""1 begincodespacerange <0000> <FFFF> endcodespacerange
1 beginbfchar <0001> <0041> endbfchar
2 beginbfrange <0010> <0012> <0061> <0020> <0021> [<0175> <00660069>] endbfrange"""


def test_a_table_says_characters_ranges_and_lists() -> None:
    font = Font({"/Subtype": "/Type0", "/ToUnicode": SimpleNamespace(data=_TABLE)})
    assert font.text(bytes.fromhex("0001 0010 0012 0020 0021")) == "AacŵFI".replace("FI", "fi")


def test_an_encoding_with_differences_is_followed() -> None:
    differences = [65, "/wcircumflex", "/eacute", 200, "/uni0177"]
    font = Font({"/Subtype": "/Type1", "/Encoding": {"/Differences": differences}})
    assert font.text(b"AB\xc8C") == "ŵéŷC"
    assert Font({"/Subtype": "/TrueType", "/Encoding": "/MacRomanEncoding"}).text(b"\x8e") == "é"


def test_codes_that_no_table_explains_are_not_guessed() -> None:
    assert Font({"/Subtype": "/Type0"}).text(b"\x00\x01") is None
    assert Font({"/Subtype": "/Type3"}).text(b"a") is None
