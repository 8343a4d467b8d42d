# SPDX-License-Identifier: MIT
"""The scale that findings and areas are graded on where their rubric brings none of its own (domain (e))."""

from collections.abc import Mapping

from resources.language import N_

GRADES: Mapping[str, str] = {
    "strength": N_("Strength"),
    "secure": N_("Secure"),
    "area_for_improvement": N_("Area for improvement"),
    "priority": N_("Priority for improvement"),
    "not_evidenced": N_("Not evidenced"),
}
"""Grade → its name, best first."""
