# SPDX-License-Identifier: MIT
"""Who signs: a certificate with its key, opened from a PKCS#12 file. Practice ones are made in practice.py.

Only facts about a person's identity; where a file is kept, and who may sign what, is decided elsewhere.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import NameOID, ObjectIdentifier

from resources.language import N_, long_date
from storage.errors import BadFile

PRACTICE_UNIT = "PRACTICE – not for real letters"
"""The organisational unit that marks a self-made practice certificate."""

_LARGEST = 1_000_000
"""Bytes; an identity is a few thousand, and anything vast is some other file."""

_PURPOSES = frozenset(
    ObjectIdentifier(number)
    for number in (
        "2.5.29.37.0",  # any purpose
        "1.3.6.1.5.5.7.3.4",  # e-mail protection: what personal certificates usually carry
        "1.3.6.1.5.5.7.3.36",  # document signing, RFC 9336
        "1.3.6.1.4.1.311.10.3.12",  # document signing, Microsoft
        "1.2.840.113583.1.1.5",  # authentic documents, Adobe
        "1.3.6.1.5.5.7.3.2",  # client authentication: some authorities put nothing better on a person's card
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """A person (or practice person) as a certificate names her, and what is needed to sign for her."""

    name: str
    """The certificate's common name."""
    organisation: str = ""
    role: str = ""
    """The certificate's title, where it has one."""
    not_before: datetime
    """UTC, the first moment it holds."""
    not_after: datetime
    """UTC, the last moment it holds."""
    practice: bool = False
    """Self-made to practise with; proves nobody's name."""
    fingerprint: str = ""
    """SHA-256 of the certificate, 64 hex digits."""
    certificate: bytes = field(repr=False)
    """DER."""
    chain: tuple[bytes, ...] = field(default=(), repr=False)
    """DER of the certificates above it, as the file held them."""
    key: bytes = field(default=b"", repr=False)
    """The private key, PKCS#8 DER: never to be written anywhere in the clear."""


def open_identity(path: Path, password: bytes, now: datetime) -> Identity:
    """Return the identity in a PKCS#12 file (.p12, .pfx), fit to sign at `now`. Raise BadFile with what to do."""
    try:
        if path.stat().st_size > _LARGEST:
            raise _not_pkcs12()
        content = path.read_bytes()
    except OSError as error:
        raise BadFile(
            N_("The identity file cannot be read: {reason}."),
            N_("Check that it is there and that you may read it."),
            reason=error.strerror or type(error).__name__,
        ) from error
    return read_identity(content, password, now)


def read_identity(content: bytes, password: bytes, now: datetime) -> Identity:
    """Return the identity in the bytes of a PKCS#12 file, fit to sign at `now`. Raise BadFile with what to do."""
    key, certificate, chain = _unlock(content, password)
    identity = describe(certificate, key, chain)
    _refuse_unless_it_may_sign(certificate)
    _refuse_unless_it_holds(identity, now)
    return identity


def read_certificate(content: bytes, name: str) -> bytes:
    """Return the certificate in the bytes of a PEM or DER file, as DER. Raise BadFile naming the file."""
    try:
        pem = b"-----BEGIN CERTIFICATE-----" in content
        certificate = x509.load_pem_x509_certificate(content) if pem else x509.load_der_x509_certificate(content)
    except ValueError as problem:
        raise BadFile(
            N_("{name} is not a certificate."), N_("Choose a file that ends in .pem, .crt or .cer."), name=name
        ) from problem
    return certificate.public_bytes(serialization.Encoding.DER)


def describe(certificate: x509.Certificate, key: bytes = b"", chain: Iterable[x509.Certificate] = ()) -> Identity:
    """Return what a certificate says about its holder; nothing is judged."""
    return Identity(
        name=_first(certificate, NameOID.COMMON_NAME) or printable(certificate.subject.rfc4514_string()),
        organisation=_first(certificate, NameOID.ORGANIZATION_NAME),
        role=_first(certificate, NameOID.TITLE),
        not_before=certificate.not_valid_before_utc,
        not_after=certificate.not_valid_after_utc,
        practice=is_practice(certificate),
        fingerprint=certificate.fingerprint(hashes.SHA256()).hex(),
        certificate=certificate.public_bytes(serialization.Encoding.DER),
        chain=tuple(above.public_bytes(serialization.Encoding.DER) for above in chain),
        key=key,
    )


def is_practice(certificate: x509.Certificate) -> bool:
    """Return whether a certificate says that it is for practice and vouches only for itself."""
    return (
        _first(certificate, NameOID.ORGANIZATIONAL_UNIT_NAME) == PRACTICE_UNIT
        and certificate.issuer == certificate.subject
    )


def printable(text: str) -> str:
    """Return text from a stranger's certificate without control characters, on one line."""
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())


def may_sign(certificate: x509.Certificate) -> bool:
    """Return whether a certificate's key usages let it sign letters (RFC 5280, 4.2.1.3 and 4.2.1.12)."""
    extensions = certificate.extensions
    try:
        usage = extensions.get_extension_for_class(x509.KeyUsage).value
        if not (usage.digital_signature or usage.content_commitment):
            return False
    except x509.ExtensionNotFound:
        pass  # no extension means no limit
    try:
        return not _PURPOSES.isdisjoint(extensions.get_extension_for_class(x509.ExtendedKeyUsage).value)
    except x509.ExtensionNotFound:
        return True


def is_authority(certificate: x509.Certificate) -> bool:
    """Return whether a certificate may issue others (RFC 5280, 4.2.1.9)."""
    try:
        return certificate.extensions.get_extension_for_class(x509.BasicConstraints).value.ca
    except x509.ExtensionNotFound:
        return False


def _unlock(content: bytes, password: bytes) -> tuple[bytes, x509.Certificate, list[x509.Certificate]]:
    if not _is_pkcs12(content):
        raise _not_pkcs12()
    try:
        password.decode()  # the library trips over a password that is not UTF-8, instead of refusing it
        key, certificate, chain = pkcs12.load_key_and_certificates(content, password)
    except ValueError as error:
        # OpenSSL answers a wrong password and a damaged file alike; the password is much the likelier
        raise BadFile(
            N_("The password does not open this identity file."),
            N_("Type it again; if it is surely right, the file is damaged: export it again from where it came."),
        ) from error
    except UnsupportedAlgorithm as error:
        raise BadFile(
            N_("This identity file is locked in an old way that is no longer safe."),
            N_("Export it again with a current program, which will lock it with AES."),
        ) from error
    if not isinstance(key, rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey) or certificate is None:
        raise BadFile(
            N_("This identity file holds no private key that can sign, with its certificate."),
            N_("Export it again, choosing to include the private key."),
        )
    secret = key.private_bytes(
        serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return secret, certificate, chain


def _is_pkcs12(content: bytes) -> bool:
    """A PFX is a DER (or BER) sequence that begins with the integer 3 (RFC 7292, 4)."""
    return content[:1] == b"\x30" and b"\x02\x01\x03" in content[2:10]


def _not_pkcs12() -> BadFile:
    return BadFile(
        N_("This is not an identity file."),
        N_("Choose a PKCS#12 file: its name usually ends in .p12 or .pfx."),
    )


def _refuse_unless_it_may_sign(certificate: x509.Certificate) -> None:
    if not may_sign(certificate):
        raise BadFile(
            N_("This certificate is not meant for signing documents."),
            N_("Ask whoever issued it for one whose key usage allows digital signatures."),
        )


def _refuse_unless_it_holds(identity: Identity, now: datetime) -> None:
    if now > identity.not_after:
        raise BadFile(
            N_("This certificate expired on {day}."),
            N_("Ask whoever issued it for a new one."),
            day=long_date(identity.not_after.date()),
        )
    if now < identity.not_before:
        raise BadFile(
            N_("This certificate is not valid until {day}."),
            N_("Check this computer's clock; if it is right, wait until that day or use another identity."),
            day=long_date(identity.not_before.date()),
        )


def _first(certificate: x509.Certificate, kind: ObjectIdentifier) -> str:
    found = certificate.subject.get_attributes_for_oid(kind)
    return printable(str(found[0].value)) if found else ""
