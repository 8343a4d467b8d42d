# SPDX-License-Identifier: MIT
"""A record comes in by a preview, out of its own file or a visit's, and one Undo takes it back."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reports.exports import authority as exported
from reports.exports.visit import as_json, whole_visit
from storage import undo
from storage.queries.authorities import authorities
from storage.queries.standing_record import standing_record
from tests.builders import a_recommendation, a_store, a_visit, an_authority
from ui.desk import Desk
from ui.exports.bring_in import BringIn
from ui.exports.record_in import RecordIn


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Path]:
    """Give another store's authority with a recommendation as a file, and a visit to it."""
    store = a_store("Second Inspector")
    council = an_authority(store, name="Another Council")
    visit = a_visit(store, council)
    a_recommendation(store, council)
    made = {
        "authority": exported.as_json(exported.known(store, council.id)),
        "visit": as_json(whole_visit(store, visit.id)),
    }
    store.close()
    for name, text in made.items():
        (tmp_path / f"{name}.json").write_text(text, "utf-8")
    return {name: tmp_path / f"{name}.json" for name in made}


def shown(qtbot: QtBot, dialog: BringIn, file: Path) -> BringIn:
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.show_file(file)
    qtbot.waitUntil(lambda: not dialog.is_busy())
    return dialog


@pytest.mark.parametrize("name", ["authority", "visit"])
def test_the_record_is_shown_then_brought_in_and_undone(
    qtbot: QtBot, desk: Desk, files: dict[str, Path], name: str
) -> None:
    dialog = shown(qtbot, RecordIn(desk, ""), files[name])
    assert dialog.about.text() == "Another Council\nThis authority is not here yet."
    assert authorities(desk.store) == ()
    with qtbot.waitSignal(dialog.council_brought) as brought:
        dialog.act.click()
    (council,) = authorities(desk.store)
    assert brought.args == [council.id]
    known = standing_record(desk.store, council.id)
    assert known is not None
    assert len(known.recommendations) == 1
    assert known.visits == ()
    assert dialog.notice.message.text() == "2 things were brought in."
    undo.undo(desk.store)
    assert authorities(desk.store) == ()


def test_the_dialog_for_notes_takes_a_record_too(qtbot: QtBot, desk: Desk, files: dict[str, Path]) -> None:
    dialog = shown(qtbot, BringIn(desk, ""), files["authority"])
    assert "This authority is not here yet." in dialog.about.text()
    with qtbot.waitSignal(dialog.council_brought):
        dialog.act.click()
    again = shown(qtbot, BringIn(desk, ""), files["authority"])
    assert "This authority is here" in again.about.text()
    assert not again.act.isEnabled()


def test_another_file_is_refused_in_the_dialog(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "other.json"
    file.write_text('{"format": "other"}')
    dialog = shown(qtbot, RecordIn(desk, ""), file)
    assert "neither" in dialog.notice.message.text()
    assert not dialog.act.isEnabled()
