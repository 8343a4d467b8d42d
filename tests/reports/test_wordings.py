# SPDX-License-Identifier: MIT
"""The wording in use travels with the letter, once a stream, and a letter says when this laptop has another."""

import shutil
from pathlib import Path

import pytest

from reports import acts
from reports.facts import facts_of
from reports.wordings import has_moved, wording_of
from resources import paths
from storage.example import Example
from storage.model.kept_wording import KeptWording, is_whole
from storage.model.letter import Letter
from storage.queries.letters import letter
from storage.queries.rows import records
from storage.store import Store


def drafted(worked: tuple[Store, Example]) -> Letter:
    store, example = worked
    facts = facts_of(store, example.visit_id, "2018-10-12", example.ids["rhian"], example.ids["walton"])
    found = letter(store, acts.draft(store, facts, "improvement_conference"))
    assert found is not None
    return found


def test_the_words_a_letter_was_drafted_with_lie_in_its_stream_once(worked: tuple[Store, Example]) -> None:
    store = worked[0]
    one, other = drafted(worked), drafted(worked)
    kept = wording_of(store, one)
    assert kept is not None
    assert kept == wording_of(store, other)
    assert kept.stream_id == one.stream_id
    assert kept.name == one.wording
    assert is_whole(kept)
    assert "salutation" in kept.sentences
    assert len(records(store, KeptWording, "1")) == 1
    assert not has_moved(store, one)
    old = Letter(id="old", stream_id=one.stream_id, kind=one.kind)  # from before wordings travelled
    assert wording_of(store, old) is None
    assert not has_moved(store, old)


def test_a_letter_says_when_the_program_has_other_words_now(
    worked: tuple[Store, Example], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = worked[0]
    seen = drafted(worked)
    before = paths.wording("improvement_conference", "en")
    shutil.copytree(before.parent.parent, tmp_path / "letters")
    there = tmp_path / "letters" / before.parent.name / before.name
    there.write_text(before.read_text(encoding="utf-8") + "\n# another edition\n", encoding="utf-8")
    monkeypatch.setattr(paths, "wording", lambda kind, language: tmp_path / "letters" / kind / f"{language}.toml")
    assert has_moved(store, seen)
    shutil.rmtree(there.parent)
    assert not has_moved(store, seen)  # no wording here at all: nothing to compare
