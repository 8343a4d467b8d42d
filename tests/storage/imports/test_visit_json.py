# SPDX-License-Identifier: MIT
"""A visit's JSON is read whole or refused with the place of the mistake, never with what stands there."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from storage.errors import BadFile
from storage.imports.plain import VISIT_FORMAT
from storage.imports.visit_json import read_visit, read_visit_file

VISIT = {"id": "v1", "stream": "s1", "dates": "2018-07-10", "frameworks": ["improvement-conference-2018"]}
NOTE = {
    "id": "n1.device",
    "stream": "s1",
    "visit_id": "v1",
    "text": "Six of eight held a plan.",
    "polarity": "weakness",
}


def _file(**more: Any) -> dict[str, Any]:
    return {"format": VISIT_FORMAT, "visit": dict(VISIT), "notes": [dict(NOTE)], **more}


def _bytes(plain: object) -> bytes:
    return json.dumps(plain).encode()


def test_a_small_file_is_read_and_what_it_lacks_is_empty() -> None:
    read = read_visit(_bytes(_file()))
    assert read.visit.frameworks == ("improvement-conference-2018",)
    assert [each.text for each in read.notes] == ["Six of eight held a plan."]
    assert (read.authority, read.letters, read.documents) == (None, (), ())


def test_amendments_become_the_notes_own_past() -> None:
    told = {"at": "a", "by": "b", "field": "text", "before": "c", "after": "d", "reason": "e", "newer": 1}
    read = read_visit(_bytes(_file(notes=[{**NOTE, "amendments": [told]}])))
    assert read.notes[0].source_history == (("a", "b", "text", "c", "d", "e"),)


def test_fields_of_a_newer_version_are_passed_over() -> None:
    assert read_visit(_bytes(_file(weather="fine", notes=[{**NOTE, "mood": {"deep": [1]}}]))).notes


SPOILT: dict[str, tuple[Callable[[dict[str, Any]], object], str]] = {
    "no visit": (lambda plain: plain.pop("visit"), "visit"),
    "a list that is none": (lambda plain: plain.update(notes={"a": 1}), "notes"),
    "a note without identifier": (lambda plain: plain["notes"][0].pop("id"), "notes 1, id"),
    "an identifier with a path in it": (lambda plain: plain["notes"][0].update(id="../x"), "notes 1, id"),
    "an identifier of half a character": (lambda plain: plain["notes"][0].update(id="\ud800"), "notes 1, id"),
    "a number for text": (lambda plain: plain["notes"][0].update(text=5), "notes 1, text"),
    "a note without words": (lambda plain: plain["notes"][0].update(text=" "), "notes 1, text"),
    "half a character": (lambda plain: plain["notes"][0].update(text="\ud800"), "notes 1, text"),
    "text for yes": (lambda plain: plain["notes"][0].update(verbatim="yes"), "notes 1, verbatim"),
    "a challenge decided in a way that is none": (
        lambda plain: plain.update(challenges=[{"id": "c1", "stream": "s1", "decision": "perhaps"}]),
        "challenges 1, decision",
    ),
    "a wording that is not what its digest says": (
        lambda plain: plain.update(wordings=[{"id": "w1", "stream": "s1", "sentences": "a", "digest": "0"}]),
        "wordings 1, digest",
    ),
    "a remark that is none": (lambda plain: plain.update(remarks=["words"]), "remarks 1"),
    "an unknown strength": (lambda plain: plain["notes"][0].update(polarity="mighty"), "notes 1, polarity"),
    "no time": (lambda plain: plain["notes"][0].update(event_at="noon"), "notes 1, event_at"),
    "an unknown state": (lambda plain: plain["visit"].update(status="dreamt"), "visit, status"),
    "a number too big": (lambda plain: plain["visit"].update(days=2**70), "visit, days"),
    "two of one name": (lambda plain: plain["notes"].append(dict(NOTE)), "notes"),
    "a list of numbers": (lambda plain: plain["visit"].update(scope=[1]), "visit, scope"),
    "bytes that are none": (
        lambda plain: plain.update(documents=[{"id": "d", "stream": "s", "data": "%"}]),
        "documents 1, data",
    ),
    "bytes that are others": (
        lambda plain: plain.update(documents=[{"id": "d", "stream": "s", "data": "AAAA", "digest": "00"}]),
        "documents 1, digest",
    ),
    "an unknown kind of comment": (
        lambda plain: plain.update(comments=[{"id": "c", "stream": "s", "kind": "sigh"}]),
        "comments 1, kind",
    ),
}


@pytest.mark.parametrize("name", SPOILT)
def test_a_mistake_is_refused_with_its_place(name: str) -> None:
    spoil, place = SPOILT[name]
    plain = _file()
    spoil(plain)
    with pytest.raises(BadFile) as refused:
        read_visit(_bytes(plain))
    assert f": {place} is not" in str(refused.value)
    assert "Six of eight" not in str(refused.value)


@pytest.mark.parametrize("data", [b"", b"{", b"[" * 200_000, b"\xff\xfe\x00", b'"words"', b"[]", b"{}"])
def test_what_is_no_visit_is_refused(data: bytes) -> None:
    with pytest.raises(BadFile):
        read_visit(data)


def test_a_newer_format_says_so() -> None:
    with pytest.raises(BadFile, match="newer"):
        read_visit(_bytes({"format": "arolwg visit 2"}))


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(BadFile, match="cannot be read"):
        read_visit_file(tmp_path / "nothing.json")


def test_every_cut_of_a_file_is_refused() -> None:
    whole = _bytes(_file())
    for end in range(len(whole)):
        with pytest.raises(BadFile):
            read_visit(whole[:end])
