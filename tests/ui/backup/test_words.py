# SPDX-License-Identifier: MIT
"""Backups and drills in plain words, with local times."""

from dataclasses import replace

from resources.language import phrases
from storage.backup import Backup
from storage.drill import Drilled
from ui.backup.words import moment, of_backup, of_drill

AT = "2018-07-10T09:00:00.000Z"


def test_no_backup_is_said_to_be_the_only_copy_and_one_with_its_size() -> None:
    assert "only copy" in of_backup(None)
    made = Backup("stick/x.backup", AT, 12_345_678, 3, 9)
    assert "12.3 MB" in of_backup(made)
    assert "same disk" not in of_backup(made)
    assert "same disk" in of_backup(replace(made, is_beside=True))


def test_a_drill_is_judged_first_and_dated() -> None:
    assert of_drill(None)[2] == "warn"
    well = of_drill(Drilled(AT, "x", AT, 3, 40, 2, 5))
    assert well[2] == "ok"
    assert "whole" in well[0]
    assert moment(AT) in well[1]
    assert "5 changes" in well[1]
    bad = of_drill(
        Drilled(
            AT,
            "x",
            AT,
            3,
            40,
            2,
            0,
            (phrases("{count} document is missing or damaged.", "{count} documents are missing or damaged.", 2),),
        )
    )
    assert bad[2] == "bad"
    assert "2 documents" in bad[1]
