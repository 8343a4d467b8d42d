# SPDX-License-Identifier: MIT
"""The one shape of change: written, read, turned round."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storage.model import change
from storage.model.change import canonical, frozen, inverse, read_change
from storage.model.ids import DeviceId
from tests.builders import a_change, ref

PLAIN = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**63 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(codec="utf-8")),
    lambda inner: st.lists(inner, max_size=3).map(tuple),
    max_leaves=6,
)
FIELDS = st.dictionaries(st.text(st.characters(codec="utf-8"), max_size=8), PLAIN, max_size=4)


@settings(max_examples=100, deadline=None, database=None, derandomize=True)
@given(FIELDS, FIELDS)
def test_what_is_written_is_what_is_read(before: dict[str, object], after: dict[str, object]) -> None:
    parents = {name: (ref("d", 1), ref("e", 2)) for name in after}
    change = a_change(before=before, after=after, parents=parents, device=DeviceId("d"), seq=3, tick=9)
    assert read_change(canonical(change)) == change


def test_the_same_change_is_always_the_same_bytes() -> None:
    one = a_change(after={"a": 1, "b": "ŵ"}, before={"b": "", "a": 0})
    two = a_change(after={"b": "ŵ", "a": 1}, before={"a": 0, "b": ""})
    assert canonical(one) == canonical(two)
    assert "ŵ".encode() in canonical(one)
    assert b" " not in canonical(a_change(after={"state": "agreed"}, act="x", by="y", at="z"))


@settings(max_examples=100, deadline=None, database=None, derandomize=True)
@given(FIELDS, st.text(st.characters(codec="utf-8")) | st.text(st.sampled_from('\\"\n\x00\x1f\x7f nŵ😀/')))
def test_long_texts_are_written_as_json_writes_them(before: dict[str, object], text: str) -> None:
    made = a_change(before=before, after={"text": text, "more": ((text, 1), None)}, parents={"text": (ref("d", 1),)})
    at_once = canonical(made)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(change, "_LONG", 0)
        assert canonical(made) == at_once


def test_a_long_text_that_is_none_is_no_change() -> None:
    with pytest.raises(ValueError, match="surrogates"):
        canonical(a_change(after={"text": "word " * 50_000 + "\ud800"}))


def test_what_a_newer_version_wrote_beside_is_carried() -> None:
    plain = {**json.loads(canonical(a_change())), "redacts": ["x", 1]}
    change = read_change(json.dumps(plain))
    assert dict(change.more) == {"redacts": ["x", 1]}
    assert json.loads(canonical(change)) == plain


@pytest.mark.parametrize("text", ["", "{}", "[]", "3", '{"stream": 1}', "not json"])
def test_other_text_is_no_change(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        read_change(text)


@pytest.mark.parametrize("value", [10**20, -(10**20), float("nan"), float("inf"), {"a": 1}, [[{"a": 1}]], "\ud800"])
def test_a_value_that_no_row_holds_makes_no_change(value: object) -> None:
    """What a member's bad software may write is tried through the door: test_poison.py."""
    plain = {**json.loads(canonical(a_change())), "before": {}, "after": {"text": value}}
    with pytest.raises(ValueError, match=r"."):
        read_change(json.dumps(plain))


def test_parents_that_are_no_references_make_no_change() -> None:
    plain = {**json.loads(canonical(a_change())), "parents": {"text": ["x"]}}
    with pytest.raises(ValueError, match=r"."):
        read_change(json.dumps(plain))


def test_a_change_turned_round_swaps_before_and_after() -> None:
    change = a_change(before={"state": "hunch", "present": True}, after={"state": "agreed", "present": True})
    assert inverse(change) == (change.after, change.before)


def test_a_creation_turned_round_withdraws_and_keeps_the_words() -> None:
    assert inverse(a_change(before={}, after={"statement": "words", "present": True})) == (
        {"present": True},
        {"present": False},
    )


def test_a_restoring_turned_round_withdraws_again() -> None:
    assert inverse(a_change(before={"present": False}, after={"present": True})) == (
        {"present": True},
        {"present": False},
    )


def test_lists_are_held_as_tuples_however_deep() -> None:
    assert frozen([["a", [1]], "b"]) == (("a", (1,)), "b")
