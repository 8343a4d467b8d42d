# SPDX-License-Identifier: MIT
"""What a file would become, found out away from the screen's thread: two thousand rows are not read while it waits.

What is shown of it, and bringing it in, is bring_in.py's.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from resources.language import N_
from storage.errors import Refused, Trouble
from storage.imports import notes, standing_in, visit_in
from storage.imports.files import read_at_most
from storage.imports.notes import Plan
from storage.imports.plain import parsed
from storage.imports.sheets import Sheet, read_sheet
from storage.imports.standing_json import CHOOSE, ReadAuthority, authority_from, is_authority, read_authority_file
from storage.imports.visit_json import MOST_BYTES, ReadVisit, visit_from
from storage.job import AnyJob, Job, Tick
from storage.model.visit import Visit
from storage.queries.visits import visit
from storage.store import Store
from ui.reading import reading


@dataclass(frozen=True, slots=True)
class Looked:
    """A visit or an authority with its preview, or a sheet with its plan."""

    read: ReadVisit | ReadAuthority | None = None
    shown: visit_in.Preview | standing_in.Preview | None = None
    sheet: Sheet | None = None
    planned: Plan | None = None
    trouble: Trouble | None = None
    """Why the sheet has no plan: other columns may help."""


def looking_at_record(store: Store, path: Path) -> AnyJob:
    """Return the job that looks for an authority's record in a file, also in a visit's. It raises as the next does."""

    def look(store: Store, _tick: Tick) -> Looked:
        read = read_authority_file(path)
        return Looked(read=read, shown=standing_in.preview(store, read))

    return _away(store, look)


def looking_at_file(store: Store, path: Path, visit_id: str) -> AnyJob:
    """Return the job that reads a file and finds what it would become. It raises BadFile and Refused."""

    def look(store: Store, _tick: Tick) -> Looked:
        if path.suffix.lower() == ".json":
            return _exported(store, path)
        sheet = read_sheet(path)
        return _planned(store, sheet, visit_id)

    return _away(store, look)


def looking_at_sheet(store: Store, sheet: Sheet, visit_id: str, chosen: tuple[Mapping[str, int], str]) -> AnyJob:
    """Return the job that finds what a sheet would become, its columns and its dates read as a person chose."""
    return _away(store, lambda store, _tick: _planned(store, sheet, visit_id, *chosen))


def visit_named(store: Store, visit_id: str) -> Visit:
    """Return the visit to bring notes into. Raise Refused when there is none."""
    there = visit(store, visit_id) if visit_id else None
    if there is None:
        raise Refused(N_("There is no visit to bring notes into."), N_("Choose a visit from the list."))
    return there


def _exported(store: Store, path: Path) -> Looked:
    data = read_at_most(path, MOST_BYTES)
    if is_authority(plain := parsed(data, (N_("This is no JSON file."), CHOOSE))):
        council = authority_from(plain)
        return Looked(read=council, shown=standing_in.preview(store, council))
    visit = visit_from(plain)
    return Looked(read=visit, shown=visit_in.preview(store, visit))


def _planned(
    store: Store, sheet: Sheet, visit_id: str, where: Mapping[str, int] | None = None, style: str = ""
) -> Looked:
    there = visit_named(store, visit_id)
    try:
        return Looked(sheet=sheet, planned=notes.plan(store, there, sheet, where, style))
    except Trouble as trouble:
        return Looked(sheet=sheet, trouble=trouble)


def _away(store: Store, look: Callable[[Store, Tick], Looked]) -> AnyJob:
    if store.folder is not None:
        return reading(look)
    # A store without a folder cannot be read through a second connection.
    return Job(lambda store: look(store, lambda _part: None), lambda seen, _tick: seen, lambda _store, seen: seen)
