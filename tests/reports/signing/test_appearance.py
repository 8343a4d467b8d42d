# SPDX-License-Identifier: MIT
"""The words on the signature, and that they can be printed."""

from datetime import datetime

import pytest

from reports.signing.appearance import stamp_style, words
from reports.signing.identity import Identity
from storage.errors import BadFile


def test_a_practice_signature_disowns_itself_in_the_letters_language(practice: Identity, now: datetime) -> None:
    assert words(practice, now, "en") == (
        "Signed digitally by Practice inspector Rhian Vaughan (PRACTICE)",
        "12 October 2026 at 14:03 UTC",
        "Practice signature: not a signature of Care Inspectorate Wales",
    )
    assert words(practice, now, "cy")[1:] == (
        "12 Hydref 2026 am 14:03 UTC",
        "Llofnod ymarfer: nid llofnod Arolygiaeth Gofal Cymru",
    )


def test_a_real_signature_gives_the_role_and_no_disclaimer(known: Identity, now: datetime) -> None:
    assert words(known, now, "en")[:2] == ("Signed digitally by Carys Probert", "Lead inspector")
    assert not any("ractice" in line for line in words(known, now, "en"))


def test_long_lines_break_at_words_instead_of_shrinking() -> None:
    style = stamp_style(("one two three four five six seven eight nine ten", "100 % sure"), (120, 60))
    assert max(len(line) for line in style.stamp_text.split("\n")) <= 27
    assert style.stamp_text % {} == style.stamp_text.replace("%%", "%")


def test_a_name_the_font_cannot_print_is_refused_with_its_code() -> None:
    with pytest.raises(BadFile, match=r"U\+5F20"):
        stamp_style(("Signed digitally by 张伟",), (240, 60))
