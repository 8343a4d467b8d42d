# SPDX-License-Identifier: MIT
"""The page to print: one page, with the code, whose it is, and what to do with it, in either language."""

from io import BytesIO

import pytest
from pyhanko.pdf_utils.reader import PdfFileReader

from resources import language
from ui.unlock.recovery_page import recovery_page

CODE = "7QHK-2M4D-X9RT-0BWC-5N8V-GJ3E-PZ6A-Y1SF"


@pytest.fixture(autouse=True)
def _english_again() -> object:
    yield
    language.use("en")


@pytest.mark.parametrize("code", ["en", "cy"])
def test_one_page_is_made_in_either_language(code: str) -> None:
    language.use(code)
    reader = PdfFileReader(BytesIO(recovery_page(CODE, "Ŵyr ap Gwŷr")))
    assert reader.root["/Pages"]["/Count"] == 1
