# SPDX-License-Identifier: MIT
"""How ratings are said: a row for an area, a line for each inspector. No widgets."""

from resources.language import N_, _
from storage.model.grades import GRADES
from storage.model.rubric import Area
from storage.permissions import ROLES
from storage.queries.ratings import STATES, Rated, Voice
from ui.models.places import words_of
from ui.widgets.row_delegate import Row


def grade_name(value: str) -> str:
    """Return the name of a grade; one of a newer version's scale as it is."""
    return _(GRADES[value]) if value in GRADES else value


def stage(rated: Rated | None, me: str) -> tuple[str, str, str]:
    """Return how far an area is: words, icon, tone."""
    if rated is None:
        return _(N_("Not rated yet")), "", "muted"
    if rated.is_faulty:
        return _(N_("Something is wrong")), "triangle-alert", "bad"
    if rated.resolution is not None:
        return _(N_("Settled")), "check", "ok"
    if rated.is_open:
        words = N_("Ratings differ") if rated.differs else N_("Ratings agree")
        return _(words), "triangle-alert" if rated.differs else "check", "warn" if rated.differs else "ok"
    mine = rated.of(me)
    is_mine = mine is not None and mine.state != "none"
    return _(N_("Locked by you")) if is_mine else _(N_("Waiting for you")), "lock", "muted"


def area_row(area: Area, rated: Rated | None, me: str) -> Row:
    """Return an area as the delegate draws it."""
    mark, icon, tone = stage(rated, me)
    if rated is not None and rated.resolution is not None:
        lines = [_(N_("Settled on: {grade}")).format(grade=grade_name(rated.resolution.value))]
    else:
        lines = [voice_line(voice) for voice in rated.voices] if rated else []
    return Row(f"{area.code} {words_of(area)}", " · ".join(lines), (), mark, "", icon, tone)


def voice_line(voice: Voice) -> str:
    """Return what one inspector's rating is, on a line: "Tomos Ellis: Locked"."""
    said = grade_name(voice.value) if voice.state == "open" else _(STATES.get(voice.state, voice.state))
    return f"{voice.name or voice.person_id}: {said}"


def voice_words(voice: Voice) -> str:
    """Return one inspector's rating in full, with her role and her reasons."""
    role = _(ROLES[voice.role]) if voice.role in ROLES else _(N_("no seat any more"))
    said = grade_name(voice.value) if voice.state == "open" else _(STATES.get(voice.state, voice.state))
    because = f"\n{voice.words}" if voice.words else ""
    return f"{voice.name or voice.person_id} ({role}): {said}{because}"
