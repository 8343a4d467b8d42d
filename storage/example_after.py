# SPDX-License-Identifier: MIT
"""What followed the worked example's visit: levels, looks at recommendations, the plan's actions, what came after.

What it says is in resources/demo/wrexham-after.toml; nothing here knows any of its words. The visit is example.py's.
"""

import tomllib
from collections.abc import Mapping
from typing import Any

from resources import paths
from storage.acts import events, levels, meetings, people, plans, recommendations
from storage.example_told import Example
from storage.model.action import Action
from storage.model.authority import Authority
from storage.model.event import Event
from storage.model.recommendation import Recommendation
from storage.queries.authorities import authority
from storage.queries.rows import one
from storage.store import Store

FILE = "wrexham-after.toml"
Told = Mapping[str, list[dict[str, Any]]]


def load() -> Told:
    """Read what followed."""
    return tomllib.loads(paths.demo(FILE).read_text("utf-8"))


def record(store: Store, example: Example, council: Authority, told: Told) -> None:
    """Record what followed, in the authority's own stream."""
    for each in told["person"]:
        fields = example.fields(each)
        example.ids[each["key"]] = people.appoint(store, council, is_public_office=True, **fields)
    for each in told["level"]:
        now = authority(store, council.id)
        assert now is not None
        fields = example.fields(each, "level", "reason")
        levels.change(store, now, each["level"], each["reason"], **fields)
    for each in told["event"]:
        example.ids[each["key"]] = events.add(store, council, **example.fields(each))
    for each in told["meeting"]:
        example.ids[each["key"]] = meetings.arrange(store, council, **example.fields(each))
    for each in told["tested"]:
        said = one(store, Event, example.ids[each["event"]])
        assert said is not None
        events.judge(store, said, each["result"], each["on"], each["words"])
    _looks(store, example, told)
    _actions(store, example, council, told)


def _looks(store: Store, example: Example, told: Told) -> None:
    for each in told["progress"]:
        seen = one(store, Recommendation, example.ids[each["recommendation"]])
        assert seen is not None
        recommendations.note_progress(store, seen, **example.fields(each, "recommendation"))


def _actions(store: Store, example: Example, council: Authority, told: Told) -> None:
    for each in told["action"]:
        answered = tuple(example.ids[key] for key in each["recommendations"])
        fields = example.fields(each, "recommendations", "status", "on")
        example.ids[each["key"]] = plans.add(store, council, recommendations=answered, **fields)
        made = one(store, Action, example.ids[each["key"]])
        assert made is not None
        plans.move(store, made, each["status"], each["on"])
