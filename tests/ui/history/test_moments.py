# SPDX-License-Identifier: MIT
"""Times of the log, in words; what is no time stays as it is."""

import pytest

from ui.history.moments import local_time


@pytest.fixture(autouse=True)
def _greenwich(monkeypatch: pytest.MonkeyPatch) -> object:
    time = pytest.importorskip("time")
    if not hasattr(time, "tzset"):
        pytest.skip("the time zone cannot be set here")
    monkeypatch.setenv("TZ", "Europe/London")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def test_a_moment_of_summer_is_told_in_summer_time() -> None:
    assert local_time("2018-07-10T09:00:00.000Z") == "10 July 2018 10:00"
    assert local_time("2018-01-10T09:00:00.000Z") == "10 January 2018 09:00"


def test_what_is_no_moment_is_shown_as_it_is() -> None:
    assert local_time("early 2017-12") == "early 2017-12"
