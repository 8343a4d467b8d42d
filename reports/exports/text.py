# SPDX-License-Identifier: MIT
"""A whole visit as Markdown and as plain text, in the language in use. What is told: telling.py."""

import textwrap

from reports.exports.telling import telling
from reports.exports.visit import WholeVisit

_MARKDOWN = {
    "title": "# {}",
    "h2": "## {}",
    "h3": "### {}",
    "notice": "> **{}**",
    "marks": "*{}*",
    "item": "- {}",
    "number": "1. {}",
}
_WIDTH = 100
"""Characters of a line of plain text."""
_UNDER = {"title": "=", "h2": "=", "h3": "-"}


def as_markdown(whole: WholeVisit) -> str:
    """Return the visit as Markdown, readable by anybody."""
    lines = []
    for kind, text in telling(whole):
        if kind == "aside":
            lines.append(textwrap.indent(text, "> "))
        else:
            lines.append(_MARKDOWN.get(kind, "{}").format(text))
    return "\n\n".join(lines) + "\n"


def as_text(whole: WholeVisit) -> str:
    """Return the visit as plain text: headings underlined, lines of at most 100 characters."""
    lines = []
    for kind, text in telling(whole):
        if kind in _UNDER:
            lines.append(f"{text}\n{_UNDER[kind] * min(len(text), _WIDTH)}")
        elif kind == "words":
            lines.append(_folded(text, "    ", "    "))
        elif kind == "aside":
            lines.append(_folded(text, "      | ", "      | "))
        elif kind in ("item", "number"):
            lines.append(_folded(text, "- ", "  "))
        else:
            lines.append(_folded(text, "", ""))
    return "\n\n".join(lines) + "\n"


def _folded(text: str, first: str, later: str) -> str:
    fold = textwrap.TextWrapper(_WIDTH, initial_indent=first, subsequent_indent=later, break_on_hyphens=False)
    parts = [fold.fill(line) for line in text.splitlines()]
    return "\n".join(part or later.rstrip() for part in parts)
