# SPDX-License-Identifier: MIT
"""What a letter's card says of its way so far: who moved it on, when and why; what is due; what its pair lacks."""

from datetime import UTC, datetime

from resources.language import LANGUAGES, N_, _, long_date, ngettext
from storage.model import clock
from storage.model.deadlines import standing
from storage.model.letter import Letter
from storage.model.pair import SAME
from storage.model.rules import STATE_NAMES
from storage.queries.challenges import challenges_of_letter, reply_due
from storage.queries.letter_states import Step, steps_of_letter
from storage.queries.pairs import pair_of, rows
from storage.store import Store

_DUE = {
    "overdue": N_("The authority's reply was due on {day}: it is overdue."),
    "due_soon": N_("The authority's reply is due on {day}, soon."),
    "due": N_("The authority's reply is due on {day}."),
}


def lines(store: Store, letter: Letter) -> list[str]:
    """Return what there is to say, a sentence each, in the language in use; nothing for a plain new draft."""
    steps = steps_of_letter(store, letter)
    said = [step_words(steps[-1])] if steps and steps[-1].reason else []  # the track says the rest (track.py)
    if letter.status == "embargoed" and letter.embargo_until:
        said.append(_("It may be published from {day}.").format(day=_day(letter.embargo_until)))
    said += [*_accuracy(store, letter), *_second(letter), *_pair(store, letter), *_wording(store, letter)]
    return said


def step_words(step: Step) -> str:
    """Return one step: "Issued by Practice Inspector on 12 October 2018. Reason: …"."""
    when = datetime.fromisoformat(step.at).astimezone(UTC)
    words = f"{_(STATE_NAMES.get(step.state, step.state))}: {step.by}, {long_date(when.date())}."
    return f"{words} {_('Reason: {reason}').format(reason=step.reason)}" if step.reason else words


def _accuracy(store: Store, letter: Letter) -> list[str]:
    if letter.status != "factual_accuracy_out":
        return []
    every, due, said = challenges_of_letter(store, letter.id), reply_due(letter), []
    if due is not None:
        where = standing(due, clock.now().astimezone().date())
        said.append(_(_DUE[where]).format(day=long_date(due.due.latest)))
    if still_open := sum(not each.decision for each in every):
        words = ngettext(
            "{count} comment of the authority is open.", "{count} comments of the authority are open.", still_open
        )
        said.append(words.format(count=still_open))
    return said


def _second(letter: Letter) -> list[str]:
    if not letter.second_signatory or not letter.document_id:
        return []
    if letter.countersigned_id:
        return [_("Countersigned by {name}.").format(name=letter.countersigned_by)]
    return [_("{name} has not countersigned it yet.").format(name=letter.second_signatory)]


def _pair(store: Store, letter: Letter) -> list[str]:
    other = pair_of(store, letter)
    if other is None:
        return []
    apart = sum(row.state != SAME for row in rows(store, letter))
    tongue = LANGUAGES.get(other.language, other.language)
    if not apart:
        return [_("Says the same in {language}.").format(language=tongue)]
    words = ngettext(
        "{count} paragraph does not say the same in {language}.",
        "{count} paragraphs do not say the same in {language}.",
        apart,
    )
    return [words.format(count=apart, language=tongue)]


def _wording(store: Store, letter: Letter) -> list[str]:
    from reports.wordings import has_moved

    if letter.document_id or not has_moved(store, letter):
        return []
    words = _("Drafted with the wording {name}; this laptop has another by now. Its sentences stay as they are.")
    return [words.format(name=letter.wording)]


def _day(text: str) -> str:
    try:
        return long_date(datetime.fromisoformat(text).date())
    except ValueError:
        return text
