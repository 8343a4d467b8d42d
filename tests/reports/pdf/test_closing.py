# SPDX-License-Identifier: MIT
"""How letters end: no signature on a page without the letter's last words, no page more for want of a little white."""

from io import BytesIO

import pikepdf
import pytest

from reports.catalogue import LETTER_TYPES, letter_type
from reports.checks.pdf_words import pdf_words
from reports.facts import facts_of
from reports.pdf import closing
from reports.pdf.render import render
from resources.language import LANGUAGES
from storage.store import Store
from tests.builders import a_visit
from tests.reports.pdf.letters import a_letter, composed
from tests.reports.pdf.readout import readout

_SENTENCE = "We read files with the workers beside us and asked what had changed for each child. "
_KINDS = [each.name for each in LETTER_TYPES]


def _pages(data: bytes) -> int:
    with pikepdf.open(BytesIO(data)) as pdf:
        return len(pdf.pages)


def _above_the_close(data: bytes) -> str:
    """Return what the letter says above its close on the page that has it, where the signature stands too."""
    shown = pdf_words(data)[0][_pages(data) - 1].split("\n")
    assert "Signature" in shown
    return " ".join(shown[: shown.index("Yours sincerely,")])


@pytest.mark.parametrize("last", ["prose", "bullet", "long"])
@pytest.mark.parametrize("fill", range(1, 16, 2))
def test_a_signature_never_stands_without_the_letters_last_words(last: str, fill: int) -> None:
    paragraphs = [("prose", f"{number}: {_SENTENCE * 2}") for number in range(fill)]
    paragraphs += {
        "prose": [("prose", "The end of it.")],
        "bullet": [("bullet", f"Item {number} of the list.") for number in range(6)],
        "long": [("prose", _SENTENCE * 30)],
    }[last]
    data = render(a_letter((("a", "Part", tuple(paragraphs)),)))
    assert readout(data).problems == []
    assert len(_above_the_close(data)) > 60


@pytest.mark.parametrize("signatories", [{}, {"second_signatory": "Siân Parry", "second_signatory_role": "Pennaeth"}])
def test_a_paragraph_longer_than_a_page_is_parted_with_its_last_lines_above_the_signature(
    signatories: dict[str, str],
) -> None:
    data = render(a_letter((("a", "", (("prose", "Short."), ("prose", _SENTENCE * 80))),), **signatories))
    heard = readout(data)
    assert heard.problems == []
    assert (_SENTENCE * 80).strip() in [each.strip() for each in heard.texts()]
    assert _above_the_close(data).count("We read files") > 1


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", _KINDS)
def test_a_nearly_empty_draft_needs_no_page_for_its_signature(store: Store, kind: str, language: str) -> None:
    draft = letter_type(kind).draft(facts_of(store, a_visit(store).id, "2018-10-12"), language)
    data = render(composed(draft))
    # Of all types only this one has more headings than a page has room for.
    assert _pages(data) == (2 if kind == "annual_review" else 1)


def _of(count: int) -> bytes:
    said = tuple(("prose", f"{number}: {_SENTENCE}") for number in range(count))
    return render(a_letter((("a", "", said),)))


def test_only_a_letter_that_is_a_little_too_long_is_set_closer(monkeypatch: pytest.MonkeyPatch) -> None:
    closer = [_of(count) for count in range(6, 16)]
    monkeypatch.setattr(closing, "tighten", lambda *_story: None)
    plain = [_of(count) for count in range(6, 16)]
    on_one = [sum(_pages(each) == 1 for each in every) for every in (closer, plain)]
    assert on_one[0] >= on_one[1] + 2
    saved = [(_pages(one), _pages(other)) for one, other in zip(closer, plain, strict=True) if one != other]
    assert set(saved) == {(1, 2)}


def test_notes_count_where_a_page_is_measured() -> None:
    for count in range(5, 10):
        said = [(kind, _SENTENCE) for _number in range(count) for kind in ("prose", "note")]
        data = render(a_letter((("a", "", tuple(said)),)))
        assert readout(data).problems == []
        assert _above_the_close(data)
