# SPDX-License-Identifier: MIT
"""What a validator cannot judge: whether a PDF still means what the good one meant. No test stands here.

Taken of the good file once, compared with any other: what is said in tag order, by what elements, in which language,
where links lead, what the bookmarks say, and whether the file's two descriptions agree.
"""

import re
from dataclasses import dataclass, fields
from io import BytesIO
from typing import Any

import pikepdf

from tests.reports.pdf.readout import Said, readout


@dataclass(frozen=True)
class Meaning:
    """Everything about a PDF that tells a listener something."""

    said: tuple[Said, ...]
    problems: tuple[str, ...]
    elements: tuple[tuple[str, ...], ...]
    """Tag, language, alternative text, scope and kind of list, whether it says where it stands; in reading order."""
    links: tuple[str, ...]
    within: tuple[tuple[str, str], ...]
    """Of links within the file what they say of themselves, and where they lead: page and height."""
    bookmarks: tuple[str, ...]
    titles: tuple[str, str]
    """In Info and in XMP."""


def meaning(data: bytes) -> Meaning:
    """Return what the PDF means. Raise whatever the reader raises for one that cannot be read."""
    heard = readout(data)
    with pikepdf.open(BytesIO(data)) as pdf, pdf.open_outline() as outline:
        links = [str(each.A.URI) for page in pdf.pages for each in page.get("/Annots", []) if "/A" in each]
        number = {page.obj.objgen: at for at, page in enumerate(pdf.pages)}
        inner = [each for page in pdf.pages for each in page.get("/Annots", []) if str(each.Subtype) == "/Link"]
        within = [
            (str(each.get("/Contents", "")), _goal(each.get("/Dest"), number)) for each in inner if "/A" not in each
        ]
        packet = pdf.Root.Metadata.read_bytes().decode()
        title = re.search(r"<dc:title>.*?<rdf:li[^>]*>(.*?)</rdf:li>", packet, re.DOTALL)
        return Meaning(
            tuple(heard.said),
            tuple(heard.problems),
            tuple(_elements(pdf.Root.StructTreeRoot.K)),
            tuple(links),
            tuple(within),
            tuple(each.title for each in _all(outline.root)),
            (_escaped(str(pdf.docinfo.get("/Title", ""))), title[1] if title else ""),
        )


def differences(data: bytes, good: Meaning) -> list[str]:
    """Return in which respects the PDF no longer means what the good one does; unreadable ones differ in that."""
    try:
        found = meaning(data)
    except Exception as problem:  # a broken file breaks its reader in every way there is
        return [f"unreadable: {type(problem).__name__}"]
    changed = [each.name for each in fields(Meaning) if getattr(found, each.name) != getattr(good, each.name)]
    return changed + ["the titles disagree"] * (found.titles[0] != found.titles[1])


def _goal(goal: Any, number: dict[tuple[int, int], int]) -> str:
    return "" if goal is None else f"page {number[goal[0].objgen]}, {goal[3]}"


def _elements(elem: Any) -> Any:
    attributes = elem.get("/A", pikepdf.Dictionary())
    each = list(attributes) if isinstance(attributes, pikepdf.Array) else [attributes]
    told = {key: str(value) for one in each for key, value in one.items() if key in ("/Scope", "/ListNumbering")}
    stands = str(any("/BBox" in one for one in each))
    said = (str(elem.get(key, "")) for key in ("/S", "/Lang", "/Alt"))
    yield (*said, *(told.get(key, "") for key in ("/Scope", "/ListNumbering")), stands)
    kids = elem.get("/K", pikepdf.Array([]))
    for kid in list(kids) if isinstance(kids, pikepdf.Array) else [kids]:
        if not isinstance(kid, int) and "/S" in kid:
            yield from _elements(kid)


def _all(items: Any) -> Any:
    for each in items:
        yield each
        yield from _all(each.children)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
