# SPDX-License-Identifier: MIT
"""The rows: what they say, which words stand out, and that older ones are asked for once."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from storage.queries.found import Hit
from storage.search.snippet import Snippet
from ui.look import Look
from ui.search.results import NONE, HitDelegate, Hits, Results, row_of

HIT = Hit(
    *("n1", "v1", Snippet("A care plan stood there.", ((7, 11),)), "2018-07-10T09:00:00.000Z", ""),
    *("interview", "Social worker A", "Case 07", "weakness", True, True),
)


def test_a_row_says_source_time_visit_and_what_it_is() -> None:
    row = row_of(HIT, {"v1": "Practice Borough Council"})
    assert row.title == "Interview · Social worker A · Case 07"
    assert row.time.startswith("10 July 2018")
    assert row.chips == ("Practice Borough Council", "Confidential", "Worked example")
    assert row.mark == "Weakness"
    assert row.hits == ((7, 11),)


def test_a_row_is_no_more_exact_about_the_time_than_is_known() -> None:
    assert row_of(HIT._replace(event_part="morning"), {}).time == "10 July 2018, morning"


def test_the_words_that_were_sought_are_drawn_otherwise(qtbot: QtBot, look: Look) -> None:
    def drawn(hit: Hit) -> QImage:
        results = Results(look)
        qtbot.addWidget(results)
        results.hits.show([hit], {}, has_more=False)
        image = QImage(600, 100, QImage.Format.Format_RGB32)
        image.fill(look.colour("surface"))
        painter, option = QPainter(image), QStyleOptionViewItem()
        option.rect = image.rect()
        HitDelegate(look).paint(painter, option, results.hits.index(0))
        painter.end()
        return image

    assert drawn(HIT) != drawn(HIT._replace(snippet=Snippet(HIT.snippet.text)))


def test_what_does_not_fit_into_a_row_ends_with_an_ellipsis(qapp: QApplication, look: Look) -> None:
    delegate = HitDelegate(look)
    words = "Supervision was irregular; " * 20
    for text in (words, f"😀 {words}"):
        start = text.index("Supervision")
        hits = [(at, at + 11) for at in range(start, len(text), 27)]
        shown, left = delegate.fitted(text, hits, look.px(300))
        assert shown.endswith("…")
        assert text.startswith(shown[:-1])
        assert 20 < len(shown) < 200
        assert left
        assert all("Supervision".startswith(shown[first:then]) for first, then in left)
    assert delegate.fitted("A plan.", [(2, 6)], look.px(300)) == ("A plan.", [(2, 6)])
    assert delegate.fitted("", [], look.px(300)) == ("", [])


def test_older_ones_are_asked_for_once(qtbot: QtBot) -> None:
    hits = Hits()
    hits.show([HIT], {}, has_more=True)
    with qtbot.waitSignal(hits.more_wanted):
        hits.fetchMore(NONE)
    assert not hits.canFetchMore(NONE)
    hits.add([HIT], has_more=True)
    assert hits.canFetchMore(NONE)
    assert hits.rowCount() == 2


def test_a_chosen_row_stays_chosen_while_the_same_notes_are_found(qtbot: QtBot, look: Look) -> None:
    results = Results(look)
    qtbot.addWidget(results)
    results.hits.show([HIT, HIT._replace(note_id="n2")], {}, has_more=False)
    results.setCurrentIndex(results.hits.index(1))
    results.hits.show([HIT._replace(case_ref="Case 08"), HIT._replace(note_id="n2")], {}, has_more=False)
    chosen = results.chosen()
    assert chosen is not None
    assert chosen.note_id == "n2"


def test_a_row_is_read_out_whole() -> None:
    hits = Hits()
    hits.show([HIT], {"v1": "Council"}, has_more=False)
    said = str(hits.data(hits.index(0), Qt.ItemDataRole.AccessibleTextRole))
    assert "Council" in said
    assert "care plan" in said
    assert "Weakness" in said
