# SPDX-License-Identifier: MIT
"""What the worked example tells, read from resources/demo, and what its keys became once recorded: example.py."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from resources import paths
from storage.model.change import frozen
from storage.model.ids import VisitId

FILES = ("wrexham.toml", "wrexham-day1.toml", "wrexham-day2.toml")


@dataclass(slots=True)
class Example:
    """The worked example, and what its keys became once recorded."""

    tables: Mapping[str, Any]
    ids: dict[str, str] = field(default_factory=dict)

    @property
    def visit_id(self) -> VisitId:
        """Return the visit on hand."""
        return VisitId(self.ids[self.about["visit"]])

    @property
    def about(self) -> Mapping[str, str]:
        """Return what a demonstration needs to know: visit, lead, second, addressee, letter_date."""
        found: Mapping[str, str] = self.tables["example"]
        return found

    def name_of(self, key: str) -> str:
        """Return the name of one of its people."""
        return next(str(each["name"]) for each in self.tables["person"] if each["key"] == key)

    def fields(self, entry: Mapping[str, Any], *without: str) -> dict[str, Any]:
        """Return an entry's fields, its keys for other entries turned into identifiers."""
        return {
            name: frozen(self._known(name, value)) for name, value in entry.items() if name not in ("key", *without)
        }

    def _known(self, name: str, value: Any) -> Any:
        if name not in _REFERENCES:
            return value
        return [self.ids[each] for each in value] if isinstance(value, list) else self.ids.get(value, "")


_REFERENCES = frozenset(
    {"authority_id", "visit_id", "session_id", "author", "previous", "supports", "contradicts", "recurs"}
)


def load() -> Example:
    """Read the worked example's files and join their lists."""
    tables: dict[str, Any] = {}
    for name in FILES:
        for table, content in tomllib.loads(paths.demo(name).read_text("utf-8")).items():
            if isinstance(content, list):
                tables.setdefault(table, []).extend(content)
            else:
                tables[table] = content
    return Example(tables)
