# SPDX-License-Identifier: MIT
"""The hub's register: what it keeps of itself, invitations, devices, and how much it holds. No stream's affairs."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2b

from storage.hub.tables import Run

_MINUTE = len("2018-07-10T09:30")
_DEVICE = "device, verify_key, box_key, label, enrolled, seen, revoked"


@dataclass(frozen=True, slots=True)
class Enrolled:
    """One device as the hub knows it."""

    device: str
    verify_key: str
    box_key: str
    label: str
    """What the office wrote on its invitation."""
    enrolled: str
    """UTC."""
    seen: str
    """When it last asked for anything, UTC, to the minute; empty for never."""
    revoked: str
    """When the office revoked it, UTC; empty while it is welcome."""


class Register:
    """Invitations and devices, within one transaction."""

    def __init__(self, run: Run) -> None:
        """Keep how statements are run."""
        self._run = run

    def word(self, name: str) -> str:
        """Return what the hub keeps of itself under a name, or an empty text."""
        rows = self._run("SELECT value FROM hub WHERE name = ?", (name,))
        return str(rows[0][0]) if rows else ""

    def keep_word(self, name: str, value: str) -> str:
        """Keep it unless something is kept already; return what stands: of two services that begin at once one wins."""
        self._run("INSERT INTO hub (name, value) VALUES (?, ?) ON CONFLICT DO NOTHING", (name, value))
        return self.word(name)

    def invite(self, secret: str, label: str, made: str, expires: int) -> None:
        """Keep an invitation by its secret's digest; `expires` in seconds of Unix time."""
        self._run(
            "INSERT INTO invitations (digest, label, made, expires) VALUES (?, ?, ?, ?)",
            (_digest(secret), label, made, expires),
        )

    def redeem(self, secret: str, device: str, now: int) -> str | None:
        """Return the label of an invitation that nobody has used, now used by the device; None when there is none."""
        rows = self._run(
            "UPDATE invitations SET used_by = ? WHERE digest = ? AND used_by = '' AND expires > ? RETURNING label",
            (device, _digest(secret), now),
        )
        return str(rows[0][0]) if rows else None

    def enrol(self, device: Enrolled) -> None:
        """Enrol a device; one that is known stays as it is, revoked or not."""
        self._run(
            f"INSERT INTO devices ({_DEVICE}) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
            tuple(getattr(device, name) for name in _DEVICE.split(", ")),
        )

    def device(self, device: str) -> Enrolled | None:
        """Return a device, or None."""
        rows = self._run(f"SELECT {_DEVICE} FROM devices WHERE device = ?", (device,))
        return Enrolled(*(str(value) for value in rows[0])) if rows else None

    def devices(self) -> list[Enrolled]:
        """Return every device, by label."""
        rows = self._run(f"SELECT {_DEVICE} FROM devices ORDER BY label, device")
        return [Enrolled(*(str(value) for value in row)) for row in rows]

    def saw(self, device: Enrolled, at: str) -> None:
        """Remember when a device last asked, to the minute: who only asks leaves nothing that has to reach the disk."""
        if device.seen[:_MINUTE] != at[:_MINUTE]:
            self._run("UPDATE devices SET seen = ? WHERE device = ?", (at, device.device))

    def revoke(self, device: str, at: str) -> bool:
        """Revoke a device, or welcome it back with an empty `at`; say whether it is known."""
        return bool(self._run("UPDATE devices SET revoked = ? WHERE device = ? RETURNING device", (at, device)))

    def totals(self) -> Mapping[str, int]:
        """Return how much the hub holds, by name. No content."""
        return {name: int(self._run(statement)[0][0]) for name, statement in _TOTALS.items()}

    def streams(self) -> list[tuple[str, int, int, int]]:
        """Return (stream, devices, changes, bytes of documents) of every stream."""
        rows = self._run(
            "SELECT stream, count(*), sum(seq), coalesce((SELECT sum(size) FROM documents"
            " WHERE documents.stream = ends.stream), 0) FROM ends WHERE seq > 0 GROUP BY stream ORDER BY stream"
        )
        return [(str(stream), int(devices), int(changes), int(size)) for stream, devices, changes, size in rows]


def _digest(secret: str) -> str:
    return blake2b(secret.encode(), digest_size=32, person=b"arolwg invite").hexdigest()


_TOTALS = {
    "devices": "SELECT count(*) FROM devices WHERE revoked = ''",
    "revoked": "SELECT count(*) FROM devices WHERE revoked <> ''",
    "streams": "SELECT count(DISTINCT stream) FROM ends WHERE seq > 0",
    "changes": "SELECT coalesce(sum(seq), 0) FROM ends",
    "held": "SELECT count(*) FROM held",
    "documents": "SELECT count(*) FROM documents",
    "document_bytes": "SELECT coalesce(sum(size), 0) FROM documents",
    "snapshot_bytes": "SELECT coalesce(sum(size), 0) FROM snapshots",
}
