# SPDX-License-Identifier: MIT
"""The forms in which a visit goes out: every one of them, none that is not one, each file whole or not at all."""

from pathlib import Path

import pytest

from reports.exports import files
from reports.exports.visit import whole_visit
from storage.errors import CannotKeep, Refused
from storage.store import Store
from tests.builders import a_note, a_visit


def test_every_form_is_made_and_its_name_tells_nothing(store: Store, tmp_path: Path) -> None:
    there = a_visit(store)
    a_note(store, there)
    parts: list[float] = []
    made = files.made(whole_visit(store, there.id), files.FORMS, parts.append)
    stem = f"visit-{there.id[:12]}"
    ends = (".json", ".md", ".txt", ".docx", ".pdf", "-forms.pdf")
    assert list(made) == [stem + end for end in ends]
    written = files.write(tmp_path / "out", made)
    assert [path.read_bytes() for path in written] == list(made.values())
    assert made[f"{stem}.pdf"].startswith(b"%PDF")
    assert made[f"{stem}.docx"].startswith(b"PK")
    assert parts == sorted(parts)


@pytest.mark.parametrize("forms", [["json", "scroll"], []])
def test_an_unknown_form_is_refused_before_anything_is_made(store: Store, forms: list[str]) -> None:
    with pytest.raises(Refused):
        files.made(whole_visit(store, a_visit(store).id), forms)


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(CannotKeep):
        files.write(tmp_path / "file", {"a.json": b"{}"})
    assert [each.name for each in tmp_path.iterdir()] == ["file"]
