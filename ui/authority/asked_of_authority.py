# SPDX-License-Identifier: MIT
"""The form that puts an authority's entry right: names, service, address, language. Its level: asked_of_events.py."""

from collections.abc import Mapping
from typing import Any

from resources.language import LANGUAGES, N_
from storage.acts import authorities
from storage.acts.dated import worded
from storage.model.authority import Authority
from ui.authority.fields import Field, lines
from ui.authority.form import Asked
from ui.authority.standpoint import Standpoint


def amend(here: Standpoint, seen: Authority) -> Asked:
    """Ask what is to be put right; a name that was borne before is remembered."""

    def do(given: Mapping[str, Any]) -> None:
        name = worded(given["name"])
        former = tuple(dict.fromkeys((*seen.former_names, seen.name))) if name != seen.name else seen.former_names
        fields = {**given, "name": name, "address": lines(given["address"])}
        authorities.amend(here.store, seen, former_names=tuple(each for each in former if each != name), **fields)

    fields = (
        Field("name", N_("&Name"), "line", seen.name),
        Field("name_cy", N_("Name in &Welsh"), "line", seen.name_cy),
        Field("service", N_("&Service"), "line", seen.service),
        Field("address", N_("A&ddress for letters"), "lines", seen.address),
        Field("language", N_("Writes and &reads in"), "choice", seen.language, list(LANGUAGES.items())),
    )
    return Asked(N_("Put the authority’s entry right"), N_("&Keep"), fields, do)
