# SPDX-License-Identifier: MIT
"""Rivals that lay out a letter's words, run by a Python that has them: WeasyPrint and typst. Nothing of ours here.

`RIVALS_PYTHON -P tests/bench/_rivals.py NAME FONT` reads the paragraphs as one line of JSON, lays them out once for
each line that follows, and answers with the file's size in bytes. Both are rivals to measure, no dependencies.
"""

import json
import sys
from collections.abc import Callable
from html import escape
from pathlib import Path


def weasyprint(words: list[str], font: Path) -> bytes:
    """Lay the paragraphs out with WeasyPrint as PDF/UA-1: it writes one standard a file."""
    from weasyprint import HTML  # type: ignore[import-not-found]

    look = f"@font-face {{font-family: Bench; src: url({font.as_uri()})}} body {{font: 10.5pt/15.25pt Bench}}"
    head = f"<html lang=en><head><title>Letter</title><style>@page {{size: A4; margin: 29mm}} {look}</style></head>"
    body = "".join(f"<p>{escape(each)}</p>" for each in words)
    made: bytes = HTML(string=f"{head}<body>{body}</body></html>").write_pdf(pdf_variant="pdf/ua-1")
    return made


def typst(words: list[str], font: Path) -> bytes:
    """Lay the paragraphs out with typst as PDF/A-2a and PDF/UA-1."""
    import typst as compiler  # type: ignore[import-not-found]

    look = '#set page(paper: "a4", margin: 29mm)\n#set text(font: "Noto Sans", size: 10.5pt, lang: "en")\n'
    body = "\n\n".join(f"#{json.dumps(each, ensure_ascii=False)}" for each in words)
    source = f'#set document(title: "Letter")\n{look}{body}\n'.encode()
    made: bytes = compiler.compile(source, font_paths=[str(font.parent)], pdf_standards=["a-2a", "ua-1"])
    return made


RIVALS: dict[str, Callable[[list[str], Path], bytes]] = {"weasyprint": weasyprint, "typst": typst}


if __name__ == "__main__":
    name, face = sys.argv[1:]
    paragraphs = json.loads(sys.stdin.readline())
    for _line in sys.stdin:
        print(len(RIVALS[name](paragraphs, Path(face))), flush=True)
