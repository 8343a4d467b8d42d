# SPDX-License-Identifier: MIT
"""The structure tree as PDF objects: StructTreeRoot, elements, ParentTree. What the tree means is structure.py's."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from reportlab.pdfbase import pdfdoc

from reports.pdf.structure import Elem


class Content(NamedTuple):
    """A stretch of a page's content: marked with this number on that page."""

    page: str
    mcid: int


class Annotation(NamedTuple):
    """A link's or a field's rectangle on a page."""

    page: str
    reference: Any


Piece = Content | Annotation | Elem
"""What an element gets when it is drawn. An Elem here is an inline one: a link or words in another language."""


class Drawn:
    """What one canvas attached to the elements. Kept apart from the tree, which may be drawn more than once."""

    def __init__(self) -> None:
        """Begin with nothing drawn."""
        self.pieces: dict[Elem, list[Piece]] = {}
        self.boxes: dict[Elem, tuple[float, ...]] = {}
        """Where figures stand on their page, in points: ISO 14289-1 wants it said."""
        self.parents: dict[int, Elem | list[Elem]] = {}
        """The one number space of pages (a list, by MCID) and annotations (one element)."""

    def new_key(self, parent: Elem | list[Elem]) -> int:
        """Return the next number of the ParentTree and give it to this parent."""
        self.parents[len(self.parents)] = parent
        return len(self.parents) - 1

    def attach(self, elem: Elem, piece: Piece) -> None:
        """Put the piece last in the element; an inline element that is in already stays where it is."""
        pieces = self.pieces.setdefault(elem, [])
        if not (isinstance(piece, Elem) and piece in pieces):
            pieces.append(piece)


class _Element(pdfdoc.PDFObject):  # type: ignore[misc]
    """An element as PDF. There are some for every paragraph, so they are written without ReportLab's many steps."""

    __RefOnly__ = 1
    entries: dict[str, Any]

    def format(self, document: pdfdoc.PDFDocument) -> bytes:
        """Return the dictionary's bytes."""
        pairs = (b"/%b %b" % (key.encode(), _written(value, document)) for key, value in sorted(self.entries.items()))
        return b"<<\n" + b"\n ".join(pairs) + b"\n>>"


def _written(value: Any, document: pdfdoc.PDFDocument) -> bytes:
    if isinstance(value, int):
        return b"%d" % value
    if isinstance(value, pdfdoc.PDFObjectReference):
        return b"%d %d R" % document.idToObjectNumberAndVersion[value.name]
    if isinstance(value, list):
        return b"[ " + b" ".join(_written(each, document) for each in value) + b" ]"
    written: bytes = pdfdoc.format(value, document)
    return written


def reference(name: str) -> Any:
    """Return a reference to the object that the document knows by this name, made or yet to come."""
    return pdfdoc.PDFObjectReference(name)


def write(document: pdfdoc.PDFDocument, root: Elem, drawn: Drawn) -> pdfdoc.PDFDictionary:
    """Return the StructTreeRoot with all below it registered in the document."""
    top = pdfdoc.PDFDictionary({"Type": pdfdoc.PDFName("StructTreeRoot")})
    objects = {elem: _Element() for elem in _everything(root, drawn)}
    names = {elem: document.Reference(each) for elem, each in objects.items()}
    parent_of = {kid: elem for elem in objects for kid in _kids(elem, drawn) if isinstance(kid, Elem)}
    for elem, each in objects.items():
        each.entries = _entries(elem, drawn, names)
        each.entries["P"] = names[parent_of[elem]] if elem in parent_of else document.Reference(top)
    top["K"] = names[root]
    if named := sorted((elem.id, names[elem]) for elem in objects if elem.id):
        top["IDTree"] = _id_tree(named)
    top["ParentTree"] = document.Reference(_parent_tree(drawn, names))
    top["ParentTreeNextKey"] = len(drawn.parents)
    return top


def _everything(root: Elem, drawn: Drawn) -> Iterator[Elem]:
    """The builder's elements and the inline ones, in reading order."""
    yield root
    for kid in _kids(root, drawn):
        if isinstance(kid, Elem):
            yield from _everything(kid, drawn)


def _kids(elem: Elem, drawn: Drawn) -> list[Piece]:
    return [*drawn.pieces.get(elem, ()), *elem.kids]


def _entries(elem: Elem, drawn: Drawn, names: dict[Elem, Any]) -> dict[str, Any]:
    entries: dict[str, Any] = {"Type": pdfdoc.PDFName("StructElem"), "S": pdfdoc.PDFName(elem.tag)}
    if elem.alt:
        entries["Alt"] = pdfdoc.PDFString(elem.alt)
    if elem.id:
        entries["ID"] = pdfdoc.PDFString(elem.id)
    if elem.lang:
        entries["Lang"] = pdfdoc.PDFString(elem.lang)
    attributes = [pdfdoc.PDFDictionary({"O": pdfdoc.PDFName(owner), **dict(pairs)}) for owner, pairs in elem.attributes]
    if elem in drawn.boxes:
        box = pdfdoc.PDFArray(drawn.boxes[elem])
        attributes.append(pdfdoc.PDFDictionary({"O": pdfdoc.PDFName("Layout"), "BBox": box}))
    if attributes:
        entries["A"] = _one_or_many(attributes)
    kids = _kids(elem, drawn)
    first = next((kid.page for kid in kids if isinstance(kid, Content)), None)
    if first is not None:
        entries["Pg"] = reference(first)
    if kids:
        entries["K"] = _one_or_many([_kid(kid, first, names) for kid in kids])
    return entries


def _kid(kid: Piece, page: str | None, names: dict[Elem, Any]) -> Any:
    if isinstance(kid, Elem):
        return names[kid]
    if isinstance(kid, Annotation):
        return pdfdoc.PDFDictionary({"Type": pdfdoc.PDFName("OBJR"), "Pg": reference(kid.page), "Obj": kid.reference})
    if kid.page == page:
        return kid.mcid
    return pdfdoc.PDFDictionary({"Type": pdfdoc.PDFName("MCR"), "Pg": reference(kid.page), "MCID": kid.mcid})


def _one_or_many(items: list[Any]) -> Any:
    """One kid stands unwrapped: pyHanko lets a form's kid change on signing only at the path `.K.Obj`."""
    return items[0] if len(items) == 1 else items


def _id_tree(named: list[tuple[str, Any]]) -> pdfdoc.PDFDictionary:
    """The names of elements in one leaf, sorted as ISO 32000-1, 7.9.6 wants them."""
    pairs = [part for name, reference in named for part in (pdfdoc.PDFString(name), reference)]
    return pdfdoc.PDFDictionary({"Names": pdfdoc.PDFArray(pairs)})


def _parent_tree(drawn: Drawn, names: dict[Elem, Any]) -> _Element:
    tree = _Element()
    numbers: list[Any] = []
    for key, parent in drawn.parents.items():
        numbers += [key, names[parent] if isinstance(parent, Elem) else [names[each] for each in parent]]
    tree.entries = {"Nums": numbers}
    return tree
