# SPDX-License-Identifier: MIT
"""Judge a signed letter, more strictly than pyHanko does. How the judgment is worded and kept lives in verdict.py.

A file is well when every signature is (pyHanko's verdict), AND nothing follows the last one, AND Info and XMP are
those first signed, AND just the expected fields are signed, AND, where the unsigned letter is known, the file
begins with it. Whatever a stranger's file does, the answer is a Verdict.
"""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from io import BytesIO
from typing import TYPE_CHECKING

from reports.signing.metadata import metadata_kept
from reports.signing.sign import FIELD
from reports.signing.signature import judge
from reports.signing.verdict import Saying, Signed, Verdict
from resources.language import N_, long_date

if TYPE_CHECKING:  # 0.4 s to import: only when somebody verifies
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.sign.validation import EmbeddedPdfSignature

NOT_A_PDF = N_("This is not a PDF file.")
UNREADABLE = N_("This PDF is damaged or cut short: it cannot be read to its end.")
UNCHECKABLE = N_("The signature cannot be checked: it is damaged, or what was added to the file after it is.")
NOT_SIGNED = N_("This letter is not signed.")
CUT_SHORT = N_("This letter is not signed, or the part of the file that held its signature was cut off.")
STILL_UNSIGNED = N_("This letter is not signed: it is the letter as it stood before signing.")
FIELD_EMPTY = N_("The place for the signature “{field}” is empty.")
FIELD_STRANGE = N_("There is a signature, “{field}”, that this letter has no place for.")
ADDED = N_("Something was added to the file after the last signature.")
METADATA = N_("The file's own description (its title, author or dates) was changed after signing.")
OTHER_LETTER = N_("This is not the letter that was made here: what was signed differs from the record.")
FROM_THE_FUTURE = N_("The signer's clock says {day}, which has not come yet: that clock was wrong, or yours is.")
RUN_OUT = N_(
    "The certificate of {name} ran out on {day}; that the letter was signed before, only the signer's clock says."
)

_CLOCKS_DIFFER = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class _Paper:
    """A file opened for judging."""

    content: bytes
    signatures: "list[EmbeddedPdfSignature]"
    """In the order of signing."""
    filled: frozenset[str]
    """The names of all signature fields that hold something, even what is no signature."""


def verify(
    signed: bytes,
    *,
    fields: Sequence[str] = (FIELD,),
    unsigned: bytes | None = None,
    trusted: Sequence[bytes] = (),
    now: datetime,
) -> Verdict:
    """Return what is known about a signed PDF; never raise for its content.

    `fields` are the signatures it must have, no more and no fewer; `unsigned` the letter as the record has it;
    `trusted` certificates in DER, the signer's own or an issuer's.
    """
    if b"%PDF-" not in signed[:1024]:
        return Verdict((Saying(NOT_A_PDF),))
    # pyHanko answers a stranger's broken file with any exception there is (its own, KeyError, RecursionError,
    # zlib's, asn1crypto's): each of them means that the file cannot be vouched for.
    try:
        reader, filled = _open(signed)
    except Exception:
        return _broken(UNREADABLE)
    if not filled:
        return Verdict((Saying(_why_not_signed(signed, unsigned)),))
    try:
        paper = _Paper(signed, list(reader.embedded_signatures), filled)
        found = [judge(signed, one, trusted, now) for one in paper.signatures]
        about_the_file = _about_the_file(paper, fields, unsigned)
    except Exception:
        return _broken(UNCHECKABLE)
    signers = tuple(signer for signer, _problems in found)
    problems = [problem for _signer, own in found for problem in own] + about_the_file
    problems += [late for signer in signers for late in _clock(signer, now)]
    return Verdict(tuple(dict.fromkeys(problems)), _remarks(paper, signers, now), signers)


def _open(content: bytes) -> "tuple[PdfFileReader, frozenset[str]]":
    """Return the file opened, and the names of the signature fields that hold something."""
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.sign.fields import enumerate_sig_fields

    _hush()
    reader = PdfFileReader(BytesIO(content))
    return reader, frozenset(name for name, _value, _field in enumerate_sig_fields(reader, filled_status=True))


def _broken(message: str) -> Verdict:
    logging.getLogger(__name__).debug("verify", exc_info=True)
    return Verdict((Saying(message),))


def _why_not_signed(content: bytes, unsigned: bytes | None) -> str:
    if content == unsigned:
        return STILL_UNSIGNED
    return NOT_SIGNED if content.rstrip(b"\r\n").endswith(b"%%EOF") else CUT_SHORT


def _hush() -> None:
    """PyHanko tells its log what it makes of a broken file; unhandled, Python would print that to the terminal."""
    for library in ("pyhanko", "pyhanko_certvalidator"):
        log = logging.getLogger(library)
        if not log.handlers:
            log.addHandler(logging.NullHandler())


def _about_the_file(paper: _Paper, fields: Sequence[str], unsigned: bytes | None) -> list[Saying]:
    judged = {one.field_name for one in paper.signatures}
    problems = [Saying(FIELD_EMPTY, (("field", name),)) for name in fields if name not in judged]
    problems += [Saying(FIELD_STRANGE, (("field", name),)) for name in sorted((paper.filled | judged) - set(fields))]
    if paper.signatures and _end(paper.signatures[-1]) != len(paper.content):
        problems.append(Saying(ADDED))
    if paper.signatures and not metadata_kept(paper.content, _end(paper.signatures[0])):
        problems.append(Saying(METADATA))
    if unsigned is not None and not paper.content.startswith(unsigned):
        problems.append(Saying(OTHER_LETTER))
    return problems


def _end(signature: "EmbeddedPdfSignature") -> int:
    return int(signature.byte_range[2]) + int(signature.byte_range[3])


def _clock(signer: Signed, now: datetime) -> list[Saying]:
    if signer.when is not None and signer.when > now + _CLOCKS_DIFFER:
        return [Saying(FROM_THE_FUTURE, (("day", long_date(signer.when.astimezone(UTC).date())),))]
    return []


def _remarks(paper: _Paper, signers: tuple[Signed, ...], now: datetime) -> tuple[Saying, ...]:
    ends = [one.signer_cert.not_valid_after for one in paper.signatures]
    return tuple(
        Saying(RUN_OUT, (("name", signer.name), ("day", long_date(end.date()))))
        for signer, end in zip(signers, ends, strict=True)
        if now > end
    )
