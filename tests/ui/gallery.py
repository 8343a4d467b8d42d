# SPDX-License-Identifier: MIT
"""`python -m tests.ui.gallery OUT_DIR`: every small part in both themes at 100 % and 200 %, to be looked at."""

import os
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QListView,
    QPlainTextEdit,
    QRadioButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from storage.model.deadlines import deadline
from storage.model.rubric import Area, Criterion, Rubric
from storage.queries.letter_states import AHEAD, DONE, HERE, PASSED_BY, Step, Stop
from ui.errors import CrashBox
from ui.letters.day_clock import DayClock
from ui.letters.track import Track
from ui.look import Look
from ui.models.rubric_tree import Role as TreeRole
from ui.models.rubric_tree import RubricTree, Tally
from ui.widgets.buttons import Button, IconButton, NavButton
from ui.widgets.card import Card
from ui.widgets.command_palette import CommandPalette
from ui.widgets.coverage_bar import CoverageBar
from ui.widgets.empty_state import EmptyState
from ui.widgets.key_sheet import KeySheet
from ui.widgets.labels import Label
from ui.widgets.notice import Notice
from ui.widgets.passphrase_field import PassphraseField
from ui.widgets.progress_line import ProgressLine
from ui.widgets.ranking import Entry
from ui.widgets.row_delegate import Role, Row, RowDelegate
from ui.widgets.search_field import SearchField
from ui.widgets.status_line import KeptMark, StatusLine

ROWS = (
    Row(
        "Social worker C · interview",
        "Supervision happens monthly when the team manager is in post; since March there have been three managers, "
        "and the file shows no supervision between April and June.",
        ("QA1", "HR2"),
        "10:42",
        "Weakness",
        "triangle-alert",
        "weakness",
    ),
    Row(
        "Case 07 · file",
        "Chronology is present, current and used in analysis.",
        ("QA3",),
        "10:38",
        "Strength",
        "check",
        "strength",
    ),
    Row(
        "Focus group · agency staff",
        "Laptops work at home; mobile signal does not in the north.",
        ("HR5", "HR6", "HR7", "PP1", "PP2", "PP3", "QA2"),
        "09:51",
        "Neutral",
        "minus",
        "muted",
    ),
    Row(
        "Dyddiadur y tîm · dogfen",
        "Mae'r tîm yn cwrdd bob wythnos: ŵ Ŵ ŷ Ŷ. 😀",
        (),
        "09:40",
        "Neutral",
        "minus",
        "muted",
    ),
)
RUBRIC = Rubric(
    "trial-2026",
    {"en": "Trial"},
    "",
    (
        Area(
            "HR",
            {"en": "Human resources"},
            tuple(
                Criterion(f"HR{n}", {"en": words})
                for n, words in enumerate(
                    (
                        "Posts are filled: recruitment keeps pace with need",
                        "Social workers stay",
                        "Agency staff are used sparingly",
                    ),
                    1,
                )
            ),
        ),
        Area(
            "QA",
            {"en": "Quality assurance"},
            tuple(
                Criterion(f"QA{n}", {"en": words})
                for n, words in enumerate(
                    ("Supervision is regular and consistent", "Responses are timely", "Recording is current"), 1
                )
            ),
        ),
        Area("PP", {"en": "Process and paperwork"}, (Criterion("PP1", {"en": "Processes are lean"}),)),
    ),
)
COUNTS = {
    "HR1": Tally(2, 1, 3),
    "HR2": Tally(0, 0, 4),
    "QA1": Tally(5, 2, 1),
    "QA3": Tally(1, 0, 0),
    "PP1": Tally(0, 3, 0),
}


def controls(look: Look) -> QWidget:
    """Show buttons and fields, plain, focused, disabled."""
    card = Card(look, "Controls", "Every control wears the ring when it has the focus.")
    card.corner.addWidget(IconButton(look, "history", "History", "Ctrl+H"))
    form = QFormLayout()
    box = QComboBox()
    box.addItems(["Interview", "File", "Observation"])
    off = Button(look, "Not &now")
    off.setEnabled(False)
    tick = QCheckBox("Verbatim: the speaker's own words")
    tick.setChecked(True)
    choice = QRadioButton("Seen, not only said")
    choice.setChecked(True)
    form.addRow("&Source", box)
    form.addRow("", tick)
    form.addRow("", QCheckBox("From memory"))
    form.addRow("", choice)
    form.addRow("", QRadioButton("A claim"))
    card.body.addLayout(form)
    field = SearchField(look, "Search notes")
    card.body.addWidget(field)
    typed = SearchField(look, "Search notes")
    typed.setText("supervision")
    card.body.addWidget(typed)
    row = QHBoxLayout()
    for button in (Button(look, "&Draft the letter", "file-text", primary=True), Button(look, "&Preview", "eye"), off):
        row.addWidget(button)
    row.addStretch(1)
    card.body.addLayout(row)
    card.body.addStretch(1)
    return card


def editor(look: Look) -> QWidget:
    """Show a title with its kept mark, a page of text, a notice and slow work."""
    card = Card(look, "Social worker C · interview")
    mark = KeptMark(look)
    mark.kept("10:42:07")
    card.corner.addWidget(mark)
    page = QPlainTextEdit("Supervision is monthly when the team manager is in post.\n\nMae'r tîm yn cwrdd: Ŵ ŵ Ŷ ŷ.")
    page.setProperty("page", True)
    page.setAccessibleName("Note")
    notice, warning, line = Notice(look), Notice(look), ProgressLine(look)
    for part in (notice, warning, page, line):
        card.body.addWidget(part)
    notice.tell("The disk is full.", "What you typed is still on the screen. Free some space, then press Keep again.")
    warning.tell(
        "Changed elsewhere", "Your partner reworded this at 10:40. See both wordings under Differences.", "warn"
    )
    line.begin("Signing the letter")
    line.progress(0.4)
    return card


def rows(look: Look) -> QWidget:
    """Show a list of rows, the second chosen."""
    card = Card(look, "Notes")
    count = Label("4 of 212", "small", "muted")
    card.corner.addWidget(count)
    model = QStringListModel([row.title for row in ROWS])
    view = QListView()
    view.setAccessibleName("Notes")
    view.setUniformItemSizes(True)
    view.setItemDelegate(RowDelegate(look))
    view.setModel(_Rows(view, model))
    view.setCurrentIndex(view.model().index(1, 0))
    card.body.addWidget(view)
    return card


class _Rows(QStringListModel):
    def __init__(self, parent: QListView, names: QStringListModel) -> None:
        super().__init__(names.stringList(), parent)

    def data(self, index: object, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        return ROWS[index.row()] if role == Role.ROW else super().data(index, role)  # type: ignore[attr-defined]


def tree(look: Look) -> QWidget:
    """Show a rubric with its bars."""
    card = Card(look, "Framework", "How many notes stand behind each area")
    view = QTreeView()
    view.setAccessibleName("Framework")
    view.setModel(RubricTree(RUBRIC, COUNTS, view))
    view.setItemDelegateForColumn(1, CoverageBar(look, TreeRole.TALLY, TreeRole.MOST))
    view.setHeaderHidden(True)
    view.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    view.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
    view.header().setStretchLastSection(False)
    view.setIndentation(look.px(16))
    view.setUniformRowHeights(True)
    view.expandAll()
    view.setCurrentIndex(view.model().index(0, 0, view.model().index(1, 0)))
    card.body.addWidget(view)
    return card


def empty(look: Look) -> QWidget:
    """Show an empty screen and two passphrase fields."""
    card = Card(look)
    sentence = "A visit holds two days of notes, the rubric beside them, and the letters that come of it."
    card.body.addWidget(EmptyState(look, "calendar", "No visits yet", sentence, "Plan a &visit"))
    field = PassphraseField(look, "Passphrase", measured=True)
    field.edit.setText("piano otter glue march")
    weak = PassphraseField(look, "Passphrase", measured=True)
    weak.edit.setText("Wrexham2018")
    weak.eye.setChecked(True)
    card.body.addWidget(field)
    card.body.addWidget(weak)
    return card


def desk(look: Look) -> QWidget:
    """Show the parts together, as a window would."""
    window = QWidget()
    window.setProperty("ground", True)
    outer = QVBoxLayout(window)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.setSpacing(0)
    rail = Card(look)
    rail.setProperty("card", False)
    rail.setProperty("rail", True)
    for at, (name, words) in enumerate(
        (
            ("calendar", "Visits"),
            ("file-text", "Notes"),
            ("list-tree", "Framework"),
            ("book-open", "Letters"),
            ("settings", "Settings"),
        )
    ):
        button = NavButton(look, name, words, f"Ctrl+{at + 1}")
        button.setChecked(at == 1)
        button.setMinimumWidth(look.px(140))
        rail.body.addWidget(button)
    rail.body.addStretch(1)
    cards = QHBoxLayout()
    cards.setContentsMargins(look.px(12), look.px(12), look.px(12), look.px(12))
    cards.setSpacing(look.px(12))
    for part, wide in ((rows(look), 4), (editor(look), 5), (tree(look), 4)):
        cards.addWidget(part, wide)
    middle = QHBoxLayout()
    middle.addWidget(rail)
    middle.addLayout(cards, 1)
    middle.setSpacing(0)
    outer.addLayout(middle, 1)
    status = StatusLine(look)
    status.where.say("Wrexham · offline · everything kept on this laptop")
    status.pass_on("Linked to QA1")
    outer.addWidget(status)
    return window


def parts(look: Look) -> QWidget:
    """Show the parts that the desk lacks, side by side."""
    window = QWidget()
    window.setProperty("ground", True)
    side = QHBoxLayout(window)
    side.addWidget(controls(look), 1)
    side.addWidget(empty(look), 1)
    return window


def way(look: Look) -> QWidget:
    """Show a letter's way, and the working days of a reply: some gone, some over."""
    card = Card(look, "Improvement conference")
    track = Track(look)
    step = Step("approved", "2018-10-12T09:00:00+00:00", "Lead Inspector", "Every check is clear.")
    states = (("drafting", DONE), ("evidence_checked", DONE), ("peer_reviewed", PASSED_BY))
    done = [Stop(state, stands) for state, stands in states]
    track.show_way([*done, Stop("approved", HERE, step), Stop("signed", AHEAD), Stop("issued", AHEAD)])
    card.body.addWidget(track)
    for today in (date(2018, 10, 18), date(2018, 10, 30)):
        clock = DayClock(look)
        clock.show_due(deadline("2018-10-12", 10, "working_days"), today)
        card.body.addWidget(clock)
    card.body.addStretch(1)
    return card


def palette(look: Look) -> QWidget:
    """Show the command palette with something typed."""
    shown = CommandPalette(look)
    names = (
        ("New note", "Notes", "Ctrl+N"),
        ("New visit", "Visits", ""),
        ("Link to an area", "Notes", "Ctrl+L"),
        ("QA1 Supervision is regular", "Area", ""),
    )
    shown.ask([Entry(*name) for name in names])
    shown.field.setText("n")
    return shown


def keys(look: Look) -> QWidget:
    """Show the sheet of keys."""
    rows = [("New note", "Ctrl+N"), ("Link to an area", "Ctrl+L"), ("Find and do", "Ctrl+K")]
    return KeySheet(look, {"Notes": rows, "Letters": rows[:2], "Everywhere": [*rows, ("This sheet", "F1")]})


def crash(look: Look) -> QWidget:
    """Show the crash box."""
    return CrashBox(look, "words", Path("reports") / "arolwg-20261122.txt")


SCENES: tuple[tuple[Callable[[Look], QWidget], int, int], ...] = (
    (desk, 1360, 720),
    (parts, 1000, 620),
    (way, 520, 220),
    (palette, 560, 420),
    (keys, 760, 420),
    (crash, 520, 300),
)


def main(folder: Path) -> None:
    """Write a picture of every scene."""
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    look = Look(app, "light")
    for theme in ("light", "dark"):
        for percent in (100, 200):
            look.wear(theme, percent)
            for scene, wide, high in SCENES:
                widget = scene(look)
                widget.resize(look.px(wide), look.px(high))
                widget.show()
                app.processEvents()
                widget.grab().save(str(folder / f"{scene.__name__}-{theme}-{percent}.png"))
                widget.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
