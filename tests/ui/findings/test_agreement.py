# SPDX-License-Identifier: MIT
"""Who agrees is said of each, and what one may do about it."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from storage.acts import findings
from storage.queries.findings import names_of_stream, weighed
from storage.store import Store
from tests.builders import a_finding, a_store, a_visit, again, join
from ui.findings.agreement import Agreement
from ui.look import Look


def said(shown: Agreement) -> list[str]:
    return [label.text() for label in shown.voices if label.text()]


def test_each_inspectors_word_is_on_a_line(qtbot: QtBot, look: Look, store: Store) -> None:
    shown, visit, other = Agreement(look), a_visit(store), a_store("Second Inspector")
    qtbot.addWidget(shown)
    join(store, visit.stream_id, other)
    finding = a_finding(store, visit)
    names = names_of_stream(store, visit.stream_id)
    shown.show_finding(weighed(store, finding), names, store.me)
    assert not shown.agree.isEnabled()  # a hunch is not agreed to
    findings.move(store, finding, "proposed")
    findings.agree(store, again(store, finding))
    shown.show_finding(weighed(store, again(store, finding)), names, store.me)
    assert said(shown) == [
        "✓ Practice Inspector (Lead inspector) agrees.",
        "Second Inspector (Second inspector) has not said yet.",
    ]
    assert shown.missing.text() == "Not agreed yet by Second Inspector."
    assert (shown.agree.isEnabled(), shown.take_back.isEnabled()) == (False, True)
    findings.amend(store, again(store, finding), statement="Other words.")
    shown.show_finding(weighed(store, again(store, finding)), names, store.me)
    assert said(shown)[0].endswith("agreed to what it said before, and is asked again.")
    assert shown.agree.isEnabled()
    other.close()


def test_a_finding_comes_back_out_of_a_letter(qtbot: QtBot, look: Look, store: Store) -> None:
    shown = Agreement(look)
    qtbot.addWidget(shown)
    finding = a_finding(store, a_visit(store), state="in_letter")
    shown.show_finding(weighed(store, finding), {}, store.me)
    assert [shown.state.itemData(at) for at in range(shown.state.count())] == ["in_letter", "agreed"]
    with qtbot.waitSignal(shown.moved) as moved:
        shown.state.activated.emit(1)
    findings.move(store, finding, moved.args[0])
    assert again(store, finding).state == "agreed"


def test_setting_aside_carries_its_reason(qtbot: QtBot, look: Look, store: Store) -> None:
    shown = Agreement(look)
    qtbot.addWidget(shown)
    finding = a_finding(store, a_visit(store))
    shown.show_finding(weighed(store, finding), {}, store.me)
    shown.reason.setText("One case only.")
    with qtbot.waitSignal(shown.put_aside) as aside:
        shown.aside.click()
    assert aside.args == ["One case only."]
    findings.set_aside(store, finding, "One case only.")
    shown.show_finding(weighed(store, again(store, finding)), {}, store.me)
    assert shown.because.text() == "Set aside: One case only."
    assert not shown.aside.isEnabled()
    states = [shown.state.itemData(at) for at in range(shown.state.count())]
    assert states == ["set_aside", "hunch"]
    QApplication.sendEvent(shown, QEvent(QEvent.Type.LanguageChange))
    assert shown.state.accessibleName() == "State"
