# SPDX-License-Identifier: MIT
"""Every act that the storage and the reports record has a name to say after Undo, and one for a history."""

import ast
from pathlib import Path

import pytest

from ui.acts_named import ACTS, doing, done

ROOT = Path(__file__).resolve().parents[2]


def recorded_acts() -> set[str]:
    """Return the first argument of every Gesture(…) and _record(…) that is written out."""
    found = set()
    for file in (*ROOT.glob("storage/**/*.py"), ROOT / "reports" / "acts.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in ("Gesture", "_record", "_add"):
                found |= {
                    arg.value
                    for arg in node.args
                    if isinstance(arg, ast.Constant) and isinstance(arg.value, str) and "." in arg.value
                }
    return found


def test_every_act_has_its_two_names() -> None:
    assert {"notes.write", "links.link"} <= recorded_acts()
    assert recorded_acts() <= set(ACTS)


@pytest.mark.parametrize("noun", ["person", "event", "recommendation", "meeting", "visit"])
def test_amending_a_thing_of_the_standing_record_has_a_name(noun: str) -> None:
    assert f"{noun}.amend" in ACTS


def test_an_act_of_a_newer_version_is_still_called_something() -> None:
    assert doing("dreams.dream") == "the last change"
    assert done("dreams.dream") == "Changed"
