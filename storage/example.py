# SPDX-License-Identifier: MIT
"""The worked example, recorded the way two inspectors would: two stores, a parcel there, notes, a parcel back.

What it says is in resources/demo/wrexham*.toml (schema there), read by example_told.py; nothing here knows any of its
words. Its cases are example_cases.py's, what followed is example_after.py's.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from storage import example_after, example_cases
from storage.acts import authorities, findings, members, notes, standing, visits
from storage.example_told import Example as Example
from storage.example_told import load
from storage.job import run_now
from storage.model.authority import Authority
from storage.model.visit import Visit
from storage.queries.authorities import authority
from storage.queries.findings import finding
from storage.queries.visits import visit
from storage.store import Store
from storage.sync import parcel
from storage.vouched import checking

_STATES = ("packed", "on_site_day1", "on_site_day2", "fieldwork_closed", "analysis")


def record(lead: Store, second: Store, road: Path) -> Example:
    """Record the whole example over two new stores that exchange parcels in the folder `road`."""
    example = load()
    for store, who in ((lead, "lead"), (second, "second")):
        example.ids[example.about[who]] = members.introduce(store, example.name_of(example.about[who]))
    council = _standing_record(lead, example)
    on_hand = _visit_on_hand(lead, example, council)
    example_after.record(lead, example, council, example_after.load())
    told = example_cases.load()
    example_cases.draw(lead, on_hand, told)
    streams = [council.stream_id, on_hand.stream_id]
    for stream in streams:
        members.grant(lead, stream, members.my_card(second), "second")
    example_cases.assign(lead, example, on_hand, told)
    _carry(lead, second, streams, road / "to-second.parcel")
    for store, who in ((lead, "lead"), (second, "second")):
        _notes(store, example, on_hand, example.about[who])
        example_cases.read(store, example, on_hand, told)
    _carry(second, lead, streams, road / "to-lead.parcel")
    for entry in example.tables["finding"]:
        _finding(lead, example, on_hand, entry)
    _carry(lead, second, streams, road / "to-second.parcel")
    _agree(second, example)
    _carry(second, lead, streams, road / "to-lead.parcel")
    _agree(lead, example)
    example_cases.close(lead, example, on_hand, told)
    for state in _STATES:
        there = visit(lead, on_hand.id)
        assert there is not None
        visits.move(lead, there, state)
    return example


def _standing_record(store: Store, example: Example) -> Authority:
    entry = example.tables["authority"]
    example.ids[entry["key"]] = authorities.add(store, **example.fields(entry))
    council = authority(store, example.ids[entry["key"]])
    assert council is not None
    for each in example.tables["person"]:
        person_id = example.ids.get(each["key"], "")
        example.ids[each["key"]] = standing.add_person(store, council, person_id, **example.fields(each))
    for each in example.tables["visit"]:
        if each["key"] != example.about["visit"]:
            fields = example.fields(each, "authority_id")
            example.ids[each["key"]] = standing.add_past_visit(store, council, **fields)
    for each in example.tables["event"]:
        example.ids[each["key"]] = standing.add_event(store, council, **example.fields(each, "authority_id"))
    return council


def _visit_on_hand(store: Store, example: Example, council: Authority) -> Visit:
    entry = next(each for each in example.tables["visit"] if each["key"] == example.about["visit"])
    example.ids[entry["key"]] = visits.plan(store, council, **example.fields(entry, "authority_id", "status"))
    on_hand = visit(store, example.visit_id)
    assert on_hand is not None
    for each in example.tables["recommendation"]:
        example.ids[each["key"]] = standing.recommend(store, council, **example.fields(each, "authority_id"))
    for each in example.tables["meeting"]:
        example.ids[each["key"]] = standing.add_meeting(store, council, **example.fields(each, "authority_id"))
    for each in example.tables["session"]:
        example.ids[each["key"]] = visits.add_session(store, on_hand, **example.fields(each, "visit_id"))
    return on_hand


def _notes(store: Store, example: Example, on_hand: Visit, author: str) -> None:
    rubric = on_hand.frameworks[0]
    for each in example.tables["note"]:
        if each["author"] == author:
            areas = [f"{rubric}:{code}" for code in each["areas"]]
            fields = example.fields(each, "areas", "text")
            example.ids[each["key"]] = notes.write(store, on_hand, each["text"], areas, **fields)


def _finding(store: Store, example: Example, on_hand: Visit, entry: Mapping[str, Any]) -> None:
    fields = example.fields(entry, "visit_id", "statement", "state")
    finding_id = findings.state(store, on_hand, entry["statement"], **fields)
    example.ids[entry["key"]] = finding_id
    stated = finding(store, finding_id)
    if stated is not None and entry.get("state") == "agreed":
        findings.move(store, stated, "proposed")


def _agree(store: Store, example: Example) -> None:
    for entry in example.tables["finding"]:
        stated = finding(store, example.ids[entry["key"]])
        if stated is not None and entry.get("state") == "agreed":
            findings.agree(store, stated)


def _carry(sender: Store, receiver: Store, streams: list[Any], road: Path) -> None:
    parcel.write(sender, streams, road, parcel.addressees(sender, streams) or [members.my_card(receiver)])
    parcel.read(receiver, road)
    for job in checking(receiver):  # nobody here waits a moment before the letter is signed
        run_now(job, receiver)
