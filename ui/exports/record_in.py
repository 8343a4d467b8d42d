# SPDX-License-Identifier: MIT
"""The dialog that brings an authority's record in, from its own file or from a visit's; by a preview (bring_in.py)."""

from pathlib import Path

from resources.language import N_
from storage.job import AnyJob
from ui.exports.bring_in import BringIn
from ui.exports.looking import looking_at_record


class RecordIn(BringIn):
    """Of an exported visit it takes what is known of the authority, and nothing else."""

    title = N_("Bring a record in")
    hint = N_(
        "An authority or a visit exported as JSON. What is known of the authority is added where it is not here yet. "
        "Nothing is kept before you have seen what will become of it, and one Undo takes all of it back."
    )
    kinds = N_("Authorities and visits"), "*.json"

    def looking(self, path: Path) -> AnyJob:
        """Return the job that finds what a file would become."""
        return looking_at_record(self.desk.store, path)
