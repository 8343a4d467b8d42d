# SPDX-License-Identifier: MIT
"""officers, recover: a forgotten passphrase and a lost laptop, with two officers in a terminal each."""

from pathlib import Path

from tests.ui.verbs.conftest import Arolwg


def _officers(arolwg: Arolwg, tmp_path: Path) -> tuple[Path, Path]:
    stores = tmp_path / "officer-one", tmp_path / "officer-two"
    for number, store in enumerate(stores, 1):
        arolwg("begin", "--name", f"Officer {number}", store=store)
        arolwg("card", str(tmp_path / f"card-{number}"), store=store)
    return stores


def _answered(arolwg: Arolwg, tmp_path: Path, stores: tuple[Path, Path], words: str) -> str:
    request, half, answer = (str(tmp_path / name) for name in ("request", "half", "answer"))
    assert "Practice Inspector asks" in arolwg("officers", "open", request, half, store=stores[0]).out
    assert arolwg("officers", "open", request, half, "--words", "bado " * 6, store=stores[0]).code == 6
    assert arolwg("officers", "open", request, half, "--words", words, store=stores[0]).code == 0
    assert arolwg("officers", "open", half, answer, "--words", words, store=stores[0]).code == 6
    assert arolwg("officers", "open", half, answer, "--words", words, store=stores[1]).code == 0
    return answer


def test_a_forgotten_passphrase_is_replaced_by_two_officers(begun: Arolwg, tmp_path: Path) -> None:
    stores = _officers(begun, tmp_path)
    assert begun("recover", "ask", str(tmp_path / "request"), "--name", "Practice Inspector").code == 6
    assert "no recovery officers" in begun("officers", "list").out
    assert begun("officers", "appoint", str(tmp_path / "card-1")).code == 6
    begun("officers", "appoint", str(tmp_path / "card-1"), str(tmp_path / "card-2"))
    assert "never been tried" in begun("officers", "list").out
    new = "another lantern entirely"
    assert begun("recover", "ask", str(tmp_path / "r"), "--name", "Practice Inspector", secret="short").code == 6
    asked = begun("recover", "ask", str(tmp_path / "request"), "--name", "Practice Inspector", secret=new)
    answer = _answered(begun, tmp_path, stores, asked.out.splitlines()[-1])
    assert begun("recover", "answer", answer, secret="a wrong lantern").code == 3
    assert begun("recover", "answer", answer, secret=new).code == 0
    assert begun("visits").code == 3
    assert "Practice Borough Council" in begun("visits", secret=new).out


def test_a_rehearsal_and_a_lost_laptop(begun: Arolwg, tmp_path: Path) -> None:
    stores = _officers(begun, tmp_path)
    begun("officers", "appoint", str(tmp_path / "card-1"), str(tmp_path / "card-2"))
    asked = begun("officers", "try", str(tmp_path / "request"))
    answer = _answered(begun, tmp_path, stores, asked.out.splitlines()[-1])
    assert begun("recover", "answer", answer, "--rehearsal").code == 0
    assert "Last tried out on" in begun("officers", "list").out
    (tmp_path / "stick").mkdir()
    assert begun("backup", str(tmp_path / "stick")).code == 0
    (backup,) = (tmp_path / "stick").glob("*.backup")
    new, saved = "another lantern entirely", ("--backup", str(backup))
    asked = begun("recover", "ask", str(tmp_path / "request"), "--name", "Practice Inspector", *saved, secret=new)
    answer = _answered(begun, tmp_path, stores, asked.out.splitlines()[-1])
    fresh = tmp_path / "fresh"
    assert begun("recover", "answer", answer, *saved, secret=new, store=fresh).code == 0
    assert "Practice Borough Council" in begun("visits", secret=new, store=fresh).out
