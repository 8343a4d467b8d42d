# SPDX-License-Identifier: MIT
"""The local authority whose services are inspected: its name, address and office-holders' roles. Not its visits."""

from dataclasses import dataclass
from typing import ClassVar

from resources.language import N_
from storage.model.record import Record

LEVELS = {
    "none": N_("No level of concern recorded"),
    "early": N_("Early concern"),
    "serious": N_("Serious concern"),
    "significant": N_("Significant concern"),
    "ministerial_notice": N_("Ministers' notice"),
    "intervention": N_("Intervention"),
}
"""The ladder of concern, lowest first (domain (b), "Concern level"): code → its name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Authority(Record):
    """A local authority and its standing record."""

    entity: ClassVar[str] = "authority"
    name: str = ""
    name_cy: str = ""
    former_names: tuple[str, ...] = ()
    service: str = ""
    """What is inspected there: "children's services"."""
    address: tuple[str, ...] = ()
    """One line of the postal address each."""
    language: str = "en"
    """The language it prefers to be written to in: "en" or "cy"."""
    concern_level: str = "none"
    """One of LEVELS: the one that holds now. When and why it came about: events of the kind level_…"""
    illustration: bool = False
    """True for invented demonstration records: everything made from them says so."""
