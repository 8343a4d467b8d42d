# SPDX-License-Identifier: MIT
"""Records out of JSON: what a field may hold, and the place that is named where it holds something else."""

from typing import Any

import pytest

from storage.errors import BadFile
from storage.imports.plain import Wrong, parsed, record_at, text_at, things
from storage.model.recommendation import Recommendation

PLAIN = {"id": "r1", "stream": "s1", "title": "Supervision", "areas": ["QA1"], "status": "issued", "later": 7}


def test_a_record_is_read_with_the_fields_that_are_known() -> None:
    read = record_at(Recommendation, PLAIN, "recommendations 1")
    assert (read.id, read.stream_id, read.title, read.areas) == ("r1", "s1", "Supervision", ("QA1",))


@pytest.mark.parametrize(
    ("field", "value"),
    [("title", 3), ("areas", "QA1"), ("status", "forgotten"), ("text", "\ud800"), ("areas", [[7]])],
)
def test_a_field_that_holds_something_else_is_named_by_its_place(field: str, value: Any) -> None:
    with pytest.raises(Wrong, match=f"recommendations 1, {field}"):
        record_at(Recommendation, {**PLAIN, field: value}, "recommendations 1")


@pytest.mark.parametrize("plain", [{**PLAIN, "id": "a b"}, {**PLAIN, "id": ""}, {**PLAIN, "stream": None}])
def test_an_identifier_is_one(plain: dict[str, Any]) -> None:
    with pytest.raises(Wrong, match="at 1, id"):
        record_at(Recommendation, plain, "at 1")


def test_lists_and_texts_are_what_they_should_be() -> None:
    assert list(things({"notes": ["a", "b"]}, "notes", "here, ")) == [("here, notes 1", "a"), ("here, notes 2", "b")]
    assert list(things({}, "notes")) == []
    assert text_at({"name": "A"}, "name", "inspectors 1") == "A"
    for broken in ({"notes": {}}, {"notes": 1}):
        with pytest.raises(Wrong, match="notes"):
            list(things(broken, "notes"))
    with pytest.raises(Wrong, match="inspectors 1, name"):
        text_at({"name": 1}, "name", "inspectors 1")


def test_bytes_that_are_no_json_are_refused_and_a_list_holds_nothing() -> None:
    assert parsed(b"[1]", ("No.", "Choose.")) == {}
    assert parsed('\ufeff{"a": 1}'.encode(), ("No.", "Choose.")) == {"a": 1}
    for data in (b"\xff", b"{", b"[" * 200_000):
        with pytest.raises(BadFile, match="No"):
            parsed(data, ("No.", "Choose."))
