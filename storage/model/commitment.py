# SPDX-License-Identifier: MIT
"""Commit and reveal: a salted hash says that a rating stands without saying what it is. Pure; nothing is kept here.

The person and the area are part of what is hashed, so that a commitment copied from a colleague opens for nobody else.
"""

import json
from dataclasses import asdict, dataclass
from hashlib import blake2b
from hmac import compare_digest

SALT_BYTES = 16
"""So many random bytes: five grades could otherwise be tried in a moment."""


@dataclass(frozen=True, slots=True)
class Secret:
    """What is committed to."""

    visit_id: str
    rubric: str
    area: str
    author: str
    value: str
    words: str


def commitment(secret: Secret, salt: bytes) -> str:
    """Return the commitment, hex: BLAKE2b-256 (RFC 7693) over the salt and the secret as JSON with sorted keys."""
    said = json.dumps(asdict(secret), sort_keys=True, separators=(",", ":"), ensure_ascii=True).encode()
    return blake2b(salt + said, digest_size=32, person=b"arolwg rating").hexdigest()


def opens(committed: str, secret: Secret, salt: str) -> bool:
    """Say whether the secret and the salt (hex) are what was committed to."""
    try:
        raw = bytes.fromhex(salt)
    except ValueError:
        return False
    return len(raw) == SALT_BYTES and compare_digest(commitment(secret, raw).encode(), committed.encode())
