# SPDX-License-Identifier: MIT
"""The sealed documents that the hub keeps for each stream, by the digest of their sealed bytes."""

from storage.hub.tables import Run


class Papers:
    """Sealed documents, within one transaction."""

    def __init__(self, run: Run) -> None:
        """Keep how statements are run."""
        self._run = run

    def names(self, stream: str) -> set[str]:
        """Return the names of the stream's documents."""
        return {str(name) for (name,) in self._run("SELECT name FROM documents WHERE stream = ?", (stream,))}

    def keep(self, stream: str, name: str, body: bytes) -> None:
        """Keep a document; one that is there stays."""
        self._run(
            "INSERT INTO documents (stream, name, size, body) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
            (stream, name, len(body), body),
        )

    def get(self, stream: str, name: str) -> bytes | None:
        """Return a document's sealed bytes, or None."""
        rows = self._run("SELECT body FROM documents WHERE stream = ? AND name = ?", (stream, name))
        return bytes(rows[0][0]) if rows else None
