# SPDX-License-Identifier: MIT
"""Self-made practice identities: to learn and show signing with. Never one for a real letter.

RSA with 3072 bits, because every PDF reader verifies RSA, PDF 1.7 (the PDF of PDF/A-2) knows no elliptic
curves, and ETSI TS 119 312 wants 3000 bits or more for signatures that are to last.
"""

from datetime import datetime, timedelta
from secrets import token_urlsafe

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import NameOID

from reports.signing.identity import PRACTICE_UNIT, printable

ORGANISATION = "Arolwg practice, not Care Inspectorate Wales"

BITS = 3072
_VALID = timedelta(days=2 * 365)
_CLOCKS_DIFFER = timedelta(days=1)
_TITLE, _MARK = "Practice inspector", " (PRACTICE)"
_LONGEST = 64  # X.520 allows a common name 64 characters; the library counts bytes of UTF-8


def make_practice_identity(name: str, now: datetime) -> tuple[bytes, bytes]:
    """Return a PKCS#12 file for two years in the name of a practice inspector, and the password made up for it.

    Keep both in the encrypted store: the password only keeps the key from lying about in the clear.
    """
    key = rsa.generate_private_key(public_exponent=65537, key_size=BITS)
    certificate = _certificate(practice_name(name), key, now)
    password = token_urlsafe(24).encode()
    content = pkcs12.serialize_key_and_certificates(
        b"Arolwg practice", key, certificate, None, serialization.BestAvailableEncryption(password)
    )
    return content, password


def practice_name(name: str) -> str:
    """Return the name a practice certificate carries: "Practice inspector Rhian Vaughan (PRACTICE)"."""
    bare = printable(name).strip()
    if bare.casefold().endswith(_MARK.casefold()):
        bare = bare[: -len(_MARK)]
    if not bare.casefold().startswith(_TITLE.casefold()):
        bare = f"{_TITLE} {bare}".strip()
    fitting = bare.encode()[: _LONGEST - len(_MARK)].decode(errors="ignore")
    return fitting.rstrip() + _MARK


def _certificate(name: str, key: rsa.RSAPrivateKey, now: datetime) -> x509.Certificate:
    subject = x509.Name(
        [
            x509.NameAttribute(NameOID.COMMON_NAME, name),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, ORGANISATION),
            x509.NameAttribute(NameOID.ORGANIZATIONAL_UNIT_NAME, PRACTICE_UNIT),
        ]
    )
    begins = now.replace(microsecond=0) - _CLOCKS_DIFFER
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(begins)
        .not_valid_after(begins + _CLOCKS_DIFFER + _VALID)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_usage(), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .sign(key, hashes.SHA256())
    )


def _usage() -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=True,
        content_commitment=True,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=False,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )
