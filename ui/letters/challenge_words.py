# SPDX-License-Identifier: MIT
"""What the authority said to a draft, in words: as a row of the list, and written out. It asks the store nothing."""

from collections.abc import Set

from resources.language import N_, _
from storage.model.challenge import CHALLENGE_KINDS, DECISIONS, WHOLE, Challenge
from ui.letters.row_list import Line
from ui.widgets.row_delegate import Row

_CHIPS = {"": N_("Not placed"), WHOLE: N_("Whole letter")}
_SIGNS = {
    "": ("circle-help", "muted"),
    "accepted": ("circle-check", "success"),
    "partly": ("circle-check", "muted"),
    "rejected": ("circle-x", "muted"),
}


def missing(said: Challenge) -> str:
    """Return the key of why there is no paragraph to show beside a comment."""
    if said.paragraph_id == WHOLE:
        return N_("It is about the letter as a whole.")
    if said.paragraph_id:
        return N_("The paragraph it was about has been withdrawn.")
    return N_("It fits no paragraph of the letter.")


def line_of(said: Challenge, known: Set[str]) -> Line:
    """Return a comment as a row; `known` are the letter's paragraphs."""
    icon, role = _SIGNS.get(said.decision, _SIGNS[""])
    by = " · ".join(filter(None, (said.said_by, _(CHALLENGE_KINDS.get(said.kind, said.kind)))))
    title = " ".join(said.text.split())[:80]
    chips = () if said.paragraph_id in known else (_(_CHIPS.get(said.paragraph_id, N_("Paragraph withdrawn"))),)
    return Line(said.id, Row(title, by, chips, "", _(DECISIONS.get(said.decision, said.decision)), icon, role))


def told_of(said: Challenge) -> str:
    """Return all of a comment, with the words it is about and the evidence it names."""
    quoted = _("About: “{words}”").format(words=said.quoted) if said.quoted else ""
    proof = _("Evidence named: {words}").format(words=said.proof) if said.proof else ""
    return "\n\n".join(filter(None, (said.text, quoted, proof)))
