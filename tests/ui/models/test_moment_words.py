# SPDX-License-Identifier: MIT
"""Every moment has a name; whose it was is said once."""

from storage.queries.letter_moments import DRAFTED, NOW, PAIRED, SITTING, STATE, Moment
from ui.models.moment_words import moment_words


def test_every_moment_is_named_with_when_and_by_whom() -> None:
    said = [
        moment_words(Moment(code, 1, "x", "Lead Inspector", "approved" if code == STATE else ""), "12 October 2018")
        for code in (DRAFTED, STATE, PAIRED, SITTING)
    ]
    assert said == [
        "As drafted · 12 October 2018 · Lead Inspector",
        "Approved · 12 October 2018 · Lead Inspector",
        "When both languages were joined · 12 October 2018 · Lead Inspector",
        "As Lead Inspector left it · 12 October 2018",
    ]
    assert moment_words(Moment(NOW, 1), "") == "As it stands now"
    assert moment_words(Moment(STATE, 1, state="newer"), "") == "newer"
