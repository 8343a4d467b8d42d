# SPDX-License-Identifier: MIT
"""What a page means: the tree of elements in reading order, as pure data. Nothing here draws or knows of ReportLab.

The builder makes the tree before anything is laid out; what is drawn attaches itself to it later (canvas.py).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

_KIDS: Mapping[str, frozenset[str]] = {
    "L": frozenset({"LI"}),
    "LI": frozenset({"Lbl", "LBody"}),
    "Table": frozenset({"Caption", "THead", "TBody"}),
    "THead": frozenset({"TR"}),
    "TBody": frozenset({"TR"}),
    "TR": frozenset({"TH", "TD"}),
    "Form": frozenset(),
}
"""Elements that may hold only certain others (ISO 14289-1, 7.2; ISO 32000-1, 14.8.4.3)."""

_PARENTS: Mapping[str, frozenset[str]] = {
    "LI": frozenset({"L"}),
    "Lbl": frozenset({"LI", "Note"}),
    "LBody": frozenset({"LI"}),
    "THead": frozenset({"Table"}),
    "TBody": frozenset({"Table"}),
    "TR": frozenset({"THead", "TBody"}),
    "TH": frozenset({"TR"}),
    "TD": frozenset({"TR"}),
}
"""Elements that may stand only in certain others."""

_BLOCKS = frozenset(["Document", "Sect", "Div", "P", "H1", "H2", "H3", "Figure", "Caption", "Note"])
_INLINE = frozenset(["Span", "Link", "Reference"])
TAGS = frozenset(_KIDS).union(*_KIDS.values()) | _BLOCKS | _INLINE
"""Every tag in use: standard structure types only, so that no role map is needed."""

Attributes = tuple[str, tuple[tuple[str, str], ...]]
"""An owner and its (key, PDF value) pairs: ("Table", (("Scope", "/Column"),))."""

COLUMN_HEAD: Attributes = ("Table", (("Scope", "/Column"),))
BULLETS: Attributes = ("List", (("ListNumbering", "/Disc"),))
NUMBERS: Attributes = ("List", (("ListNumbering", "/Decimal"),))


class Ends(NamedTuple):
    """The ends of a link within the file: names of places, each its own."""

    here: str
    """Where the link stands."""
    there: str
    """Where it leads."""
    tip: str
    """What a reader shows or says of it."""


class BadStructure(ValueError):
    """An element where it may not be: a mistake of ours, so not Trouble."""


@dataclass(eq=False, slots=True)
class Elem:
    """One element of the structure tree. Compared by identity: it is a place, not a value."""

    tag: str
    alt: str = ""
    """What a picture shows, for those who cannot see it."""
    lang: str = ""
    """Language of this part where it differs from the document's: "cy-GB"."""
    attributes: tuple[Attributes, ...] = ()
    url: str = ""
    """Where a Link leads, outside the file."""
    ends: Ends | None = None
    """Where a Link stands and leads within the file."""
    id: str = ""
    """A name of its own in the file, which every Note must have (ISO 14289-1, 7.9)."""
    kids: list["Elem"] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Refuse tags that are not standard."""
        if self.tag not in TAGS:
            raise BadStructure(f"{self.tag} is not a tag in use")

    def add(
        self, tag: str, *, alt: str = "", lang: str = "", attributes: tuple[Attributes, ...] = (), id: str = ""
    ) -> "Elem":
        """Return a new last kid. Raise BadStructure where the tag may not stand in this element."""
        if tag not in _KIDS.get(self.tag, TAGS) or self.tag not in _PARENTS.get(tag, TAGS):
            raise BadStructure(f"{tag} may not stand in {self.tag}")
        kid = Elem(tag, alt, lang, attributes, id=id)
        self.kids.append(kid)
        return kid

    def walk(self) -> Iterator["Elem"]:
        """Return this element and all below it, in reading order."""
        yield self
        for kid in self.kids:
            yield from kid.walk()


def check_headings(root: Elem) -> None:
    """Raise BadStructure where headings skip a level or the first is no H1 (ISO 14289-1, 7.4.2)."""
    depth = 0
    for each in root.walk():
        if each.tag in ("H1", "H2", "H3"):
            level = int(each.tag[1])
            if level > depth + 1:
                raise BadStructure(f"a heading of level {level} follows one of level {depth}")
            depth = level
