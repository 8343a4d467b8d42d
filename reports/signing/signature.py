# SPDX-License-Identifier: MIT
"""Judge one signature: its bytes, its certificate, what was done after it. The file as a whole is verify.py's."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from cryptography import x509
from cryptography.exceptions import InvalidSignature

from reports.signing.identity import Identity, describe, is_authority, may_sign
from reports.signing.verdict import Saying, Signed
from resources.language import N_, long_date

if TYPE_CHECKING:
    from pyhanko.sign.validation import EmbeddedPdfSignature
    from pyhanko.sign.validation.status import PdfSignatureStatus

DAMAGED = N_("The signature “{field}” is damaged or was not made for this letter.")
BYTES_CHANGED = N_("What {name} signed is not what this file says: it was changed or damaged after signing.")
NOT_ALLOWED = N_("The letter was changed after {name} signed it, in a way that the signature does not allow.")
GAP = N_("The room around the signature of {name} holds something that is not part of it.")
NOT_KNOWN = N_("The certificate of {name} is not known here: anybody could have made it in this name.")
NOT_VALID_THEN = N_("The certificate of {name} was not valid on {day}, the day of signing by the signer's own clock.")
NOT_FOR_SIGNING = N_("The certificate of {name} is not one to sign letters with.")


def judge(
    content: bytes, signature: "EmbeddedPdfSignature", trusted: Sequence[bytes], now: datetime
) -> tuple[Signed, list[Saying]]:
    """Return who signed, and what is wrong with this signature. May raise anything on a broken file."""
    from pyhanko.sign.validation.errors import SignatureValidationError

    identity = describe(x509.load_der_x509_certificate(signature.signer_cert.dump()))
    practice = identity.practice and _vouches_for_itself(identity)
    when = _when(signature)
    try:
        status = _status(signature, _anchors(identity.certificate, practice, trusted), when or now)
    except SignatureValidationError:
        status = None
    reason = None if status is None else _why_not_trusted(status, identity, when or now)
    signed = Signed(
        field=signature.field_name,
        name=identity.name,
        role=identity.role,
        organisation=identity.organisation,
        when=when,
        practice=practice,
        trusted=status is not None and reason is None and (not practice or identity.certificate in trusted),
        intact=status is not None and _untouched(status) and _gap_is_clean(content, signature),
        fingerprint=identity.fingerprint,
    )
    if status is None:
        return signed, [Saying(DAMAGED, (("field", signature.field_name),))]
    problems = _about_bytes(status, content, signature, identity.name)
    return signed, problems + ([reason] if reason and status.valid and status.intact else [])


def _anchors(certificate: bytes, practice: bool, trusted: Sequence[bytes]) -> list[bytes]:
    """A person's certificate vouches for herself only; for others, only an authority's does."""
    if practice or certificate in trusted:
        return [certificate]
    return [anchor for anchor in trusted if is_authority(x509.load_der_x509_certificate(anchor))]


def _status(signature: "EmbeddedPdfSignature", roots: Sequence[bytes], moment: datetime) -> "PdfSignatureStatus":
    """Judged at the moment the signer's clock gives: without a timestamp there is no better one, and we say so."""
    from asn1crypto.x509 import Certificate
    from pyhanko.sign.validation import validate_pdf_signature
    from pyhanko.sign.validation.settings import KeyUsageConstraints
    from pyhanko_certvalidator import ValidationContext

    context = ValidationContext(
        trust_roots=[Certificate.load(root) for root in roots],
        moment=moment,
        allow_fetching=False,
        revocation_mode="soft-fail",
    )
    usage = KeyUsageConstraints(key_usage=())  # judged by `may_sign`, the same way before signing and after
    return validate_pdf_signature(signature, context, key_usage_settings=usage)


def _about_bytes(
    status: "PdfSignatureStatus", content: bytes, signature: "EmbeddedPdfSignature", name: str
) -> list[Saying]:
    who = (("name", name),)
    if not (status.valid and status.intact):
        return [Saying(BYTES_CHANGED, who)]
    problems = [] if _untouched(status) else [Saying(NOT_ALLOWED, who)]
    if not _gap_is_clean(content, signature):
        problems.append(Saying(GAP, who))
    return problems


def _untouched(status: "PdfSignatureStatus") -> bool:
    from pyhanko.sign.validation.status import SignatureCoverageLevel

    covered = status.coverage is not None and status.coverage >= SignatureCoverageLevel.ENTIRE_REVISION
    return bool(status.valid and status.intact and covered and status.docmdp_ok and status.seed_value_ok)


def _gap_is_clean(content: bytes, signature: "EmbeddedPdfSignature") -> bool:
    """The only bytes a signature cannot cover are its own: there must be nothing else, and zeros up to the end."""
    from asn1crypto.parser import parse

    start, length, resumes, _rest = (int(number) for number in signature.byte_range)
    gap = content[start + length : resumes]
    if start != 0 or gap[:1] != b"<" or gap[-1:] != b">":
        return False
    try:
        raw = bytes.fromhex(gap[1:-1].decode("ascii"))
        _class, _method, _tag, header, body, trailer = parse(raw, strict=False)
    except ValueError:
        return False
    return not raw[len(header) + len(body) + len(trailer) :].strip(b"\0")


def _why_not_trusted(status: "PdfSignatureStatus", identity: Identity, moment: datetime) -> Saying | None:
    """PyHanko takes an anchor's own dates and usages for granted, so they are looked at here."""
    who = ("name", identity.name)
    if not identity.not_before <= moment <= identity.not_after:
        return Saying(NOT_VALID_THEN, (who, ("day", long_date(moment.astimezone(UTC).date()))))
    if not may_sign(x509.load_der_x509_certificate(identity.certificate)):
        return Saying(NOT_FOR_SIGNING, (who,))
    return None if status.trusted else Saying(NOT_KNOWN, (who,))


def _when(signature: "EmbeddedPdfSignature") -> datetime | None:
    moment = signature.self_reported_timestamp
    if moment is None:
        return None
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)


def _vouches_for_itself(identity: Identity) -> bool:
    certificate = x509.load_der_x509_certificate(identity.certificate)
    try:
        certificate.verify_directly_issued_by(certificate)
    except (InvalidSignature, ValueError, TypeError):
        return False
    return True
