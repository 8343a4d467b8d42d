# SPDX-License-Identifier: MIT
"""The parts of the page in the order of its tabs: what each is called, what can be done in it. What is done: deeds."""

from resources.language import N_
from ui.authority.part import Deed, Shape

AMEND, LEAVE, LOOK, CLOSE, FORWARD = "amend", "leave", "look", "close", "forward"
MOVE, RECEIVED, ANSWER, HELD, OFF, JUDGE, BACK = "move", "received", "answer", "held", "off", "judge", "back"
_RIGHT = Deed(AMEND, N_("P&ut right…"), "pen-line")

PEOPLE = Shape(
    "people",
    N_("People"),
    "users",
    N_("Who holds which office, since when: letters are addressed to them. Others are known by role alone."),
    N_("Add a p&erson"),
    (Deed(AMEND, N_("&Put right…"), "pen-line"), Deed(LEAVE, N_("Has left the &office…"), "x")),
)
RECOMMENDATIONS = Shape(
    "recommendations",
    N_("Recommendations"),
    "flag",
    N_("What the authority was asked to do, and how it stood each time somebody looked."),
    N_("Add a r&ecommendation"),
    (
        Deed(LOOK, N_("Note &progress…"), "trending-up"),
        _RIGHT,
        Deed(CLOSE, N_("&Close…"), "check"),
        Deed(FORWARD, N_("Ca&rry forward"), "redo-2"),
    ),
)
PLAN = Shape(
    "plan",
    N_("Improvement plan"),
    "clipboard-list",
    N_("When it was asked for and came, what the answer was, and its actions with who does them by when."),
    N_("Add an act&ion"),
    (
        Deed(RECEIVED, N_("It has &come…"), "inbox"),
        Deed(ANSWER, N_("Ac&knowledged…"), "check"),
        Deed(MOVE, N_("How &far it is…"), "trending-up"),
        _RIGHT,
        Deed(BACK, N_("Tak&e back"), "undo-2"),
    ),
)
MEETINGS = Shape(
    "meetings",
    N_("Meetings"),
    "calendar",
    N_("Conferences and review meetings, due and held: who was there, what was agreed, what came of them."),
    N_("Add a &meeting"),
    (
        Deed(HELD, N_("It was he&ld…"), "check"),
        _RIGHT,
        Deed(OFF, N_("Call it &off"), "x"),
    ),
)
EVENTS = Shape(
    "events",
    N_("What happened"),
    "history",
    N_("Concerns received, assurances and whether they held, what the authority did, levels of concern."),
    N_("Add what h&appened"),
    (
        Deed(JUDGE, N_("Te&st it…"), "shield-check"),
        _RIGHT,
        Deed(BACK, N_("Take bac&k"), "undo-2"),
    ),
)
SHAPES = (PEOPLE, RECOMMENDATIONS, PLAN, MEETINGS, EVENTS)
