# SPDX-License-Identifier: MIT
"""The words of a file: paragraphs as lines, floods cut, damage told."""

import pytest

from storage import readable
from storage.errors import BadFile
from storage.media import TABLE, WORD
from tests.files import a_table, a_word_file, an_archive


def test_a_word_files_paragraphs_are_lines() -> None:
    assert readable.words(a_word_file("Ŵy a phlant."), WORD) == "Ŵy a phlant."


def test_plain_text_is_its_own_words_and_a_table_has_none() -> None:
    assert readable.words("Tŷ\n".encode(), "text/plain") == "Tŷ\n"
    assert readable.words(a_table(), TABLE) is None


def test_a_file_of_too_many_words_is_cut() -> None:
    assert len(readable.words(b"w " * 1_500_000, "text/plain") or "") == readable.MOST_CHARACTERS + 1
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    flood = f"<w:document {space}>" + "<w:p><w:t>words</w:t></w:p>" * 400_000 + "</w:document>"
    found = readable.words(an_archive(("word/document.xml", flood.encode())), WORD) or ""
    assert found.endswith("…")


@pytest.mark.parametrize("data", [a_word_file()[:900], an_archive(("word/document.xml", b"<w:p>")), an_archive()])
def test_a_damaged_word_file_is_told(data: bytes) -> None:
    with pytest.raises(BadFile, match="damaged"):
        readable.words(data, WORD, "plan.docx")
