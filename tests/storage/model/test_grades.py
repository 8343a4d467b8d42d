# SPDX-License-Identifier: MIT
"""The scale of the house: five grades, each with a name of its own."""

from storage.model.grades import GRADES


def test_every_grade_has_a_name_of_its_own() -> None:
    assert list(GRADES) == ["strength", "secure", "area_for_improvement", "priority", "not_evidenced"]
    assert len(set(GRADES.values())) == len(GRADES)
