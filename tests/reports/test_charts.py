# SPDX-License-Identifier: MIT
"""A chart's bars are shares of the list and of the sample, and said in words for whoever cannot see them."""

from reports.charts import bars_of, counted, fields_of, in_words

SPREAD = (
    ("team", "East", 20, 3),
    ("team", "West", 60, 6),
    ("team", "", 20, 3),
    ("age", "10-15", 50, 6),
    ("age", "0", 10, 2),
    ("age", "5-9", 40, 4),
)


def test_bars_stand_by_size_and_ages_by_age() -> None:
    assert fields_of(SPREAD) == ("age", "team")
    assert [bar.value for bar in bars_of(SPREAD, "team")] == ["West", "not said", "East"]
    assert [bar.value for bar in bars_of(SPREAD, "age")] == ["0", "5-9", "10-15"]
    west = bars_of(SPREAD, "team")[0]
    assert (west.whole, west.sample, west.whole_share, west.sample_share) == (60, 6, 0.6, 0.5)


def test_a_chart_is_told_in_words() -> None:
    words = in_words("team", bars_of(SPREAD, "team"))
    assert words.startswith("Team. West: 60 % of the list, 50 % of the sample; ")
    assert counted(1) == "1 case"


def test_an_empty_sample_has_bars_of_nothing() -> None:
    assert bars_of((("team", "East", 4, 0),), "team")[0].sample_share == 0.0
