# SPDX-License-Identifier: MIT
"""The dialog that takes an authority's record out of the store. What is in the file: reports/exports/authority.py."""

from functools import partial

from PySide6.QtWidgets import QWidget

from reports.exports import authority as exported
from reports.exports.files import Files
from resources.language import N_
from storage.job import Tick
from storage.store import Store
from ui.desk import Desk
from ui.exports.going_out import GoingOut, Made
from ui.widgets.labels import Label


class RecordOut(GoingOut):
    """Says what goes out, and that it can come in again."""

    asking = N_("Write the record into a folder")
    working = N_("Writing the record out")

    def __init__(self, desk: Desk, authority_id: str, parent: QWidget | None = None) -> None:
        """Take out one authority's."""
        super().__init__(desk, N_("Take the record out"), parent)
        self._authority_id = authority_id
        self.body.addWidget(
            Label(
                N_(
                    "Everything that is known of the authority between visits, as it stands: people, recommendations "
                    "and each look at them, plan, meetings, what happened, earlier visits. One JSON file, which can be "
                    "brought in again. Visits with notes of their own are taken out one by one."
                ),
                wrap=True,
            )
        )
        self.body.addStretch(1)
        self.act.setFocus()

    def made(self) -> Made:
        """Return what makes the one file."""
        return partial(_file_of, self._authority_id)


def _file_of(authority_id: str, store: Store, _tick: Tick) -> Files:
    record = exported.known(store, authority_id)
    return {exported.file_name(record): exported.as_json(record).encode()}
