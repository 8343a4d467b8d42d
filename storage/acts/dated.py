# SPDX-License-Identifier: MIT
"""What acts on a standing record ask of dates and words: a fuzzy date is one; words are there. No verb of its own."""

from resources.language import N_
from storage.errors import Refused
from storage.model.clock import span_of

_FORMS = N_("Give a day, a month, a season or a year: 2018-10-08, autumn 2017.")


def dated(text: str, *, needed: bool = False) -> str:
    """Return a fuzzy date without needless space. Raise Refused for what is no date, and for none where needed."""
    given = " ".join(text.split())
    if not given and needed:
        raise Refused(N_("There is no date yet."), _FORMS)
    if given:
        try:
            span_of(given)
        except ValueError as problem:
            raise Refused(N_("This is no date."), _FORMS) from problem
    return given


def worded(text: str) -> str:
    """Return words without space around them. Raise Refused where there are none."""
    if not text.strip():
        raise Refused(N_("This entry has no words."), N_("Say in a line what it is about."))
    return text.strip()
