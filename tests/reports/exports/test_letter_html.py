# SPDX-License-Identifier: MIT
"""A letter as HTML: well-formed, structured, in its language, and nothing of it comes from elsewhere."""

import re
from html.parser import HTMLParser

from reports.exports.letter_html import as_html
from tests.reports.pdf.letters import a_letter

_NOTED = (("a", "", (("prose", "One."), ("note", "Of <one>."))),)
_VOID = ("meta", "br")


class Page(HTMLParser):
    """Reads tags, words and attributes; notes what is closed in the wrong order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.words: dict[str, list[str]] = {}
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in _VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if data.strip() and self.open:
            self.words.setdefault(self.open[-1], []).append(data.strip())


def test_it_is_one_file_with_headings_lists_and_language() -> None:
    page = Page(as_html(a_letter()))
    assert page.open == []
    assert dict(page.tags)["html"] == {"lang": "en-GB"}
    assert [tag for tag, _ in page.tags if re.fullmatch(r"h\d", tag)] == ["h1", "h2"]
    assert len(page.words["li"]) == 5
    assert [tag for tag, _ in page.tags].count("ol") == 1
    assert page.words["title"] == ["Re: Improvement conference on children’s services in Aberexample"]


def test_nothing_is_fetched_and_nothing_runs() -> None:
    html = as_html(a_letter(re_line="<script>alert(1)</script> & https://example.org"))
    page = Page(html)
    assert not {tag for tag, _ in page.tags} & {"script", "link", "img", "iframe", "a", "object", "form"}
    assert not [name for _tag, own in page.tags for name in own if name in ("src", "href", "onload", "style")]
    assert "url(" not in html
    assert "default-src 'none'" in html
    assert "<script>alert" not in html
    assert page.words["h1"] == ["<script>alert(1)</script> & https://example.org"]


def test_a_note_and_its_mark_lead_to_each_other_within_the_file() -> None:
    html = as_html(a_letter(_NOTED), a_letter(_NOTED, language="cy"))
    page = Page(html)
    links = [own for tag, own in page.tags if tag == "a"]
    places = {own["id"] for _tag, own in page.tags if own.get("id")}
    assert {str(each["href"])[1:] for each in links} <= places
    assert [each["role"] for each in links] == ["doc-noteref", "doc-backlink"] * 2
    assert {each["aria-label"] for each in links} >= {"Note 1", "Nodyn 1"}
    assert len({own["id"] for _tag, own in page.tags if own.get("id")}) == html.count(' id="')
    assert page.words["li"].count("Of <one>.") == 2


def test_both_languages_are_two_sections_each_with_its_own() -> None:
    page = Page(as_html(a_letter(illustration=True), a_letter(language="cy", illustration=True)))
    sections = [own for tag, own in page.tags if tag == "section"]
    assert [each["lang"] for each in sections] == ["en-GB", "cy-GB"]
    names = {own["id"] for tag, own in page.tags if tag == "h1"}
    assert {each["aria-labelledby"] for each in sections} == names
    assert [own for tag, own in page.tags if tag == "p" and own.get("lang") == "en-GB"]  # the notice, in English too
