# SPDX-License-Identifier: MIT
"""The certificate of deletion: what was wiped from a laptop, why it might be, and what nobody can vouch for.

It names a visit by its heading and holds no words of its records. What was done: storage/sync/wiping.py.
"""

from collections.abc import Iterator
from datetime import datetime

from reports.sheets.paper import Block, Sheet
from resources.language import N_, _, long_date
from storage.model.retention import CLASSES
from storage.sync.wiping import Certificate

TITLE = N_("Certificate of deletion")
NOTE = N_("It holds no words of the records themselves. It is not encrypted.")
DONE = (
    N_("Every change of the visit in the store's log, with its tables and its words in the search index."),
    N_("The keys that open the visit's records: what a copy may still hold cannot be read with anything left here."),
    N_("Every copy of it in the journal, which was written anew."),
    N_("The files of its documents, which were written over first."),
    N_("What the store remembered about it: names kept from letters, its own locked ratings, times of parcels."),
)
NOT_VOUCHED = (
    N_("Backups of this store: they hold the visit until they are replaced or destroyed."),
    N_("Parcels and exports that were written to sticks, folders or paper."),
    N_("The laptops of other members, and the office's copy, which is the record."),
    N_("Worn cells of a solid-state disk, and blocks that the system has freed: what is in them is encrypted."),
    N_("Copies that the system itself makes: its snapshots, its swap file, its own backups."),
)


def deletion(certificate: Certificate) -> Sheet:
    """Return the certificate as a sheet."""
    moment = _moment(certificate.at)
    name = f"deletion-{certificate.visit_id[:12]}"
    return Sheet(name, certificate.by, tuple(_blocks(certificate)), day=moment.date(), note=NOTE)


def _blocks(certificate: Certificate) -> Iterator[Block]:
    said = certificate
    yield Block("title", _(TITLE))
    heading = (said.authority, said.service, said.dates)
    yield Block("p", " · ".join(each for each in heading if each))
    yield Block("p", _(N_("Wiped from this laptop on {when}, by {name}.")).format(when=_when(said.at), name=said.by))
    yield Block("p", _(N_("Reason: {reason}")).format(reason=said.reason))
    yield Block("h2", _(N_("Why it might go")))
    yield Block("items", rows=[(each,) for each in _why(said)])
    yield Block("h2", _(N_("What was deleted")))
    yield Block("items", rows=[(_(each),) for each in DONE])
    head = (_(N_("What")), _(N_("How much")))
    rows = [
        (_(N_("Changes")), str(said.changes)),
        (_(N_("Documents")), str(said.documents)),
        (_(N_("Keys of case lists")), str(said.keys)),
    ]
    yield Block("table", rows=[head, *rows], shares=(0.6, 0.4))
    yield Block("h2", _(N_("What this certificate cannot vouch for")))
    yield Block("items", rows=[(_(each),) for each in NOT_VOUCHED])
    yield Block("h2", _(N_("To be compared with the office's copy")))
    yield Block("p", _(N_("Visit: {id}")).format(id=said.visit_id))
    yield Block("p", _(N_("Evidence digest: {digest}")).format(digest=said.digest))
    yield Block("p", _(N_("Device: {id}")).format(id=said.device))


def _why(said: Certificate) -> Iterator[str]:
    yield _(N_("The office's signed receipt of {when} covers every change, and the hub lists every file.")).format(
        when=_when(said.receipt_at)
    )
    kept = CLASSES[said.kept_as]
    yield _(N_("Kept as: {name}")).format(name=_(kept.name))
    yield _(kept.source)
    if said.review:
        yield _(N_("To be looked at again on: {day}")).format(day=said.review)
    if said.released:
        yield _(N_("Released by the office: {reason}")).format(reason=said.released)
    yield _(N_("No legal hold lay on it."))


def _moment(at: str) -> datetime:
    return datetime.fromisoformat(at.replace("Z", "+00:00")).astimezone()


def _when(at: str) -> str:
    moment = _moment(at)
    return f"{long_date(moment.date())} {moment:%H:%M}"
