# SPDX-License-Identifier: MIT
"""An attachment read away from the screen: pictures clean, words as words, damage told."""

from io import BytesIO

import pytest
from PIL import Image

from storage.acts.attachments import Incoming, attach
from storage.errors import StoreTrouble
from storage.job import run_now
from storage.model.document import Document
from storage.queries.attachments import attachments_of_note
from storage.store import Store
from tests.builders import a_note, a_visit
from tests.files import CAMERA, a_picture, a_word_file, pdf
from ui.attachments.loading import loading


def _attached(store: Store, data: bytes) -> Document:
    note = a_note(store, a_visit(store))
    attach(store, note, [Incoming("scan", data)])
    return attachments_of_note(store, note.id)[0]


def test_a_picture_comes_for_the_screen_without_its_camera(store: Store) -> None:
    data = a_picture("PNG")
    loaded = run_now(loading(_attached(store, data)), store)
    assert loaded.data == data
    assert loaded.picture.startswith(b"\xff\xd8")
    assert CAMERA.encode() not in loaded.picture
    assert loaded.words is None


def test_words_come_as_words_and_a_pdf_as_it_is(store: Store) -> None:
    assert run_now(loading(_attached(store, a_word_file("Six of eight."))), store).words == "Six of eight."
    loaded = run_now(loading(_attached(store, pdf("words"))), store)
    assert (loaded.picture, loaded.words) == (b"", None)


def test_one_that_is_not_here_is_told(store: Store) -> None:
    document = _attached(store, b"words")
    store.shelf._memory.clear()
    with pytest.raises(StoreTrouble, match="not on this computer"):
        run_now(loading(document), store)


def test_the_decoder_of_the_window_is_given_nothing_that_ours_did_not_make(store: Store) -> None:
    loaded = run_now(loading(_attached(store, a_picture("WEBP", (3000, 10)))), store)
    with Image.open(BytesIO(loaded.picture)) as image:
        assert image.format == "JPEG"
        assert max(image.size) == 2400
