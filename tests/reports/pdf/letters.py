# SPDX-License-Identifier: MIT
"""Fictional letters as data, with valid defaults: `a_letter(illustration=True)`. No test stands here."""

from typing import Any

from reports.letters.draft import Draft
from storage.model.ids import StreamId
from storage.model.letter import Letter, Paragraph, Section, Sentence, WholeLetter, WholeParagraph, WholeSection

_STREAM = StreamId("visit-1")

WELSH = "Ŵŷ Ŵyr Ŷd ŵ ŷ â ê î ô û ï ẁ ẃ ẅ ỳ"
"""The letters of Welsh that other languages lack, and some that they share."""

BODY = (
    ("thanks", "", (("prose", "Thank you for meeting us on Monday 8 October 2018. Officers and Members were frank."),)),
    (
        "systemic issues",
        "What we talked about",
        (
            ("prose", "Three issues were addressed:"),
            ("bullet", "Human resources: recruitment and retention of social workers, induction and training."),
            ("bullet", "Quality assurance: supervision, case recording and management oversight."),
            ("bullet", "Process and paperwork: as lean as it can be."),
            ("prose", "We agreed on what comes first."),
            ("numbered", "An improvement plan is sent within four weeks."),
            ("numbered", "Evidence is reviewed within six months."),
        ),
    ),
    ("contact", "", (("prose", "If you have any questions, please contact me directly."),)),
)

Body = tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...]


def a_letter(body: Body = BODY, **shell: Any) -> WholeLetter:
    """Return a letter of these sections (code, title, paragraphs of (kind, text)); the shell's fields by name."""
    given: dict[str, Any] = {
        "date": "2018-10-12",
        "kind": "improvement_conference",
        "letterhead": ("Arolwg practice letter", "Llythyr ymarfer Arolwg", "1 Example Street, Llanfair", "LL00 0AA"),
        "addressee": ("Morfudd Example", "Director of Social Services", "2 Sample Street", "Aberexample", "LL00 0BB"),
        "salutation": "Dear Ms Example,",
        "re_line": "Re: Improvement conference on children’s services in Aberexample",
        "close": "Yours sincerely,",
        "signatory": "Practice Inspector Sample",
        "signatory_role": "Inspector (practice)",
        "copies": ("Chief Executive", "Council Leader", "Wales Audit Office"),
    }
    letter = Letter(id="letter-1", stream_id=_STREAM, **{**given, **shell})
    return WholeLetter(letter, tuple(_section(number, *each) for number, each in enumerate(body, 1)))


def _section(number: int, code: str, title: str, paragraphs: tuple[tuple[str, str], ...]) -> WholeSection:
    section = Section(id=f"s{number}", stream_id=_STREAM, code=code, title=title, order=f"{number:04}")
    return WholeSection(section, tuple(_paragraph(f"s{number}p{n}", *each) for n, each in enumerate(paragraphs, 1)))


def _paragraph(name: str, kind: str, text: str) -> WholeParagraph:
    sentences = (Sentence(id=f"{name}-1", stream_id=_STREAM, text=text),)
    return WholeParagraph(Paragraph(id=name, stream_id=_STREAM, kind=kind), sentences)


def a_long_letter(paragraphs: int, **shell: Any) -> WholeLetter:
    """Return a letter of many pages: this many paragraphs of some eighty words."""
    words = (
        "We read files with the workers beside us and asked what had changed for each child since we were last there. "
    )
    text = tuple(
        ("prose", f"Paragraph {number} begins here. " + (words * 4).strip()) for number in range(1, paragraphs + 1)
    )
    return a_letter((("history", "What we saw", text),), **shell)


def composed(draft: Draft) -> WholeLetter:
    """Return a draft as the letter that it becomes when it is recorded, paragraph by paragraph."""
    from reports.acts import SHELL  # reads much, which whoever only lays letters out need not wait for

    body = tuple(
        (section.code, section.title, tuple((each.kind, each.text) for each in section.paragraphs))
        for section in draft.sections
    )
    return a_letter(body, **{name: getattr(draft, name) for name in SHELL})


def expected(letter: WholeLetter) -> list[str]:
    """Return the body's paragraphs as they should be read out, in order."""
    return [paragraph.text for section in letter.sections for paragraph in section.paragraphs]
