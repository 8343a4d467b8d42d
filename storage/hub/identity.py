# SPDX-License-Identifier: MIT
"""What proves that a hub is the hub: its receipt key, its certificate for TLS, the secret of its tokens. In hub.json.

Receipts are Ed25519 (RFC 8032). The certificate is made at the first start unless the office gives its own; its
SHA-256 fingerprint stands in every invitation, so devices know it without asking anybody.
"""

import base64
import ipaddress
import json
import os
import secrets
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from hashlib import blake2b, sha256
from hmac import compare_digest
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from nacl.signing import SigningKey

from resources.language import N_
from storage.errors import CannotKeep, StoreTrouble

FILE, CERTIFICATE, KEY = "hub.json", "hub.crt", "hub.key"
_TOKEN_LIVES = 600
"""Seconds that a token is good for: longer than any request takes, by the hub's own clock."""
_YEARS = 10


@dataclass(frozen=True, slots=True)
class Identity:
    """A hub's secrets, read once."""

    folder: Path
    signing: SigningKey = field(repr=False)
    books: bytes = field(repr=False)
    """Key of the embedded database."""
    tokens: bytes = field(repr=False)

    @property
    def verify_key(self) -> str:
        """Return the public key that its receipts are checked with, hex."""
        return bytes(self.signing.verify_key).hex()

    def sign(self, message: bytes) -> str:
        """Return the Ed25519 signature of a message, hex."""
        return self.signing.sign(message).signature.hex()

    def token(self, now: float) -> str:
        """Return a fresh token: a device signs it with its request, so an overheard request is soon worth nothing."""
        plain = int(now + _TOKEN_LIVES).to_bytes(8) + secrets.token_bytes(16)
        return base64.urlsafe_b64encode(plain + self._mac(plain)).decode()

    def is_fresh(self, token: str, now: float) -> bool:
        """Say whether a token is one of ours and not too old. Any process of the same hub may ask."""
        try:
            raw = base64.b64decode(token, altchars=b"-_", validate=True)
        except ValueError:
            return False
        plain, mac = raw[:24], raw[24:]
        return compare_digest(self._mac(plain), mac) and now <= int.from_bytes(plain[:8]) <= now + 2 * _TOKEN_LIVES

    def fingerprint(self) -> str:
        """Return the SHA-256 fingerprint of the certificate, hex; empty when the hub speaks without TLS."""
        try:
            certificate = x509.load_pem_x509_certificate((self.folder / CERTIFICATE).read_bytes())
        except FileNotFoundError:
            return ""
        return sha256(certificate.public_bytes(serialization.Encoding.DER)).hexdigest()

    def _mac(self, plain: bytes) -> bytes:
        return blake2b(plain, key=self.tokens, digest_size=32, person=b"arolwg token").digest()


def identity(folder: Path) -> Identity:
    """Return the hub's identity, made at the first start. Raise StoreTrouble when damaged, CannotKeep."""
    path = folder / FILE
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if not path.exists():
            plain = {name: secrets.token_hex(32) for name in ("signing", "books", "tokens")}
            _write_private(path, json.dumps(plain).encode())
        plain = json.loads(path.read_text("ascii"))
        signing, books, tokens = (bytes.fromhex(plain[name]) for name in ("signing", "books", "tokens"))
        return Identity(folder, SigningKey(signing), books, tokens)
    except OSError as problem:
        raise CannotKeep(
            N_("The folder {folder} cannot be written."), N_("Choose another folder, or make room."), folder=folder
        ) from problem
    except (ValueError, KeyError, TypeError) as problem:
        raise StoreTrouble(
            N_("The hub's key file in {folder} is damaged."), N_("Restore hub.json from a backup."), folder=folder
        ) from problem


def certify(folder: Path, host: str) -> None:
    """Make a certificate for the host, its own root, unless one is there already."""
    if (folder / CERTIFICATE).exists() and (folder / KEY).exists():
        return
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Arolwg hub")])
    now = datetime.now(UTC)
    built = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=365 * _YEARS))
        .add_extension(x509.SubjectAlternativeName([_named(host)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    _write_private(folder / KEY, private)
    _write_private(folder / CERTIFICATE, built.public_bytes(serialization.Encoding.PEM))


def _named(host: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ipaddress.ip_address(host))
    except ValueError:
        return x509.DNSName(host)


def _write_private(path: Path, data: bytes) -> None:
    part = path.with_name(path.name + ".part")
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)
