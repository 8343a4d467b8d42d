# SPDX-License-Identifier: MIT
"""What kinds of visit are called."""

from resources.language import N_

VISIT_KINDS = {
    "monitoring_visit": N_("Monitoring visit"),
    "inspection": N_("Inspection"),
    "return_visit": N_("Return visit"),
    "focused_inspection": N_("Focused inspection"),
    "file_review": N_("File review"),
}
"""Kind of visit → its name."""
