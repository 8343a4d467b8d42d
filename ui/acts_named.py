# SPDX-License-Identifier: MIT
"""What each act is called: "linking a note" after Undo, "Note linked" in a history. The acts themselves: below ui."""

from dataclasses import dataclass

from resources.language import N_, _


@dataclass(frozen=True, slots=True)
class Named:
    """An act's two names, gettext keys."""

    doing: str
    """After "Undo": "linking a note to an area"."""
    done: str
    """In a history: "Note linked to an area"."""


ACTS = {
    "authorities.add": Named(N_("adding an authority"), N_("Authority added")),
    "authorities.amend": Named(N_("amending an authority"), N_("Authority amended")),
    "people.add": Named(N_("adding a person"), N_("Person added")),
    "person.amend": Named(N_("amending a person"), N_("Person amended")),
    "events.add": Named(N_("adding an event"), N_("Event added")),
    "event.amend": Named(N_("amending an event"), N_("Event amended")),
    "recommendations.add": Named(N_("adding a recommendation"), N_("Recommendation added")),
    "recommendation.amend": Named(N_("amending a recommendation"), N_("Recommendation amended")),
    "meetings.add": Named(N_("adding a meeting"), N_("Meeting added")),
    "meeting.amend": Named(N_("amending a meeting"), N_("Meeting amended")),
    "people.leave": Named(N_("ending an office"), N_("Left the office")),
    "progress.note": Named(N_("noting progress"), N_("Progress noted")),
    "progress.amend": Named(N_("amending a note of progress"), N_("Note of progress amended")),
    "recommendations.close": Named(N_("closing a recommendation"), N_("Recommendation closed")),
    "recommendations.carry_forward": Named(
        N_("carrying a recommendation forward"), N_("Recommendation carried forward")
    ),
    "actions.add": Named(N_("adding an action of the plan"), N_("Action of the plan added")),
    "actions.move": Named(N_("saying how far an action is"), N_("Action of the plan moved on")),
    "action.amend": Named(N_("amending an action of the plan"), N_("Action of the plan amended")),
    "levels.change": Named(N_("changing the level of concern"), N_("Level of concern changed")),
    "levels.take_back": Named(N_("taking a level of concern back"), N_("Level of concern taken back")),
    "events.judge": Named(N_("testing an assurance"), N_("Assurance tested")),
    "events.withdraw": Named(N_("withdrawing an event"), N_("Event withdrawn")),
    "meetings.hold": Named(N_("recording that a meeting was held"), N_("Meeting held")),
    "meetings.call_off": Named(N_("withdrawing a meeting"), N_("Meeting withdrawn")),
    "visits.plan": Named(N_("planning a visit"), N_("Visit planned")),
    "visits.remember": Named(N_("adding a past visit"), N_("Past visit added")),
    "visits.amend": Named(N_("amending a visit"), N_("Visit amended")),
    "visits.move": Named(N_("moving a visit on"), N_("Visit moved on")),
    "retention.classify": Named(N_("choosing how long a visit is kept"), N_("Kept for another time")),
    "retention.hold": Named(N_("laying a legal hold"), N_("Legal hold laid")),
    "retention.lift": Named(N_("lifting a legal hold"), N_("Legal hold lifted")),
    "retention.release": Named(N_("releasing a visit"), N_("Released by the office")),
    "authorities.import": Named(N_("bringing an authority’s record in"), N_("Authority’s record brought in")),
    "visits.import": Named(N_("bringing a visit in"), N_("Visit brought in")),
    "visit.amend": Named(N_("amending a visit"), N_("Visit amended")),
    "rubrics.use": Named(N_("adding a framework to the visit"), N_("Framework added")),
    "rubrics.move": Named(N_("moving the visit to another edition"), N_("Moved to another edition")),
    "sessions.add": Named(N_("adding a session"), N_("Session added")),
    "sessions.amend": Named(N_("amending a session"), N_("Session amended")),
    "sessions.withdraw": Named(N_("withdrawing a session"), N_("Session withdrawn")),
    "notes.write": Named(N_("writing a note"), N_("Note written")),
    "notes.amend": Named(N_("amending a note"), N_("Note amended")),
    "notes.withdraw": Named(N_("withdrawing a note"), N_("Note withdrawn")),
    "notes.restore": Named(N_("restoring a note"), N_("Note restored")),
    "notes.import": Named(N_("bringing notes in"), N_("Note brought in")),
    "comments.say": Named(N_("commenting on a note"), N_("Commented on a note")),
    "comments.amend": Named(N_("rewording a comment"), N_("Comment reworded")),
    "comments.withdraw": Named(N_("withdrawing a comment"), N_("Comment withdrawn")),
    "comments.restore": Named(N_("restoring a comment"), N_("Comment restored")),
    "concerns.raise": Named(N_("raising a matter of concern"), N_("Matter of concern raised")),
    "concerns.tell_lead": Named(N_("telling the lead inspector"), N_("Lead inspector told")),
    "concerns.tell": Named(N_("telling the authority"), N_("Authority told")),
    "concerns.acknowledge": Named(N_("recording an acknowledgement"), N_("Acknowledged by the authority")),
    "concerns.outcome": Named(N_("recording an outcome"), N_("Outcome recorded")),
    "concerns.amend": Named(N_("rewording a matter of concern"), N_("Matter of concern reworded")),
    "points.add": Named(N_("adding a line to the day’s sheet"), N_("Line added to the day’s sheet")),
    "points.amend": Named(N_("rewording a line of the day’s sheet"), N_("Line of the day’s sheet reworded")),
    "points.settle": Named(N_("ticking a line of enquiry"), N_("Line of enquiry ticked")),
    "points.withdraw": Named(N_("taking a line off the day’s sheet"), N_("Line taken off the day’s sheet")),
    "links.link": Named(N_("linking a note to an area"), N_("Note linked to an area")),
    "links.unlink": Named(N_("unlinking a note from an area"), N_("Note unlinked from an area")),
    "cases.import": Named(N_("bringing a list of cases in"), N_("List of cases brought in")),
    "cases.add": Named(N_("adding a case"), N_("Case added")),
    "cases.assign": Named(N_("giving a case to a reader"), N_("Case given to a reader")),
    "cases.move": Named(N_("saying how far a case is"), N_("Reading of a case moved on")),
    "samples.draw": Named(N_("drawing a sample"), N_("Sample drawn")),
    "samples.replace": Named(N_("replacing a case"), N_("Case replaced")),
    "reviews.write": Named(N_("reviewing a case"), N_("Case review written")),
    "findings.state": Named(N_("stating a finding"), N_("Finding stated")),
    "findings.amend": Named(N_("amending a finding"), N_("Finding amended")),
    "findings.move": Named(N_("moving a finding on"), N_("Finding moved on")),
    "findings.agree": Named(N_("agreeing to a finding"), N_("Finding agreed to")),
    "findings.take_back": Named(N_("taking back one’s yes to a finding"), N_("Yes to the finding taken back")),
    "findings.set_aside": Named(N_("setting a finding aside"), N_("Finding set aside")),
    "findings.look_at": Named(N_("looking at a finding again"), N_("Finding looked at again")),
    "ratings.lock": Named(N_("locking a rating"), N_("Rating locked")),
    "ratings.open": Named(N_("opening a rating"), N_("Rating opened")),
    "ratings.settle": Named(N_("settling on a rating"), N_("Rating settled on")),
    "letters.draft": Named(N_("drafting a letter"), N_("Letter drafted")),
    "letters.amend": Named(N_("amending a letter"), N_("Letter amended")),
    "letters.reword": Named(N_("rewording a sentence"), N_("Sentence reworded")),
    "letters.clear": Named(N_("checking a sentence’s sources"), N_("Sentence’s sources checked")),
    "letters.add_sentence": Named(N_("adding a sentence"), N_("Sentence added")),
    "letters.add_note": Named(N_("adding a note to a letter"), N_("Note added to the letter")),
    "letters.add_paragraph": Named(N_("adding a paragraph"), N_("Paragraph added")),
    "letters.withdraw": Named(N_("withdrawing a part of a letter"), N_("Withdrawn from the letter")),
    "letters.reorder": Named(N_("moving a part of a letter"), N_("Moved within the letter")),
    "letters.excuse": Named(N_("letting a hit of a check be"), N_("Hit of a check let be")),
    "letters.take_back": Named(N_("taking an excuse back"), N_("Excuse taken back")),
    "letters.move": Named(N_("moving a letter on"), N_("Letter moved on")),
    "letters.countersign": Named(N_("countersigning a letter"), N_("Letter countersigned")),
    "comments.say_to_letter": Named(N_("commenting on a letter"), N_("Commented on a letter")),
    "pairs.join": Named(N_("joining two languages"), N_("Joined with the other language")),
    "pairs.part": Named(N_("parting two languages"), N_("Parted from the other language")),
    "pairs.follow": Named(N_("saying that both languages agree"), N_("Both languages said to agree")),
    "pairs.issue": Named(N_("issuing a letter"), N_("Letter issued")),
    "challenges.send_out": Named(N_("sending a draft out"), N_("Draft sent out for factual accuracy")),
    "challenges.write": Named(N_("writing down a comment"), N_("Comment of the authority written down")),
    "challenges.import": Named(N_("bringing comments in"), N_("Comment of the authority brought in")),
    "challenges.decide": Named(N_("deciding on a comment"), N_("Comment of the authority decided")),
    "challenges.place": Named(N_("placing a comment"), N_("Comment of the authority placed")),
    "challenges.withdraw": Named(N_("withdrawing a comment"), N_("Comment of the authority withdrawn")),
    "challenges.resolve": Named(N_("ending the accuracy round"), N_("Accuracy round ended")),
    "letters.seal": Named(N_("signing a letter"), N_("Letter signed")),
    "attachments.attach": Named(N_("attaching a file"), N_("File attached")),
    "attachments.detach": Named(N_("taking a file off a note"), N_("File taken off the note")),
    "attachments.restore": Named(N_("bringing a file back"), N_("File brought back")),
    "enclosures.enclose": Named(N_("enclosing a file with a letter"), N_("File enclosed with the letter")),
    "enclosures.retitle": Named(N_("giving an enclosure a title"), N_("Enclosure given a title")),
    "enclosures.reorder": Named(N_("moving an enclosure"), N_("Enclosure moved")),
    "enclosures.withdraw": Named(N_("withdrawing an enclosure"), N_("Enclosure withdrawn")),
    "documents.keep": Named(N_("keeping a document"), N_("Document kept")),
    "differences.settle": Named(N_("settling a difference"), N_("Difference settled")),
    "members.grant": Named(N_("giving a seat"), N_("Seat given")),
    "members.remove": Named(N_("taking a seat back"), N_("Seat taken back")),
    "members.accept": Named(N_("accepting what came late"), N_("What came late accepted")),
    "members.sign": Named(N_("signing seats for the hub"), N_("Seats signed for the hub")),
    "members.begin": Named(N_("beginning a record"), N_("Record begun")),
    "members.succeed": Named(N_("moving to another laptop"), N_("Moved to another laptop")),
}
_OTHER = Named(N_("the last change"), N_("Changed"))


def doing(act: str) -> str:
    """Return what the act is called after "Undo", in the language in use."""
    return _(ACTS.get(act, _OTHER).doing)


def done(act: str) -> str:
    """Return what the act is called in a history, in the language in use."""
    return _(ACTS.get(act, _OTHER).done)
