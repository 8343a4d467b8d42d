# SPDX-License-Identifier: MIT
"""In which shapes a copy of a letter’s words goes out, beside the PDF that is signed. Making each: its own file."""

from resources.language import N_
from storage.errors import Refused
from storage.model.letter import WholeLetter

SHAPES = ("html", "docx", "pdf")
"""Each is its file's ending; the PDF is the one of both languages."""


def made(shape: str, letter: WholeLetter, pair: WholeLetter | None = None) -> bytes:
    """Return the copy as bytes, with its pair in the other language where one is given.

    Raise Refused for a shape that is none, and for the PDF of both languages without the second.
    """
    if shape == "html":
        from reports.exports.letter_html import as_html

        return as_html(letter, pair).encode()
    if shape == "docx":
        from reports.exports.letter_docx import as_docx

        return as_docx(letter, pair)
    if shape == "pdf" and pair is not None:
        from reports.pdf.render import render_both

        return render_both(letter, pair)
    if shape == "pdf":
        raise Refused(N_("This letter has no pair in the other language."), N_("Draft it in the other language first."))
    raise Refused(
        N_("A letter does not go out as “{shape}”."),
        N_("Choose among: {shapes}."),
        shape=shape,
        shapes=", ".join(SHAPES),
    )
