# SPDX-License-Identifier: MIT
"""The second signature: the pages that the first has signed beside who signs now, then the verdict on both."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from resources.language import N_, _
from storage.model import clock
from storage.model.letter import Letter
from ui.desk import Desk
from ui.errors import told
from ui.letters.identity_choice import IdentityChoice
from ui.letters.press import Press, Rota, reading
from ui.letters.sign_dialog import PAGES
from ui.letters.signing_sheet import SigningSheet
from ui.letters.verdict import VerdictView
from ui.widgets.buttons import Button
from ui.widgets.labels import Label
from ui.widgets.pdf_pages import Pages
from ui.widgets.progress_line import ProgressLine

if TYPE_CHECKING:
    from reports.countersign import Countersigned
    from reports.signing.identity import Identity


class CountersignDialog(SigningSheet):
    """Looks, countersigns, verifies: one letter, once."""

    def __init__(self, desk: Desk, rota: Rota, letter: Letter, parent: QWidget | None = None) -> None:
        """Show the pages as the first signatory signed them."""
        cards = (N_("The pages that the first has signed"), N_("Who signs too"))
        super().__init__(desk.look, N_("Countersign the letter"), cards, parent)
        self._desk, self._letter, self._has_pages = desk, letter, False
        look = desk.look
        self.line, self.pages = ProgressLine(look), Pages(look, *PAGES)
        self._layer, self._press = Press(desk, rota, None, self), Press(desk, rota, self.line, self)
        self.choice = IdentityChoice(desk, self._press, letter.illustration)
        self.who = Label("", "strong", wrap=True)
        self.who.show_text(" · ".join(filter(None, (letter.second_signatory, letter.second_signatory_role))))
        self.first = Label("", "small", "muted", wrap=True)
        self.first.show_text(_("{name} has signed already.").format(name=letter.sealed_by))
        self.verdict = VerdictView(look)
        self.sign = Button(look, N_("&Sign the letter too"), "signature", primary=True)
        self.leave, self.close_button = Button(look, N_("&Cancel")), Button(look, N_("C&lose"), primary=True)
        self._build()
        for press in (self._layer, self._press):
            press.failed.connect(self._on_trouble)
            press.idle.connect(self._say_possible)
        self.choice.chosen.connect(self._say_possible)
        self.sign.clicked.connect(self._on_sign)
        self.leave.clicked.connect(self.reject)
        self.close_button.clicked.connect(self.accept)
        self._say_possible()
        self._layer.start(reading(letter), N_("Laying out the pages"), self._on_pages)

    def done(self, result: int) -> None:
        """Stop what is under way and let go of the key."""
        self._layer.stop()
        self._press.stop()
        self.choice.forget()
        super().done(result)

    def _on_pages(self, pdf: bytes) -> None:
        self._has_pages = True
        self.pages.show_pdf(pdf)
        self._say_possible()

    def _on_sign(self) -> None:
        from reports.countersign import countersigning

        identity: Identity | None = self.choice.identity
        if identity is None:
            return
        self.notice.hide()
        job = countersigning(self._letter, identity, clock.now())
        self._press.start(job, N_("Signing and verifying"), self._on_signed)
        self._say_possible()

    def _on_signed(self, signed: "Countersigned") -> None:
        for part in (self.choice, self.sign, self.leave):
            part.hide()
        self.choice.forget()
        self.pages.show_pdf(signed.pdf)
        self.verdict.show_verdict(signed.verdict)
        self.bring_up(self.verdict)
        self.close_button.show()
        self.close_button.setDefault(True)
        self.close_button.setFocus()

    def _on_trouble(self, trouble: object) -> None:
        message, advice = told(trouble)  # type: ignore[arg-type]
        self.notice.tell(message, advice, "bad")
        self._say_possible()

    def _say_possible(self, _identity: object = None) -> None:
        self.sign.setEnabled(self._has_pages and self.choice.identity is not None and not self._press.is_busy())

    def _build(self) -> None:
        beside = (self.who, self.first, self.choice, self.verdict, self.line)
        self.lay(self.pages, beside, (self.leave, self.sign, self.close_button))
        for part in (self.close_button, self.verdict):
            part.hide()
