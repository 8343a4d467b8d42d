# SPDX-License-Identifier: MIT
"""An edition of a rubric that was loaded for a visit: it travels in the visit's stream, whole, and never changes.

Its identifier holds the digest of its content, so that other content is another thing. Reading files: rubrics.py.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, ClassVar

from storage.model.ids import StreamId
from storage.model.record import Record
from storage.model.rubric import Area, Criterion, Rubric


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition(Record):
    """A rubric as one visit carries it."""

    entity: ClassVar[str] = "edition"
    visit_id: str = ""
    name: str = ""
    """The rubric's, with its edition: "care-homes-2026"."""
    content: str = ""
    """The rubric as canonical JSON (`content_of`)."""
    digest: str = ""
    """SHA-256 of the content, hex."""


def edition_of(rubric: Rubric, visit_id: str, stream: StreamId) -> Edition:
    """Return the rubric as a visit carries it."""
    content = content_of(rubric)
    digest = digest_of(content)
    name = f"{visit_id}:{rubric.name}:{digest[:32]}"
    return Edition(id=name, stream_id=stream, visit_id=visit_id, name=rubric.name, content=content, digest=digest)


def digest_of(content: str) -> str:
    """Return the SHA-256 of a content, hex."""
    return sha256(content.encode()).hexdigest()


def content_of(rubric: Rubric) -> str:
    """Return everything of a rubric but its name as JSON, keys sorted: equal rubrics give equal bytes."""
    plain = {
        "title": dict(rubric.title),
        "source": rubric.source,
        "areas": [_plain(area) for area in rubric.areas],
        "crosswalk": _pairs(rubric.crosswalk),
        "replaces": _pairs(rubric.replaces),
        "reviewed": dict(rubric.reviewed),
    }
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def rubric_in(edition: Edition) -> Rubric | None:
    """Return the rubric that an edition holds; None where it is not what its digest says, or no rubric."""
    if not edition.name or digest_of(edition.content) != edition.digest:
        return None
    try:
        return _rubric(edition.name, json.loads(edition.content))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):  # another device wrote it
        return None


def _plain(area: Area) -> dict[str, Any]:
    return {
        "code": area.code,
        "title": dict(area.title),
        "criteria": [
            {"code": each.code, "title": dict(each.title), "descriptors": _lists(each.descriptors)}
            for each in area.criteria
        ],
    }


def _pairs(walks: Mapping[str, Mapping[str, tuple[str, ...]]]) -> dict[str, dict[str, list[str]]]:
    return {name: _lists(pairs) for name, pairs in walks.items()}


def _lists(pairs: Mapping[str, tuple[str, ...]]) -> dict[str, list[str]]:
    return {name: list(each) for name, each in pairs.items()}


def _rubric(name: str, plain: Mapping[str, Any]) -> Rubric:
    areas = tuple(
        Area(
            str(area["code"]),
            _words(area["title"]),
            tuple(
                Criterion(str(each["code"]), _words(each["title"]), _tuples(each.get("descriptors", {})))
                for each in area["criteria"]
            ),
        )
        for area in plain["areas"]
    )
    walks = (
        {other: _tuples(pairs) for other, pairs in plain.get(key, {}).items()} for key in ("crosswalk", "replaces")
    )
    reviewed = {str(language): bool(done) for language, done in plain.get("reviewed", {}).items()}
    crosswalk, replaces = walks
    return Rubric(name, _words(plain["title"]), str(plain.get("source", "")), areas, crosswalk, reviewed, replaces)


def _words(plain: Mapping[str, Any]) -> dict[str, str]:
    """Return titles; English is always there, as screens fall back to it."""
    words = {str(language): str(each) for language, each in plain.items()}
    return {**words, "en": words.get("en") or next(iter(words.values()))} if words else {"en": ""}


def _tuples(plain: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    return {str(name): tuple(str(each) for each in values) for name, values in plain.items()}
