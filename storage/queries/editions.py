# SPDX-License-Identifier: MIT
"""Which rubrics are here: those shipped with the program, and the editions that visits carry. Read once each."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from resources import paths
from resources.language import N_
from storage import rubrics
from storage.errors import BadFile
from storage.model.edition import Edition, content_of, digest_of, rubric_in
from storage.model.rubric import Area, Criterion, Rubric
from storage.model.visit import Visit
from storage.queries.rows import records
from storage.store import Store
from storage.vault import world


def rubric_for(store: Store, name: str, visit_id: str = "") -> Rubric:
    """Return the edition with the name: the visit's own, else a shipped one, else another visit's.

    Raise BadFile when no such edition is here.
    """
    carried = _carried(store, "present AND name = ?", (name,))
    own = next((each for visit, each in carried if visit == visit_id), None)
    found = own or shipped().get(name) or next((each for _, each in carried), None)
    if found is None:
        raise BadFile(
            N_("There is no rubric named “{name}”."),
            N_("Load its file, or ask for the visit’s parcel from whoever has it."),
            name=name,
        )
    return found


def rubrics_here(store: Store) -> tuple[Rubric, ...]:
    """Return every edition that is here, one of each name: the shipped ones, then those that visits carry, by name."""
    found = dict(shipped())
    for _, each in _carried(store, "present", ()):
        found.setdefault(each.name, each)
    return tuple(found.values())


def rubrics_of_visit(store: Store, visit: Visit) -> tuple[Rubric, ...]:
    """Return those of a visit's rubrics that are here, in its order."""
    found = []
    for name in visit.frameworks:
        try:
            found.append(rubric_for(store, name, visit.id))
        except BadFile:
            continue
    return tuple(found)


def contents_of_name(store: Store, name: str) -> frozenset[str]:
    """Return the digest of every content that is here under the name, in this visit or another."""
    digests = {digest_of(content_of(each)) for each in (shipped().get(name),) if each is not None}
    with world(store.folder):
        rows = store.db.execute("SELECT DISTINCT digest FROM edition WHERE name = ?", (name,)).fetchall()
    return frozenset({*digests, *(str(row[0]) for row in rows)})


def editions_of_visit(store: Store, visit_id: str) -> tuple[Edition, ...]:
    """Return the editions that a visit carries."""
    return records(store, Edition, "present AND visit_id = ?", (visit_id,), "name, id")


def earlier(store: Store, visit: Visit) -> tuple[Rubric, ...]:
    """Return what could not be carried over: each edition that a visit has left but still links to, cut to those codes.

    They stand in one area, named by the edition and titled as it is.
    """
    marks = ", ".join("?" * len(visit.frameworks))
    with world(store.folder):
        rows = store.db.execute(
            "SELECT DISTINCT rubric, area FROM link WHERE visit_id = ? AND present"
            f" AND rubric NOT IN ({marks}) ORDER BY 1, 2",
            (visit.id, *visit.frameworks),
        ).fetchall()
    codes: dict[str, list[str]] = {}
    for name, code in rows:
        codes.setdefault(str(name), []).append(str(code))
    return tuple(_cut(store, visit, name, linked) for name, linked in codes.items())


def _cut(store: Store, visit: Visit, name: str, codes: list[str]) -> Rubric:
    try:
        whole = rubric_for(store, name, visit.id)
    except BadFile:
        whole = Rubric(name, {"en": name}, "", ())
    criteria = tuple(whole.criterion(code) or Criterion(code, _title(whole, code)) for code in codes)
    return replace(whole, areas=(Area(name, whole.title, criteria),))


def _title(rubric: Rubric, code: str) -> Mapping[str, str]:
    area = rubric.area_of(code)
    return area.title if area else {"en": ""}


@cache
def shipped() -> dict[str, Rubric]:
    """Return the program's own rubrics by name: their files never change."""
    return {each.name: each for each in rubrics.rubrics()} if paths.rubric_files() else {}


_read: dict[tuple[str, str], Rubric] = {}
"""Editions by name and digest: their content cannot change, so it is parsed once."""


def _carried(store: Store, where: str, values: tuple[str, ...]) -> list[tuple[str, Rubric]]:
    """Return (visit, rubric) of the editions that satisfy the condition and are what their digest says."""
    with world(store.folder):
        rows = store.db.execute(
            f"SELECT visit_id, name, digest, id FROM edition WHERE {where} ORDER BY name, digest, id", values
        ).fetchall()
    found = []
    for visit_id, name, digest, edition_id in rows:
        if (name, digest) not in _read:
            for each in records(store, Edition, "id = ?", (edition_id,)):
                if (rubric := rubric_in(each)) is not None:
                    _read[name, digest] = rubric
        if (name, digest) in _read:
            found.append((str(visit_id), _read[name, digest]))
    return found
