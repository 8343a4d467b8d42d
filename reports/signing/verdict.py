# SPDX-License-Identifier: MIT
"""What is known about a signed letter, as data and in plain words. Finding it out lives in verify.py; no pyHanko."""

from dataclasses import dataclass
from datetime import UTC, datetime

from resources.language import N_, _, long_date


@dataclass(frozen=True, slots=True)
class Saying:
    """A sentence for people: a gettext key, and the values to put in."""

    message: str
    values: tuple[tuple[str, str], ...] = ()

    def plain(self) -> str:
        """Return the sentence in the language in use."""
        return _(self.message).format(**dict(self.values))


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed:
    """One signature, as found."""

    field: str
    name: str
    """Who signed, as the certificate says."""
    role: str = ""
    organisation: str = ""
    when: datetime | None = None
    """UTC; None where the signature does not say."""
    clock: str = "signer"
    """Where `when` comes from: "signer" is the signer's own clock, which nobody vouches for."""
    practice: bool = False
    trusted: bool = False
    """The certificate is one that was handed over as known, or was issued by one."""
    intact: bool = False
    """The signed bytes are those that were signed, and nothing that matters was added after them."""
    fingerprint: str = ""
    """SHA-256 of the certificate, 64 hex digits."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Everything found: what is wrong, what is worth knowing, who signed."""

    problems: tuple[Saying, ...] = ()
    remarks: tuple[Saying, ...] = ()
    """Honest limits of what the signatures show; not faults."""
    signers: tuple[Signed, ...] = ()

    @property
    def is_well(self) -> bool:
        """Return whether the letter is signed, by somebody known or in practice, and unchanged since."""
        return bool(self.signers) and not self.problems


WELL = N_("All is well: the letter is signed, and nothing was changed since.")
NOT_WELL = N_("Do not rely on this file.")
INTACT = N_("Nothing was changed since this signature.")
CHANGED = N_("Something was changed since this signature, or it is damaged.")
SIGNED_BY = N_("Signed by {name} on {day} at {clock} UTC, by the signer's own clock.")
SIGNED_BY_UNDATED = N_("Signed by {name}; the signature does not say when.")
OFFICE = N_("The certificate adds: {office}.")
PRACTICE = N_("Signed with a practice identity: it shows that nothing was changed, and proves nobody's name.")
PRACTICE_BROKEN = N_("It is a signature with a practice identity, which proves nobody's name.")
KNOWN = N_("The signer's certificate is known here.")
UNKNOWN = N_("The signer's certificate is not known here: anybody could have made it in this name.")


def plain_words(verdict: Verdict) -> list[str]:
    """Return the verdict as sentences in the language in use: the judgment, the problems, each signature, remarks."""
    lines = [_(WELL) if verdict.is_well else _(NOT_WELL)]
    lines += [problem.plain() for problem in verdict.problems]
    for signer in verdict.signers:
        lines += _about(signer)
    return lines + [remark.plain() for remark in verdict.remarks]


def _about(signer: Signed) -> list[str]:
    lines = [_who_and_when(signer)]
    office = ", ".join(part for part in (signer.role, signer.organisation) if part)
    if office:
        lines.append(_(OFFICE).format(office=office))
    lines.append(_(INTACT) if signer.intact else _(CHANGED))
    if signer.practice:
        lines.append(_(PRACTICE) if signer.intact else _(PRACTICE_BROKEN))
    else:
        lines.append(_(KNOWN) if signer.trusted else _(UNKNOWN))
    return lines


def _who_and_when(signer: Signed) -> str:
    if signer.when is None:
        return _(SIGNED_BY_UNDATED).format(name=signer.name)
    moment = signer.when.astimezone(UTC)
    return _(SIGNED_BY).format(name=signer.name, day=long_date(moment.date()), clock=f"{moment:%H:%M}")
