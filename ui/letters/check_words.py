# SPDX-License-Identifier: MIT
"""How a hit of a check is told: a row for the list, and what to do about it. What is found: reports/checks."""

from reports.checks.checking import Checked
from reports.checks.hit import CHECKS, Hit
from resources.language import N_, _, ngettext
from storage.model.excuse import Excuse
from ui.letters.row_list import Line
from ui.widgets.row_delegate import Row

_OPEN = (N_("Open"), "circle-x", "weakness")
_LET_BE = (N_("Let be"), "check", "muted")
_HINT = (N_("Hint"), "info", "muted")
_PLACES = {
    "addressee": N_("Addressee"),
    "salutation": N_("Salutation"),
    "re_line": N_("Subject line"),
    "close": N_("Close"),
    "signatory": N_("Signatory"),
    "copies": N_("Copies"),
    "date": N_("Date"),
    "attachment": N_("Attachment"),
}
_AROUND = 60
"""Signs shown on each side of what was hit."""


def line_of(hit: Hit, excuse: Excuse | None) -> Line:
    """Return a hit as a row: what it is, the words with some around them, and how it stands."""
    mark, outline, role = _LET_BE if excuse else _OPEN if hit.blocks else _HINT
    chips = tuple(filter(None, (_(_PLACES.get(hit.place, "")), hit.about if _is_told(hit) else "")))
    row = Row(_(CHECKS[hit.check].title), _around(hit), chips, "", _(mark), outline, role)
    return Line(hit.key, row)


def advice_on(hit: Hit, excuse: Excuse | None) -> str:
    """Return what to do about a hit, or the reason for which it was let be."""
    if excuse is not None:
        return _("Let be: {reason}").format(reason=excuse.reason)
    return " ".join(filter(None, (_(CHECKS[hit.check].advice), hit.about if _is_told(hit) else "")))


def summary(found: Checked) -> str:
    """Return in a line what is open, let be and hinted at."""
    still = len(found.open)
    hints = sum(not each.blocks for each in found.hits)
    let_be = len(found.hits) - still - hints
    if not still and not let_be and not hints:
        return _("Nothing was found. The letter may be approved.")
    told = [ngettext("{count} point holds approval up", "{count} points hold approval up", still).format(count=still)]
    if let_be:
        told.append(
            ngettext("{count} let be with a reason", "{count} let be with a reason", let_be).format(count=let_be)
        )
    if hints:
        told.append(ngettext("{count} hint", "{count} hints", hints).format(count=hints))
    return " · ".join(told)


def _is_told(hit: Hit) -> bool:
    """Say whether what else is known of a hit are words for people: not the name of a record."""
    return hit.check not in ("lost_source", "unproven", "wrong_signature")


def _around(hit: Hit) -> str:
    """Return the words that were hit between marks, with some of what stands around them; signs unseen get a name."""
    if not hit.fragment or hit.check == "cannot_run":
        return ""
    before, after = hit.text[: hit.start], hit.text[hit.end :]
    if len(hit.fragment) > 2 * _AROUND:
        return f"{hit.fragment[: 3 * _AROUND]}…" if len(hit.fragment) > 3 * _AROUND else hit.fragment
    head = f"…{before[-_AROUND:]}" if len(before) > _AROUND else before
    tail = f"{after[:_AROUND]}…" if len(after) > _AROUND else after
    said = hit.fragment if hit.check != "hidden" else " ".join(f"U+{ord(sign):04X}" for sign in hit.fragment)
    return f"{head}“{said}”{tail}"
