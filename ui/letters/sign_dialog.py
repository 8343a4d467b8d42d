# SPDX-License-Identifier: MIT
"""Signing: the very pages beside who signs, then the verdict in plain words. The work itself: reports/acts.py."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from resources.language import N_
from storage.acts import letters
from storage.errors import Trouble
from storage.model import clock
from storage.model.letter import Letter
from storage.queries.letters import letter as letter_now
from ui.desk import Desk
from ui.errors import told
from ui.letters.identity_choice import IdentityChoice
from ui.letters.marked_line import MarkedLine
from ui.letters.press import Press, Rota
from ui.letters.second_signatory import SecondSignatory
from ui.letters.signing_sheet import SigningSheet
from ui.letters.verdict import VerdictView
from ui.widgets.buttons import Button
from ui.widgets.pdf_pages import Pages
from ui.widgets.progress_line import ProgressLine

if TYPE_CHECKING:
    from reports.acts import Preview, Signed
    from reports.signing.identity import Identity

PAGES = (N_("Pages of the letter"), N_("The pages appear here, exactly as they will be signed."))
"""What pages are called, and what stands where there are none yet."""


class SignDialog(SigningSheet):
    """Looks, signs, verifies: one letter, once."""

    def __init__(self, desk: Desk, rota: Rota, letter: Letter, parent: QWidget | None = None) -> None:
        """Show the letter's pages as they would be signed now."""
        cards = (N_("The pages that will be signed"), N_("Who signs"))
        super().__init__(desk.look, N_("Sign the letter"), cards, parent)
        self._desk, self._letter = desk, letter
        self._seen: Preview | None = None
        self._is_practice = False
        self._signs = False
        look = desk.look
        self.line, self.pages = ProgressLine(look), Pages(look, *PAGES)
        self._layer, self._press = Press(desk, rota, None, self), Press(desk, rota, self.line, self)
        self.choice = IdentityChoice(desk, self._press, letter.illustration)
        self.second = SecondSignatory(look, letter)
        self.caution = MarkedLine(look)
        self.caution.mark("triangle-alert", "warn")
        self.verdict = VerdictView(look)
        self.sign = Button(look, N_("&Sign the letter"), "signature", primary=True)
        self.leave, self.close_button = Button(look, N_("&Cancel")), Button(look, N_("C&lose"), primary=True)
        self._build()
        self._layer.failed.connect(self._on_no_pages)
        self._press.failed.connect(self._on_trouble)
        self._press.idle.connect(self._on_idle)
        self.choice.chosen.connect(self._on_identity)
        self.second.changed.connect(self._on_second)
        self.sign.clicked.connect(self._on_sign)
        self.leave.clicked.connect(self.reject)
        self.close_button.clicked.connect(self.accept)
        self._on_identity(self.choice.identity)
        self._lay_out()

    def done(self, result: int) -> None:
        """Stop what is under way and let go of the key."""
        self._layer.stop()
        self._press.stop()
        self.choice.forget()
        super().done(result)

    def _build(self) -> None:
        beside = (self.choice, self.second, self.caution, self.verdict, self.line)
        self.lay(self.pages, beside, (self.leave, self.sign, self.close_button))
        for part in (self.close_button, self.verdict):
            part.hide()

    def _lay_out(self) -> None:
        from reports import acts

        self._seen = None
        self.pages.show_words(N_("Laying out the pages…"))
        job = acts.previewing(self._letter.id, practice=self._is_practice)
        self._layer.start(job, N_("Laying out the pages"), self._on_laid_out)
        self._say_possible()

    def _on_laid_out(self, seen: "Preview") -> None:
        self._seen = seen
        self.pages.show_pdf(seen.pdf)
        self._say_possible()

    def _on_identity(self, identity: "Identity | None") -> None:
        if identity is not None:
            self.notice.hide()
            if identity.practice != self._is_practice:
                # What the page says of its signature depends on who signs.
                self._is_practice = identity.practice
                self._lay_out()
        key = _caution(self._letter, identity)
        self.caution.label.say(key)
        self.caution.setVisible(bool(key))
        self._say_possible()

    def _on_second(self, name: str, role: str) -> None:
        """Put the second signatory's field on the pages before anybody signs, or take it off again."""
        try:
            letters.amend(self._desk.store, self._letter, second_signatory=name, second_signatory_role=role)
        except Trouble as trouble:
            self._tell(trouble)
            return
        self._letter = letter_now(self._desk.store, self._letter.id) or self._letter
        self._lay_out()

    def _on_sign(self) -> None:
        from reports import acts

        if self._seen is None or self.choice.identity is None:
            return
        self.notice.hide()
        self._signs = True
        job = acts.signing(self._seen, self.choice.identity, clock.now())
        self._press.start(job, N_("Signing and verifying"), self._on_signed)
        self._say_possible()

    def _on_signed(self, signed: "Signed") -> None:
        self.choice.hide()
        self.second.hide()
        self.choice.forget()
        self.caution.hide()
        self.sheet.title.say(N_("The signed pages"))
        self.side.title.say(N_("Signed"))
        self.pages.show_pdf(signed.pdf)
        self.verdict.show_verdict(signed.verdict)
        self.bring_up(self.verdict)
        self.sign.hide()
        self.leave.hide()
        self.close_button.show()
        self.close_button.setDefault(True)
        self.close_button.setFocus()

    def _on_no_pages(self, trouble: object) -> None:
        self.pages.show_words(N_("There are no pages to sign: see above."))
        self._tell(trouble)

    def _on_trouble(self, trouble: object) -> None:
        self._tell(trouble)
        if self._signs:
            self._signs = False
            self._lay_out()  # what was seen may have moved: the pages shown are always those of now

    def _on_idle(self) -> None:
        self._signs = False
        self._say_possible()

    def _tell(self, trouble: object) -> None:
        message, advice = told(trouble)  # type: ignore[arg-type]
        self.notice.tell(message, advice, "bad")
        self._say_possible()

    def _say_possible(self) -> None:
        self.sign.setEnabled(self._seen is not None and self.choice.identity is not None and not self._signs)


def _caution(letter: Letter, identity: "Identity | None") -> str:
    """Return what to think of before this identity signs this letter, or ""."""
    if identity is None or identity.practice == letter.illustration:
        return ""
    if identity.practice:
        return N_("This is no practice letter. Signed with a practice identity it must not be sent.")
    return N_("This is a practice letter. You are about to sign it with an identity that is your own.")
