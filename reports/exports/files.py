# SPDX-License-Identifier: MIT
"""In which forms a visit can go out, and its files: made whole in memory first, then each written whole or not at all.

Whoever calls says first that these files are not encrypted.
"""

from collections.abc import Callable, Iterable
from pathlib import Path

from reports.exports.text import as_markdown, as_text
from reports.exports.visit import WholeVisit, as_json
from resources.language import N_
from storage.errors import Refused
from storage.job import Tick
from storage.shelf import write_whole
from storage.vault import world

FORMS = {
    "json": N_("JSON: complete, can be brought in again"),
    "md": N_("Markdown"),
    "txt": N_("Plain text"),
    "docx": N_("Word document"),
    "pdf": N_("PDF"),
    "kit": N_("Note forms to print (PDF)"),
}
"""Form → what it is called. All but the kit hold the visit's notes."""

Files = dict[str, bytes]
"""The files' names, and what is in them."""


def _docx(whole: WholeVisit) -> bytes:
    from reports.exports.docx import as_docx

    return as_docx(whole)


def _pdf(whole: WholeVisit) -> bytes:
    from reports.exports.pdf import as_pdf

    return as_pdf(whole)


def _kit(whole: WholeVisit) -> bytes:
    from reports.exports.kit import as_kit

    return as_kit(whole)


_MAKERS: dict[str, Callable[[WholeVisit], bytes]] = {
    "json": lambda whole: as_json(whole).encode(),
    "md": lambda whole: as_markdown(whole).encode(),
    "txt": lambda whole: as_text(whole).encode("utf-8-sig"),
    "docx": _docx,
    "pdf": _pdf,
    "kit": _kit,
}


def made(whole: WholeVisit, forms: Iterable[str], tick: Tick = lambda _part: None) -> Files:
    """Return the visit's files in these forms. Raise Refused for a form that is not one of FORMS.

    The names tell the visit's identifier and nothing else.
    """
    wanted = tuple(dict.fromkeys(forms))
    unknown = [form for form in wanted if form not in FORMS]
    if unknown or not wanted:
        raise Refused(
            N_("A visit does not go out as “{form}”."),
            N_("Choose among: {forms}."),
            form=next(iter(unknown), ""),
            forms=", ".join(FORMS),
        )
    files = {}
    for number, form in enumerate(wanted):
        tick(number / len(wanted))
        name = f"visit-{whole.visit.id[:12]}{'-forms.pdf' if form == 'kit' else f'.{form}'}"
        files[name] = _MAKERS[form](whole)
    return files


def write(folder: Path, files: Files) -> list[Path]:
    """Write files into a folder, made if need be, and return their paths. Raise CannotKeep when the disk refuses."""
    with world(folder):
        folder.mkdir(parents=True, exist_ok=True)
        for name, data in files.items():
            write_whole(folder / name, data)
    return [folder / name for name in files]
