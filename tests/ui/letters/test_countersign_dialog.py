# SPDX-License-Identifier: MIT
"""The second signature from the dialog: the signed pages, then the verdict on both."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reports import acts
from reports.signing.identity import Identity, read_identity
from reports.signing.sign import Occasion, sign
from storage import documents
from storage.acts import letters
from storage.model import clock
from tests.reports.signing.paper import PASSWORD, pkcs12_file
from tests.ui.letters.conftest import Written
from ui.desk import Desk
from ui.letters.countersign_dialog import CountersignDialog
from ui.letters.press import Rota


def _signed(written: Written, identity: Identity) -> bytes:
    """Sign the letter as the first signatory does, and return the PDF."""
    store, seen = written.store, acts.preview(written.store, written.letter_id)
    pdf = sign(seen.pdf, identity, Occasion(clock.now()))
    pages = [documents.shelve(store, seen.letter.letter.stream_id, each, subject="") for each in (pdf, seen.pdf)]
    signer = (identity.name, identity.certificate.hex())
    letters.seal(store, seen.letter.letter, (pages[0], pages[1]), signer, seen.cites)
    return pdf


def test_the_signed_pages_are_shown_and_signed_too(qtbot: QtBot, desk: Desk, written: Written) -> None:
    store = written.store
    file = (pkcs12_file(begins=clock.now()), PASSWORD)  # a short key: making a practice identity takes seconds
    store.marks.keep("practice_identity", [each.hex() for each in file])
    letters.amend(store, written.whole().letter, second_signatory="Siân Parry")
    first = _signed(written, read_identity(*file, clock.now()))
    dialog = CountersignDialog(desk, Rota(desk, desk.bus), written.whole().letter)
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.sign.isEnabled()
    qtbot.waitUntil(dialog.sign.isEnabled)
    assert dialog.pages.pdf == first
    assert "Siân Parry" in dialog.who.text()
    qtbot.mouseClick(dialog.sign, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(dialog.verdict.isVisible)
    assert dialog.verdict.judgement.text().startswith("All is well")
    assert written.whole().letter.countersigned_id
    assert dialog.pages.pdf.startswith(first)
    assert dialog.choice.identity is None
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert not dialog.isVisible()
