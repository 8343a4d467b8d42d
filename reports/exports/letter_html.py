# SPDX-License-Identifier: MIT
"""A letter as one HTML file: headings, lists and language as WCAG 2.2 AA asks, nothing fetched from anywhere.

What is told: letter.py.
"""

from collections.abc import Iterable, Iterator
from html import escape

from reports.exports.letter import Block, blocks, title
from reports.pdf import page
from reports.pdf.metadata import TAGS
from storage.model.letter import WholeLetter

_STYLE = """
:root { color-scheme: light dark; --text: #1A242E; --muted: #4F5C69; --page: #FFFFFF; --line: #D3DAE1; }
@media (prefers-color-scheme: dark) {
  :root { --text: #E6EBF0; --muted: #AAB6C2; --page: #12181F; --line: #3A4652; } }
body { font: 1rem/1.5 Arial, Helvetica, sans-serif; color: var(--text); background: var(--page); margin: 0; }
main { max-width: 42rem; margin: 0 auto; padding: 2rem 1rem; }
h1 { font-size: 1.35rem; } h2 { font-size: 1.1rem; margin-top: 2rem; }
.letterhead { border-bottom: 1px solid var(--line); padding-bottom: .75rem; font-weight: bold; }
.notice, .role, .copies { color: var(--muted); } .name { font-weight: bold; margin: 1.5rem 0 0; } .role { margin: 0; }
.notes { border-top: 1px solid var(--line); margin-top: 2rem; font-size: .9rem; } a { color: inherit; }
address { font-style: normal; margin: 1.5rem 0; } li { margin: .35rem 0; }
section + section { border-top: 2px solid var(--line); margin-top: 3rem; padding-top: 1rem; }
@media print { main { max-width: none; } h2 { break-after: avoid; } }
"""
# Nothing may be fetched and nothing may run: the file shows itself and no more.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def as_html(letter: WholeLetter, pair: WholeLetter | None = None) -> str:
    """Return the letter, and its pair in the other language below it, as one HTML file."""
    shell, letters = letter.letter, [letter, *([pair] if pair else [])]
    tag = TAGS[shell.language]
    inside = "\n".join(_section(each, number) for number, each in enumerate(letters, 1))
    return (
        f'<!DOCTYPE html>\n<html lang="{tag}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title(shell))}</title>\n<style>{_STYLE}</style>\n</head>\n"
        f"<body>\n<main>\n{inside}\n</main>\n</body>\n</html>\n"
    )


def _section(letter: WholeLetter, number: int) -> str:
    lang, name = TAGS[letter.letter.language], f"letter-{number}"
    notes = _Notes(name, letter.letter.language)
    told = "\n".join([*_told(blocks(letter), name, letter.letter.language, notes), *notes.told()])
    return f'<section lang="{lang}" aria-labelledby="{name}">\n{told}\n</section>'


class _Notes:
    """The notes of one letter: marks where they belong, the words at its end, each leading to the other."""

    def __init__(self, name: str, language: str) -> None:
        self._name, self._say = name, page.words(language)
        self._items: list[str] = []

    def marks(self, notes: Iterable[str]) -> str:
        """Take a line's notes and return their marks."""
        return "".join(map(self._mark, notes))

    def told(self) -> list[str]:
        """Return the list of notes; nothing where there is none."""
        if not self._items:
            return []
        items = "\n".join(self._items)
        return [f'<aside class="notes" role="doc-endnotes">\n<ol>\n{items}\n</ol>\n</aside>']

    def _mark(self, words: str) -> str:
        number = len(self._items) + 1
        mark, note = f"{self._name}-mark-{number}", f"{self._name}-note-{number}"
        here, back = (escape(self._say[each].format(number=number)) for each in ("note", "back"))
        link = f'<a role="doc-backlink" href="#{mark}" aria-label="{back}">↩</a>'
        self._items.append(f'<li id="{note}">{escape(words)} {link}</li>')
        return f'<sup><a id="{mark}" role="doc-noteref" href="#{note}" aria-label="{here}">[{number}]</a></sup>'


def _told(told: Iterable[Block], name: str, language: str, notes: _Notes) -> Iterator[str]:
    for each in told:
        lang = f' lang="{TAGS[each.language]}"' if each.language != language else ""
        lines = [escape(line) + notes.marks(own) for line, own in each.noted()]
        if each.kind in ("bullet", "numbered"):
            tag = "ol" if each.kind == "numbered" else "ul"
            yield f"<{tag}>\n" + "\n".join(f"<li>{line}</li>" for line in lines) + f"\n</{tag}>"
        elif each.kind in ("letterhead", "addressee"):
            tag = "address" if each.kind == "addressee" else "div"
            yield f'<{tag} class="{each.kind}">{"<br>".join(lines)}</{tag}>'
        elif each.kind in ("h1", "h2"):
            own = f' id="{name}"' if each.kind == "h1" else ""
            yield f"<{each.kind}{own}>{lines[0]}</{each.kind}>"
        else:
            kind = f' class="{each.kind}"' if each.kind != "p" else ""
            yield f"<p{kind}{lang}>{lines[0]}</p>"
