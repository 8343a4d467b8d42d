# SPDX-License-Identifier: MIT
"""Each kind of note has fields of its own; what is no pair of words is passed over; what is newer stays."""

from storage.imports.notes import KINDS
from storage.model.particulars import PARTICULARS, kept, pairs, title


def test_every_kind_of_note_has_some_of_its_own() -> None:
    assert set(PARTICULARS) == set(KINDS)
    assert all(PARTICULARS.values())


def test_a_note_keeps_those_of_its_kind_in_order_and_what_a_newer_version_knows() -> None:
    values = {"owner": "Head of service", "title": "Recruitment plan", "topics": "Workload", "pages": "12", "held": ""}
    assert kept("document", values) == (("title", "Recruitment plan"), ("owner", "Head of service"), ("pages", "12"))
    assert kept("interview", values) == (("topics", "Workload"), ("pages", "12"))
    assert kept("dream", values) == (("pages", "12"),)


def test_what_a_colleagues_store_may_send_is_read_with_care() -> None:
    assert pairs((("title", "Plan"), ("owner",), "held", ("value", 3), ["period", "2018"])) == (
        ("title", "Plan"),
        ("period", "2018"),
    )
    assert pairs("title") == ()


def test_a_name_is_called_the_same_everywhere() -> None:
    assert title("topics") == "Topics"
    assert title("pages") == "pages"
