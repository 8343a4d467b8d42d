# SPDX-License-Identifier: MIT
"""The sealed documents that the hub keeps for each stream, by the digest of their sealed bytes."""

from storage.hub.tables import Run


class Papers:
    """Sealed documents, within one transaction."""

    def __init__(self, run: Run) -> None:
        """Keep how statements are run."""
        self._run = run

    def names(self, stream: str) -> set[str]:
        """Return the names of the stream's documents; not of those that wait for the office."""
        rows = self._run("SELECT name FROM documents WHERE stream = ? AND held = 0", (stream,))
        return {str(name) for (name,) in rows}

    def names_by(self, stream: str, bearer: str) -> set[str]:
        """Return the names of the documents that a device handed in, held or not."""
        rows = self._run("SELECT name FROM documents WHERE stream = ? AND bearer = ?", (stream, bearer))
        return {str(name) for (name,) in rows}

    def keep(self, stream: str, name: str, body: bytes, bearer: str, *, held: bool) -> None:
        """Keep a document; one that is there stays, and waits no more when somebody hands it in who belongs."""
        self._run(
            "INSERT INTO documents (stream, name, size, body, bearer, held) VALUES (?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (stream, name) DO UPDATE SET held = excluded.held WHERE excluded.held = 0",
            (stream, name, len(body), body, bearer, int(held)),
        )

    def let_go(self, bearer: str) -> None:
        """Hold what a device handed in no more: it was accepted."""
        self._run("UPDATE documents SET held = 0 WHERE bearer = ? AND held = 1", (bearer,))

    def get(self, stream: str, name: str) -> bytes | None:
        """Return a document's sealed bytes, or None when it is not here, or waits."""
        rows = self._run("SELECT body FROM documents WHERE stream = ? AND name = ? AND held = 0", (stream, name))
        return bytes(rows[0][0]) if rows else None
