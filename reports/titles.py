# SPDX-License-Identifier: MIT
"""What the types of letter are called, in menu order. How each is composed: catalogue.py, slow to import."""

from resources.language import N_

TITLES = {
    "monitoring_visit": N_("Monitoring visit"),
    "improvement_conference": N_("Improvement conference"),
    "escalation": N_("Change of the level of concern"),
    "annual_review": N_("Annual performance review"),
    "focused_inspection": N_("Focused inspection"),
    "visit_confirmation": N_("Confirmation of a visit"),
    "plan_reflects": N_("Improvement plan that reflects the findings"),
    "plan_falls_short": N_("Improvement plan that does not reflect the findings"),
    "review_outcome": N_("Outcome of a review meeting"),
    "accuracy_reply": N_("Reply on factual accuracy"),
    "correction_notice": N_("Correction of a signed letter"),
}
"""Letter type (model/letter.Letter.kind) → its name."""
