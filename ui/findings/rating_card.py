# SPDX-License-Identifier: MIT
"""One area: what the evidence is, one's own rating, what both held once it lies open, and what they settle on.

It shows and says what the person wants; ratings.py does it.
"""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QPlainTextEdit, QVBoxLayout, QWidget

from resources.language import N_, _
from storage.model.grades import GRADES
from storage.queries.claims import Ground
from storage.queries.ratings import Rated
from ui.findings.about import offer
from ui.findings.evidence import NoteList
from ui.findings.rating_words import grade_name, stage, voice_words
from ui.findings.rows import pair_row
from ui.findings.sheet import scrolled
from ui.look import Look
from ui.models.finding_words import strength_rule, strength_words
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.labels import Label
from ui.widgets.notice import Notice

_MOST = 6
"""Inspectors of one visit that are shown each on a line."""


class RatingCard(Card):
    """The right of the page."""

    locked = Signal(str, str)
    """Grade and reasons, one's own."""
    settled = Signal(str, str)
    """Grade and reasons, everybody's."""

    def __init__(self, look: Look) -> None:
        """Make the parts and place them."""
        super().__init__(look, N_("Rating"))
        self.title.setProperty("type", "title")
        self.alarm, self.stage = Notice(look), Label("", "strong", wrap=True)
        self.voices = [Label("", wrap=True) for _each in range(_MOST)]
        self.own = Label("", "body", "muted", wrap=True)
        self.grade, self.why, self.deed = (
            QComboBox(),
            QPlainTextEdit(),
            Button(look, N_("&Lock my rating"), primary=True),
        )
        self.result = Label("", "strong", wrap=True)
        self.level, self.rule = Label("", "strong", wrap=True), Label("", "small", "muted", wrap=True)
        self.claims = NoteList(look, N_("Claims, and what was seen"), lines=3)
        self._may_settle = False
        self._build()
        self._say()

    def show_area(self, title: str, rated: Rated, me: str) -> None:
        """Show an area's ratings, and what this person may do."""
        self.title.show_text(title)
        words, _icon, tone = stage(rated if any(each.state != "none" for each in rated.voices) else None, me)
        self.stage.show_text(words)
        self.stage.set_tone(tone)
        for label, voice in zip(self.voices, [*rated.voices, *[None] * _MOST], strict=False):
            label.show_text(voice_words(voice) if voice else "")
            label.setVisible(voice is not None)
        self._alarm(rated)
        self._show_own(rated, me)
        self._show_result(rated)

    def show_ground(self, ground: Ground) -> None:
        """Show what the evidence of the area is."""
        self.level.show_text(strength_words(ground.strength))
        self.rule.show_text(strength_rule(ground.strength))
        self.claims.rows.show([(pair.claim.id, pair_row(pair)) for pair in ground.pairs])
        self.claims.setVisible(bool(ground.pairs))

    def stands(self) -> tuple[str, str]:
        """Return the grade that is chosen and the reasons that are typed."""
        return str(self.grade.currentData() or ""), self.why.toPlainText()

    def take(self, grade: str, words: str) -> None:
        """Put a grade and reasons there, of which nobody is told."""
        offer(self.grade, {"": N_("Choose a grade"), **GRADES}, grade)
        self.why.blockSignals(True)
        self.why.setPlainText(words)
        self.why.blockSignals(False)

    def changeEvent(self, event: QEvent) -> None:
        """Say names again in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _alarm(self, rated: Rated) -> None:
        faulty = [each for each in rated.voices if each.state in ("wrong", "altered")]
        if faulty:
            self.alarm.tell(
                _("{name} opened another rating than the one that was locked.").format(name=faulty[0].name)
                if faulty[0].state == "wrong"
                else _("{name} locked a second rating over the first.").format(name=faulty[0].name),
                _("It does not count. Speak about it, settle on a grade, and say how you came to it."),
                "bad",
            )
        else:
            self.alarm.hide()

    def _show_own(self, rated: Rated, me: str) -> None:
        mine = rated.of(me)
        is_locked = mine is not None and mine.state == "locked"
        self.own.setVisible(is_locked)
        if is_locked and rated.own[0]:
            self.own.say(N_("Your rating: {grade}. Only this laptop knows it."), grade=grade_name(rated.own[0]))
        else:
            self.own.say(N_("Your rating was locked on another laptop, and cannot be opened from this one."))
        self._may_settle = rated.is_open
        may_lock = mine is not None and mine.state == "none"
        self.deed.say(N_("&Settle on this grade") if self._may_settle else N_("&Lock my rating"))
        for part in (self.grade, self.why, self.deed, *self._labels):
            part.setVisible(may_lock or self._may_settle)

    def _show_result(self, rated: Rated) -> None:
        settled = rated.resolution
        self.result.setVisible(settled is not None)
        if settled is not None:
            name = next((each.name for each in rated.voices if each.person_id == settled.author), "")
            words = _(N_("Settled on: {grade}")).format(grade=grade_name(settled.value))
            self.result.show_text("\n".join(part for part in (words, settled.words, name) if part))

    def _say(self) -> None:
        chosen = self.grade.currentData() or ""
        offer(self.grade, {"": N_("Choose a grade"), **GRADES}, chosen)
        self.grade.setAccessibleName(_(N_("Grade")))
        self.why.setAccessibleName(_(N_("Why")))
        self.why.setPlaceholderText(_(N_("Why this grade: one or two sentences.")))

    def _on_deed(self) -> None:
        (self.settled if self._may_settle else self.locked).emit(*self.stands())

    def _build(self) -> None:
        form, inside = QFormLayout(), QWidget()
        grade, why = Label(N_("&Grade")), Label(N_("&Why"))
        self._labels = (grade, why)
        for label, part in ((grade, self.grade), (why, self.why)):
            label.setBuddy(part)
            form.addRow(label, part)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.why.setTabChangesFocus(True)
        self.why.setFixedHeight(self._look.px(64))
        whole = QVBoxLayout(inside)
        whole.setContentsMargins(0, 0, self._look.px(8), 0)
        whole.setSpacing(self._look.px(8))
        for told in (self.stage, *self.voices, self.own, self.result):
            whole.addWidget(told)
        whole.addLayout(form)
        whole.addWidget(self.deed, 0, Qt.AlignmentFlag.AlignLeft)
        whole.addSpacing(self._look.px(12))
        for told in (Label(N_("Evidence of this area"), "heading"), self.level, self.rule):
            whole.addWidget(told)
        whole.addWidget(self.claims, 1)
        self.claims.setMinimumHeight(self._look.px(180))
        whole.addStretch(0)
        self.body.addWidget(self.alarm)
        self.body.addWidget(scrolled(inside), 1)
        self.deed.clicked.connect(self._on_deed)
