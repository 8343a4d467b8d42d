# SPDX-License-Identifier: MIT
"""How times and visits are said."""

from storage.store import Store
from tests.builders import a_visit, an_authority
from ui.search.words import day_name, kind_name, visit_name, when


def test_a_moment_is_said_with_its_day_and_none_is_empty() -> None:
    assert when("2018-07-10T12:00:00.000Z").startswith("10 July 2018, ")
    assert when("") == when("soon") == ""


def test_a_day_has_its_weekday() -> None:
    assert day_name("2018-07-10") == "Tue 10 Jul 2018"


def test_a_visit_is_said_by_authority_and_first_day_and_a_strange_date_as_it_is(store: Store) -> None:
    council = an_authority(store, name="Practice Borough Council")
    assert visit_name(a_visit(store, council), council) == "Practice Borough Council · 10 July 2018"
    assert visit_name(a_visit(store, council, dates="2018"), None) == "2018"
    assert visit_name(a_visit(store, council, dates="soon"), None) == "soon"


def test_a_kind_of_a_newer_version_is_shown_as_it_is() -> None:
    assert kind_name("focus_group") == "Focus group"
    assert kind_name("hologram") == "hologram"
