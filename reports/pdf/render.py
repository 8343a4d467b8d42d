# SPDX-License-Identifier: MIT
"""A letter as data becomes a letter on paper: which part stands where. No wording, no drawing.

The order is that of every letter of the field (domain: common shell): letterhead, addressee, date, salutation,
"Re:" line, body, close, signatory, copy line.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from reports.noting import noted
from reports.pdf import metadata, page
from reports.pdf.flowables import Noted, Run
from reports.pdf.report import Report
from resources.language import N_, _, long_date
from storage.errors import Refused
from storage.model.letter import Letter, WholeLetter, WholeSection

if TYPE_CHECKING:
    from reports.pdf.attached import Carried

FIELD, SECOND_FIELD = "Sig1", "Sig2"
"""The names of the signature fields that reports/signing/ fills: the signatory's, and a second signatory's."""


class Signatory(NamedTuple):
    """Somebody whose signature the letter has room for."""

    name: str
    role: str = ""


def render(
    letter: WholeLetter,
    *,
    practice: bool = False,
    second: Signatory | None = None,
    files: "Sequence[Carried]" = (),
) -> bytes:
    """Return the letter as PDF/A-2a + PDF/UA-1 with an empty signature field; the same letter gives the same bytes.

    `files` are its enclosures (reports/enclosures.py), which make it PDF/A-3a. `practice` says that a practice identity
    will sign, as it does any worked example. A second signatory (the letter's own where none is given) gets a field
    too, which must be there before the first signs: none can be added later (0008). Raise MissingGlyph for a character
    that the font lacks and Refused for a letter without a date, before anything is laid out.
    """
    return told(letter, practice=practice, second=second, files=files).render()


def told(
    letter: WholeLetter,
    *,
    practice: bool = False,
    second: Signatory | None = None,
    files: "Sequence[Carried]" = (),
) -> Report:
    """Return the letter as the report that becomes its PDF. Raise as `render`."""
    shell = letter.letter
    report = Report(_meta(shell, files), _furniture(shell))
    _body(report, letter)
    first = Signatory(shell.signatory, shell.signatory_role)
    if second is None and shell.second_signatory:
        second = Signatory(shell.second_signatory, shell.second_signatory_role)
    _close(report, letter, [first, second] if second else [first], practice=practice or shell.illustration)
    return report


def render_both(first: WholeLetter, second: WholeLetter) -> bytes:
    """Return a letter in both its languages as one PDF of two parts, each with its language; no signature field.

    It is a copy to read: what is signed is each language's own file, and the copy says so. Raise as `render`.
    """
    report = Report(_meta(first.letter), _furniture(first.letter))
    for number, letter in enumerate((first, second)):
        shell = letter.letter
        with report.part(lang=metadata.TAGS[shell.language] if number else "", new_page=bool(number)):
            report.p(page.words(shell.language)["both"], style="small")
            report.space(8)
            _body(report, letter)
            report.at = _("the close")
            with report.together(with_last=True):
                _paragraphs(report, [shell.close], style="close")
                _lines(report, [shell.signatory, shell.signatory_role])
                _lines(report, [shell.second_signatory, shell.second_signatory_role])
                _enclosures(report, letter, carried=False)
                _copies(report, shell)
    return report.render()


def _body(report: Report, letter: WholeLetter) -> None:
    _open(report, letter.letter)
    for number, section in enumerate(letter.sections, 1):
        _section(report, section, number)


def _furniture(shell: Letter) -> page.Furniture:
    return page.Furniture(shell.language, _foot(shell), [text for text, _tag in _notices(shell)])


def _meta(shell: Letter, files: "Sequence[Carried]" = ()) -> metadata.Meta:
    name = " ".join(shell.letterhead[:1])
    title = shell.re_line or name
    author, subject = shell.signatory or name, _foot(shell)
    return metadata.Meta(title, author, subject, _day(shell), shell.language, tuple(files))


def _day(shell: Letter) -> date:
    try:
        return date.fromisoformat(shell.date)
    except ValueError:
        raise Refused(N_("The letter has no date."), N_("Give it one, then lay it out again.")) from None


def _foot(shell: Letter) -> str:
    return " · ".join(filter(None, [*shell.letterhead[:1], long_date(_day(shell), shell.language)]))


def _notices(shell: Letter) -> list[tuple[str, str]]:
    """Return (notice, its language) for a worked example: in the letter's language, and in English in any case."""
    if not shell.illustration:
        return []
    codes = dict.fromkeys((shell.language, "en"))
    return [(page.words(code)["notice"], "" if code == shell.language else metadata.TAGS[code]) for code in codes]


def _open(report: Report, shell: Letter) -> None:
    """Everything before the body."""
    report.at = _("the letterhead")
    names, address = shell.letterhead[:2], shell.letterhead[2:]
    if names:
        left = list(zip(names, ("name", "second name"), strict=False))
        report.columns(left, [(line, "small right") for line in address], 0.6)
        report.rule()
    for text, tag in _notices(shell):
        report.p(text, style="notice", lang=tag)
    report.at = _("the addressee")
    _lines(report, shell.addressee)
    report.at = ""
    report.p(long_date(_day(shell), shell.language), style="line")
    report.space(18)
    report.at = _("the salutation")
    _paragraphs(report, [shell.salutation])
    report.at = _("the subject line")
    if shell.re_line:
        report.h(1, shell.re_line)


def _section(report: Report, section: WholeSection, number: int) -> None:
    """A section: neighbouring items of a kind are one list; a heading with nothing below it is none."""
    said = noted(section)
    if not said:
        return
    with report.part():
        if section.section.title.strip():
            report.at = _("the heading of section {section}").format(section=number)
            report.h(2, section.section.title)
        for kind, group in groupby(said, lambda each: each.kind):
            paragraphs = list(group)
            if kind == "prose":
                for each in paragraphs:
                    report.at = _place(number, each.number, each.number)
                    report.p(each.text, *(Run(note=note) for note in each.notes))
            else:
                report.at = _place(number, paragraphs[0].number, paragraphs[-1].number)
                report.items([Noted(each.text, each.notes) for each in paragraphs], numbered=kind == "numbered")


def _place(section: int, first: int, last: int) -> str:
    if first == last:
        return _("section {section}, paragraph {paragraph}").format(section=section, paragraph=first)
    words = _("section {section}, paragraphs {first} to {last}")
    return words.format(section=section, first=first, last=last)


def _close(report: Report, letter: WholeLetter, signatories: Sequence[Signatory], *, practice: bool) -> None:
    """Close, signature block and copies, never parted: a page with nothing but a signature invites abuse."""
    shell, say = letter.letter, page.words(letter.letter.language)
    report.at = _("the close")
    with report.together(with_last=True):
        _paragraphs(report, [shell.close], style="close")
        label = say["practice_signature" if practice else "signature"]
        for field, each in zip((FIELD, SECOND_FIELD), signatories, strict=False):
            with report.part("Div"):
                report.p(label, style="small")
                report.space(3)
                report.signature(field, say["field"].format(name=each.name))
                report.space(7)
                for text, style in ((each.name, "strong line"), (each.role, "line")):
                    if text.strip():
                        report.p(text, style=style)
            if field != SECOND_FIELD and len(signatories) > 1:
                report.space(12)
        _enclosures(report, letter, carried=True)
        _copies(report, shell)


def _enclosures(report: Report, letter: WholeLetter, *, carried: bool) -> None:
    if letter.enclosures:
        from reports import enclosures  # reads much, which most letters need not wait for

        report.at = _("the line of enclosures")
        label, words = enclosures.line(letter, carried=carried)
        report.space(10)
        report.p(Run(label, bold=True), words, style="copies")


def _copies(report: Report, shell: Letter) -> None:
    report.at = _("the copy line")
    if shell.copies:
        report.space(10)
        label = Run(f"{page.words(shell.language)['copies']}: ", bold=True)
        report.p(label, "; ".join(shell.copies), style="copies")


def _lines(report: Report, lines: Iterable[str]) -> None:
    """A block of lines, such as an address, and room after it."""
    said = [line for line in lines if line.strip()]
    if said:
        with report.part("Div"):
            for line in said:
                report.p(line, style="line")
        report.space(14)


def _paragraphs(report: Report, texts: Iterable[str], style: str = "body") -> None:
    for text in texts:
        if text.strip():
            report.p(text, style=style)
