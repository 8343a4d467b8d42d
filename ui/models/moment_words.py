# SPDX-License-Identifier: MIT
"""What a moment of a letter is called, on the screen and in the terminal. No Qt."""

from resources.language import N_, _
from storage.model.rules import STATE_NAMES
from storage.queries.letter_moments import DRAFTED, NOW, PAIRED, SITTING, STATE, Moment

_NAMES = {
    DRAFTED: N_("As drafted"),
    PAIRED: N_("When both languages were joined"),
    SITTING: N_("As somebody left it"),
    NOW: N_("As it stands now"),
}


def moment_words(moment: Moment, when: str) -> str:
    """Return its name, with when it was as the caller writes it: "Approved · 12 October 2018 · Lead Inspector"."""
    if moment.code == STATE:
        name = _(STATE_NAMES.get(moment.state, moment.state))
    elif moment.code == SITTING and moment.by:
        name = _(N_("As {name} left it")).format(name=moment.by)
    else:
        name = _(_NAMES[moment.code])
    by = "" if moment.code == SITTING else moment.by
    return " · ".join(filter(None, (name, when, by)))
