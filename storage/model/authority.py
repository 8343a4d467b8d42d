# SPDX-License-Identifier: MIT
"""The local authority whose services are inspected: its name, address and office-holders' roles. Not its visits."""

from dataclasses import dataclass
from typing import ClassVar

from storage.model.record import Record


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
    """none, early, serious, significant, ministerial_notice or intervention (domain (b), "Concern level")."""
    illustration: bool = False
    """True for invented demonstration records: everything made from them says so."""
