# SPDX-License-Identifier: MIT
"""One finding in full: what is held, the notes for and against it, what was claimed, what it says, who agrees.

It shows and says what the person wants; writing.py does it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QScrollArea, QTabWidget, QVBoxLayout, QWidget

from resources.language import N_, _
from storage.model.finding import Finding
from storage.model.recommendation import Recommendation
from storage.model.rules import STATE_NAMES
from storage.model.triangulation import Pair
from storage.queries.findings import Weighed
from ui.findings.about import About
from ui.findings.agreement import Agreement
from ui.findings.evidence import Evidence, NoteList
from ui.findings.rows import pair_row
from ui.findings.statement import Statement
from ui.look import Look
from ui.models.finding_words import flags
from ui.widgets.buttons import Button, IconButton
from ui.widgets.card import Card
from ui.widgets.chips import Chip
from ui.widgets.labels import Label
from ui.widgets.notice import Notice


@dataclass(frozen=True, slots=True)
class Beside:
    """What a sheet needs beside the finding itself."""

    chips: Sequence[Chip] = ()
    """Its areas."""
    names: Mapping[str, str] = field(default_factory=dict)
    """Person → name."""
    me: str = ""
    earlier: Finding | Recommendation | None = None


class Sheet(Card):
    """The right of the page."""

    left = Signal()
    """The words were left: time to keep them."""
    looked = Signal()
    """Somebody looked at a finding without notes, and it stands."""

    def __init__(self, look: Look) -> None:
        """Make the parts and place them."""
        super().__init__(look, N_("Finding"))
        self.title.setProperty("type", "title")
        self.history = IconButton(look, "history", N_("History of this finding"))
        self.alarm, self.stands = Notice(look), Button(look, N_("L&ooked at: it stands"), "check")
        self.flags = Label("", "strong", "warn", wrap=True)
        self.statement = Statement()
        self.evidence, self.about, self.agreement = Evidence(look), About(look), Agreement(look)
        self.claims = NoteList(look, N_("Claims, and what was seen"), lines=3)
        self.no_claims = Label(
            N_("Nobody claimed anything in the areas of this finding, as far as the notes say."),
            tone="muted",
            wrap=True,
        )
        self.tabs = QTabWidget()
        self.keep = Button(look, N_("&Keep the finding"), primary=True)
        self._build()
        self._connect()
        self._say()

    def show_finding(self, weighed: Weighed | None, beside: Beside) -> None:
        """Show a finding; a blank sheet for None."""
        finding = weighed.finding if weighed else None
        self.title.show_text(
            f"{_('Finding')} · {_(STATE_NAMES.get(weighed.state, weighed.state))}" if weighed else _("New finding")
        )
        self.statement.show_words(finding.id if finding else "", finding.statement if finding else "")
        self.about.impact.show_words(finding.id if finding else "", finding.impact if finding else "")
        self.flags.show_text(" · ".join(flags(weighed)) if weighed and not weighed.bereft else "")
        self.flags.setVisible(bool(self.flags.text()))
        self.stands.setVisible(bool(weighed and weighed.bereft))
        if weighed and weighed.bereft:
            self.alarm.tell(
                _("The last note that supported this finding was withdrawn."),
                _("Add another note, or look at it and let it stand. Until then nobody can agree to it."),
                "warn",
            )
        else:
            self.alarm.hide()
        self.evidence.show_finding(weighed)
        self.about.show_finding(finding, beside.earlier)
        self.about.chips.show_chips(beside.chips, fixed=False)
        self.agreement.show_finding(weighed, beside.names, beside.me)
        self.history.setEnabled(finding is not None)

    def show_claims(self, pairs: Sequence[Pair]) -> None:
        """Show claims with what was seen of their areas."""
        self.claims.rows.show([(pair.claim.id, pair_row(pair)) for pair in pairs])
        self.claims.setVisible(bool(pairs))
        self.no_claims.setVisible(not pairs)

    def is_pending(self) -> bool:
        """Say whether words stand here that are not kept."""
        return self.statement.is_pending() or self.about.impact.is_pending()

    def changeEvent(self, event: QEvent) -> None:
        """Say names again in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _say(self) -> None:
        self.statement.setAccessibleName(_(N_("What is held to be so")))
        self.statement.setPlaceholderText(_(N_("One sentence that a letter could say.")))
        names = (N_("Evidence"), N_("Claims"), N_("Details"), N_("Agreement"))
        for at, name in enumerate(names):
            self.tabs.setTabText(at, _(name))
        self.tabs.setAccessibleName(_(N_("Parts of the finding")))

    def _connect(self) -> None:
        self.statement.left.connect(self.left)
        self.about.impact.left.connect(self.left)
        self.keep.clicked.connect(self.left)
        self.stands.clicked.connect(self.looked)

    def _build(self) -> None:
        self.corner.addWidget(self.history)
        self.corner.addWidget(self.keep)
        claims = QWidget()
        inside = QVBoxLayout(claims)
        inside.setContentsMargins(0, self._look.px(8), 0, 0)
        inside.addWidget(self.no_claims)
        inside.addWidget(self.claims, 1)
        inside.addStretch(0)
        for part in (self.alarm, self.stands, self.flags, self.statement):
            self.body.addWidget(part)
        self.body.setAlignment(self.stands, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.tabs, 1)
        for leaf in (self.evidence, claims, scrolled(self.about), scrolled(self.agreement)):
            self.tabs.addTab(leaf, "")
        self.statement.setFixedHeight(self._look.px(64))
        self.stands.hide()
        self.setTabOrder(self.history, self.statement)
        self.setTabOrder(self.statement, self.tabs)


def scrolled(part: QWidget) -> QScrollArea:
    """Return a part that scrolls where there is little room."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(part)
    part.setProperty("scroll", True)
    return area
