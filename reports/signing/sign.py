# SPDX-License-Identifier: MIT
"""Sign a letter: fill the field the letter was laid out with, and nothing else. Judging signatures lives in verify.py.

PAdES baseline B-B, certifying with "only forms may be filled" so that a co-signature stays possible. PAdES
forbids a signing time inside the signature container (ETSI EN 319 142-1, 5.3), so the time stands in the
signature dictionary: signed as well, and only as good as the signer's clock.
"""

import asyncio
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from io import BytesIO
from typing import TYPE_CHECKING, Any

from reports.signing.appearance import stamp_style, words
from reports.signing.identity import Identity
from resources.language import N_
from storage.errors import BadFile

if TYPE_CHECKING:  # 0.4 s to import: only when somebody signs
    from pyhanko.sign.signers import PdfSigner

RESERVED = 32768
"""Bytes of room for the signature: enough to put a timestamp into it later without moving a byte."""

FIELD = "Sig1"
"""The field of the first signatory."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """When and why, and in which language the visible words are."""

    when: datetime
    reason: str = ""
    language: str = "en"


def sign(unsigned: bytes, identity: Identity, occasion: Occasion, *, field: str = FIELD) -> bytes:
    """Return the letter signed: the unsigned bytes, untouched, and one revision after them.

    Raise BadFile where the bytes are no PDF, or have no such empty field.
    """
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.pdf_utils.misc import PdfError
    from pyhanko.sign.general import SigningError

    try:
        writer = IncrementalPdfFileWriter(BytesIO(unsigned))
    except (PdfError, ValueError) as error:
        raise BadFile(N_("This is not a PDF that can be signed."), N_("Make the letter again.")) from error
    _write_times_in_utc()
    box = _empty_field(writer, field)
    signer = _signer(identity, occasion, field, box)
    try:
        return asyncio.run(_fill(signer, writer, occasion.when))
    except SigningError as error:
        raise BadFile(
            N_("The letter cannot be signed here: what has been signed before does not allow it."),
            N_("Make the letter again and sign that."),
        ) from error


class _Greenwich:
    """Stands in for `tzlocal`, which warns where no time zone is set and fails where TZ names none."""

    @staticmethod
    def get_localzone() -> tzinfo:
        """Return UTC: a letter tells nobody where the laptop was."""
        return UTC


def _write_times_in_utc() -> None:
    """PyHanko writes its dates in the laptop's time zone and has no setting for it."""
    from pyhanko.pdf_utils.metadata import info, xmp_xml
    from pyhanko.sign.signers import pdf_signer
    from pyhanko.stamp import text

    modules: tuple[Any, ...] = (info, xmp_xml, pdf_signer, text)
    for module in modules:
        module.tzlocal = _Greenwich


async def _fill(signer: "PdfSigner", writer: Any, when: datetime) -> bytes:
    """The steps of pyHanko's own `sign_pdf`, taken singly because only so the time can be given."""
    from pyhanko.sign.signers.pdf_cms import PdfCMSSignedAttributes

    session = signer.init_signing_session(writer, existing_fields_only=True)
    session.system_time = when.astimezone(UTC)
    known = await session.perform_presign_validation(writer)
    document = session.prepare_tbs_document(known, bytes_reserved=RESERVED)
    output = BytesIO()
    prepared, _ = document.digest_tbs_document(output=output)
    done = await document.perform_signature(prepared.document_digest, PdfCMSSignedAttributes())
    await done.post_signature_processing(output)
    return output.getvalue()


def _signer(identity: Identity, occasion: Occasion, field: str, box: tuple[float, float]) -> "PdfSigner":
    from asn1crypto import keys, x509
    from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter
    from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, SimpleSigner
    from pyhanko_certvalidator.registry import SimpleCertificateStore

    chain = SimpleCertificateStore()  # type: ignore[no-untyped-call]
    chain.register_multiple(x509.Certificate.load(above) for above in identity.chain)
    simple = SimpleSigner(
        signing_cert=x509.Certificate.load(identity.certificate),
        signing_key=keys.PrivateKeyInfo.load(identity.key),
        cert_registry=chain,
    )
    what = PdfSignatureMetadata(
        field_name=field,
        md_algorithm="sha256",
        name=identity.name,
        reason=occasion.reason or None,
        certify=field == FIELD,
        subfilter=SigSeedSubFilter.PADES,
        docmdp_permissions=MDPPerm.FILL_FORMS,
    )
    lines = words(identity, occasion.when, occasion.language)
    return PdfSigner(what, simple, stamp_style=stamp_style(lines, box))


def _empty_field(writer: Any, field: str) -> tuple[float, float]:
    """Return width and height of the field in points. Raise BadFile unless it is there and empty."""
    from pyhanko.sign.fields import enumerate_sig_fields

    for name, value, reference in enumerate_sig_fields(writer):
        if name == field and value is not None:
            raise BadFile(N_("This letter has been signed already."), N_("Verify it, or make the letter again."))
        if name == field:
            left, bottom, right, top = (float(number) for number in reference.get_object()["/Rect"])
            return abs(right - left), abs(top - bottom)
    raise BadFile(
        N_("This PDF has no place for the signature."),
        N_("Only letters that Arolwg laid out can be signed: make the letter again."),
    )
