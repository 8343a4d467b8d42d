# SPDX-License-Identifier: MIT
"""The main job on the worked example: new stores, the visit, the letter, the signature. Its words: resources/demo."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from reports import acts
from reports.exports.records import ILLUSTRATION
from reports.exports.text import as_markdown
from reports.exports.visit import as_json, whole_visit
from reports.facts import facts_of
from reports.signing.verdict import Verdict
from resources.language import N_
from storage import store as stores
from storage.errors import Refused
from storage.example import Example, record
from storage.job import run_now
from storage.model import clock
from storage.readiness import checking
from storage.shelf import write_whole
from storage.store import Store
from storage.vault import world

PASSPHRASE = "practice makes a fair letter"
"""Of the demonstration's stores only: everybody may know it."""
MARKER = "AROLWG-DEMO.txt"
"""Only a folder that bears this file is ever replaced."""


@dataclass(frozen=True, slots=True)
class Demo:
    """What the demonstration made, and where."""

    folder: Path
    store: Path
    letter: Path
    exports: tuple[Path, ...]
    recovery_code: str
    notes: int
    verdict: Verdict


def demonstrate(folder: Path, say: Callable[[str], None]) -> Demo:
    """Do the whole job in the folder, saying each step (a gettext key) as it begins.

    Raise Refused when something else is in the folder, CannotKeep when it cannot be written.
    """
    _clear(folder)
    say(N_("Making an encrypted store for each of the two inspectors"))
    lead, code = stores.create(folder / "store", PASSPHRASE)
    try:
        second, _ = stores.create(folder / "store-of-the-second-inspector", PASSPHRASE)
        try:
            say(N_("Recording the visit: history, two days, notes, a parcel there and back, findings"))
            example = record(lead, second, folder)
        finally:
            second.close()
        return _letter(lead, example, folder, code, say)
    finally:
        lead.close()


def _letter(store: Store, example: Example, folder: Path, code: str, say: Callable[[str], None]) -> Demo:
    about = example.about
    say(N_("Drafting the letter from the records"))
    people = (example.ids[about["lead"]], example.ids[about["addressee"]])
    facts = facts_of(store, example.visit_id, about["letter_date"], *people)
    letter_id = acts.draft(store, facts, "improvement_conference")
    seen = acts.preview(store, letter_id)
    say(N_("Making a practice identity and signing"))
    signed = run_now(acts.signing(seen, acts.practice_identity(store), clock.now()), store)
    run_now(checking("ready", example.visit_id), store)  # so that the page of the day has an answer to show
    whole = whole_visit(store, example.visit_id)
    exports = (folder / "visit.json", folder / "visit.md")
    with world(folder):
        write_whole(folder / "letter.pdf", signed.pdf)
        for path, text in zip(exports, (as_json(whole), as_markdown(whole)), strict=True):
            write_whole(path, text.encode())
    return Demo(
        folder=folder,
        store=folder / "store",
        letter=folder / "letter.pdf",
        exports=exports,
        recovery_code=code,
        notes=len(whole.notes),
        verdict=signed.verdict,
    )


def _clear(folder: Path) -> None:
    if folder.exists() and any(folder.iterdir()) and not (folder / MARKER).exists():
        raise Refused(
            N_("The folder {folder} holds something else than a demonstration."),
            N_("Choose an empty folder; nothing was changed."),
            folder=folder,
        )
    with world(folder):
        if folder.exists():
            shutil.rmtree(folder)
        folder.mkdir(parents=True)
        write_whole(folder / MARKER, f"{ILLUSTRATION}\n\n{PASSPHRASE}\n".encode())
