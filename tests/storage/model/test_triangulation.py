# SPDX-License-Identifier: MIT
"""How strong evidence is, by rules that can be read, and what became of each claim."""

from typing import Any

from storage.model.ids import StreamId
from storage.model.note import Note
from storage.model.triangulation import CAVEATS, LEVELS, OUTCOMES, kinds, pairs, strength


def a_note(name: str = "n", **fields: Any) -> Note:
    return Note(id=name, stream_id=StreamId("s.d"), **{"author": "rhian", "text": "Words.", **fields})


FILE = a_note("file", source_kind="file", source_role="Case file", case_ref="Case 01")
TOLD = a_note("told", source_kind="interview", source_role="Team manager", observed=False)
SEEN = a_note("seen", source_kind="observation", author="rhian")


def test_strength_climbs_by_its_rules() -> None:
    other_file = a_note("file2", source_kind="file", source_role="Case file", case_ref="Case 02")
    his = a_note("his", source_kind="interview", author="tomos", observed=False)
    assert strength([]).level == "none"
    assert strength([FILE]).level == strength([FILE, FILE]).level == "one_source"
    assert strength([FILE, other_file]).level == "one_kind"
    assert strength([FILE, SEEN]).level == "two_kinds"
    assert strength([FILE, TOLD]).level == "seen_and_heard"
    assert strength([FILE, TOLD, his]).level == "by_both"


def test_what_weakens_it_is_said_beside() -> None:
    assert strength([TOLD]).caveats == ("said_only",)
    assert strength([FILE], [TOLD]).caveats == ("contradicted",)
    assert strength([a_note(from_memory=True)]).caveats == ("from_memory",)
    assert strength([]).caveats == ()


def test_withdrawn_notes_count_for_nothing() -> None:
    gone = a_note("gone", source_kind="meeting", present=False)
    assert strength([FILE, gone], [gone]) == strength([FILE])
    assert kinds([FILE, gone]) == {"file"}


def test_a_claim_is_set_beside_what_was_seen_of_its_areas() -> None:
    claim = a_note("claim", observed=False, polarity="strength")
    bears = a_note("bears", polarity="strength")
    odds = a_note("odds", polarity="weakness")
    beside = a_note("beside")
    elsewhere = a_note("elsewhere", polarity="weakness")
    areas = {"claim": ("QA1", "QA2"), "bears": ("QA1",), "odds": ("QA2", "QA3"), "beside": ("QA1",)}
    (pair,) = pairs([claim, bears, odds, beside, elsewhere], areas)
    assert (pair.bears_out, pair.at_odds, pair.beside) == ((bears,), (odds,), (beside,))
    assert (pair.areas, pair.outcome) == (("QA1", "QA2"), "mixed")


def test_claims_that_need_work_come_first() -> None:
    named = {
        name: a_note(name, observed=False, polarity="strength") for name in ("borne", "untested", "odd", "neutral_only")
    }
    seen = [a_note("s", polarity="strength"), a_note("w", polarity="weakness"), a_note("n")]
    areas = {"borne": ("A",), "s": ("A",), "odd": ("B",), "w": ("B",), "untested": ("C",), "neutral_only": ("D",)}
    found = pairs([*named.values(), *seen], {**areas, "n": ("D",)})
    assert [(pair.claim.id, pair.outcome) for pair in found] == [
        ("odd", "at_odds"),
        ("neutral_only", "untested"),
        ("untested", "untested"),
        ("borne", "borne_out"),
    ]
    assert {pair.outcome for pair in found} <= set(OUTCOMES)


def test_every_level_and_caveat_has_a_name_and_a_rule() -> None:
    assert all(name and rule for name, rule in (*LEVELS.values(), *CAVEATS.values()))
