# SPDX-License-Identifier: MIT
"""What a screen reader would hear: a PDF read back in the order of its tags, by another library than wrote it."""

import re
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pikepdf

_INLINE = {"Link", "Span", "Reference"}
_PAIR = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")


@dataclass(frozen=True)
class Said:
    """A block of words and the roles it stands in, outermost first: "Document/Sect/L/LI/LBody"."""

    path: str
    text: str
    lang: str = ""

    @property
    def role(self) -> str:
        """Return the innermost role."""
        return self.path.rsplit("/", 1)[-1]


@dataclass
class Readout:
    """All that is said, in order; what each page shows outside the structure; and what is wrong."""

    said: list[Said]
    artifacts: list[str]
    problems: list[str]

    def texts(self, *roles: str) -> list[str]:
        """Return what is said in these roles, or in all."""
        return [each.text for each in self.said if not roles or each.role in roles]


def readout(data: bytes) -> Readout:
    """Read the PDF back. Words in no element, in two, or in the wrong order of ParentTree are problems."""
    with pikepdf.open(BytesIO(data)) as pdf:
        reader = _Reader(pdf)
        reader.walk(pdf.Root.StructTreeRoot.K, "")
        reader.settle()
        reader.problems += _strays(pdf)
        return Readout(reader.said, reader.artifacts, reader.problems)


class _Reader:
    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self.said: list[Said] = []
        self.artifacts: list[str] = []
        self.problems: list[str] = []
        self.content: dict[tuple[Any, int], str] = {}
        self.used: set[tuple[Any, int]] = set()
        numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
        self.parents = {int(numbers[i]): numbers[i + 1] for i in range(0, len(numbers), 2)}
        self.keys = {page.obj.objgen: int(page.obj.StructParents) for page in pdf.pages}
        for page in pdf.pages:
            self._read_page(page)

    def _read_page(self, page: pikepdf.Page) -> None:
        fonts = {str(name): _unicode(font) for name, font in page.Resources.Font.items()}
        where: list[int | None] = []
        font: dict[int, str] = {}
        outside = ""
        for operands, operator in pikepdf.parse_content_stream(page):
            match str(operator):
                case "BDC":
                    properties = operands[1]
                    where.append(int(properties.MCID) if "/MCID" in properties else None)
                case "EMC":
                    where.pop()
                case "Tf":
                    font = fonts[str(operands[0])]
                case "Tj":
                    text = "".join(font[code] for code in bytes(operands[0]))
                    if not where:
                        self.problems.append(f"words outside any mark: {text}")
                    elif where[-1] is None:
                        outside += text + "\n"
                    else:
                        key = (page.obj.objgen, where[-1])
                        self.content[key] = self.content.get(key, "") + text
        self.artifacts.append(outside)

    def walk(self, elem: Any, path: str) -> None:
        path = f"{path}/{str(elem.S)[1:]}".lstrip("/")
        text = self._text(elem)
        if text is not None:
            self.said.append(Said(path, text, str(elem.get("/Lang", ""))))
        if "/Alt" in elem:
            self.said.append(Said(path, str(elem.Alt)))
        for kid in _kids(elem):
            if _is_elem(kid) and str(kid.S)[1:] not in _INLINE:
                self.walk(kid, path)

    def _text(self, elem: Any) -> str | None:
        """The words of the element and the inline ones in it; None where it has none."""
        pieces = []
        for kid in _kids(elem):
            if isinstance(kid, int):
                pieces.append(self._use(elem, elem.Pg.objgen, kid))
            elif "/MCID" in kid:
                pieces.append(self._use(elem, kid.Pg.objgen, int(kid.MCID)))
            elif _is_elem(kid) and str(kid.S)[1:] in _INLINE:
                pieces.append(self._text(kid) or "")
        return "".join(pieces) if pieces else None

    def _use(self, elem: Any, page: Any, mcid: int) -> str:
        if (page, mcid) in self.used:
            self.problems.append(f"MCID {mcid} is said twice")
        self.used.add((page, mcid))
        if self.parents[self.keys[page]][mcid].objgen != elem.objgen:
            self.problems.append(f"the ParentTree says otherwise of MCID {mcid}")
        return self.content.get((page, mcid), "")

    def settle(self) -> None:
        for page, mcid in self.content.keys() - self.used:
            self.problems.append(f"page {page}: MCID {mcid} belongs to no element")


def _strays(pdf: pikepdf.Pdf) -> list[str]:
    """Links and fields that no element of the tree holds."""
    held, ahead = set(), [pdf.Root.StructTreeRoot.K]
    while ahead:
        kids = _kids(ahead.pop())
        held |= {kid.Obj.objgen for kid in kids if not isinstance(kid, int) and "/Obj" in kid}
        ahead += [kid for kid in kids if _is_elem(kid)]
    there = [each for page in pdf.pages for each in page.get("/Annots", [])]
    return [f"{str(each.Subtype)[1:]} {each.objgen} is in no element" for each in there if each.objgen not in held]


def _is_elem(kid: Any) -> bool:
    return not isinstance(kid, int) and "/S" in kid


def _kids(elem: Any) -> list[Any]:
    kids = elem.get("/K", pikepdf.Array([]))
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def _unicode(font: Any) -> dict[int, str]:
    """The font's ToUnicode table, as ReportLab writes it: single codes only."""
    source = font.ToUnicode.read_bytes().split(b"beginbfchar")[1]
    return {int(code, 16): bytes.fromhex(words.decode()).decode("utf-16-be") for code, words in _PAIR.findall(source)}
