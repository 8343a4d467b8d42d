# SPDX-License-Identifier: MIT
"""All the checks of a letter, as one Job: what is open, what was excused. Who asks before signing: acts.py."""

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from reports.checks import figures, footing, hidden, inside, proven, style
from reports.checks.hit import CHECKS, Hit
from reports.checks.identifiers import Finder
from reports.checks.names import Ordinary
from reports.checks.subject import Subject, subject_of
from resources.language import N_
from storage import spelling
from storage.errors import Refused
from storage.job import Job, Tick, run_now
from storage.model.excuse import Excuse
from storage.model.letter import WholeLetter
from storage.store import Store, looker


@dataclass(frozen=True, slots=True)
class Checked:
    """What the checks found in one letter as it stood."""

    letter: WholeLetter
    hits: tuple[Hit, ...]
    excuses: tuple[Excuse, ...] = ()

    def excuse(self, hit: Hit) -> Excuse | None:
        """Return the excuse that lets a hit be, or None."""
        return next((each for each in self.excuses if each.hit == hit.key), None)

    @property
    def open(self) -> tuple[Hit, ...]:
        """Return the hits that hold approval up: of a check that blocks, and not excused, or not to be excused."""
        let_be = {each.hit for each in self.excuses}
        return tuple(each for each in self.hits if each.blocks and not (each.may_be_excused and each.key in let_be))

    def must_be_clear(self) -> None:
        """Raise Refused while anything is open."""
        if self.open:
            raise Refused(
                N_("The checks found points in this letter that are still open: {count}."),
                N_("Put each right, or excuse it with a written reason, under “Checks”."),
                count=len(self.open),
            )


Looking = Callable[[], Store] | Subject
"""How another thread reads what the checks need; or what they need, of a store that has but one connection."""


def take(store: Store, letter_id: str) -> Looking:
    """Return what `look` needs, fast: on the thread that owns the store."""
    return looker(store) or subject_of(store, letter_id)


def look(taken: Looking, letter_id: str) -> Checked:
    """Check a letter, on any thread. Raise Refused and BadFile as `subject_of`."""
    if isinstance(taken, Subject):
        return check(taken)
    with closing(taken()) as store:
        subject = subject_of(store, letter_id)
    return check(subject)


def checking(letter_id: str) -> Job[Store, Any, Checked, Checked]:
    """Return the Job that checks a letter. Raise as `look`."""

    def work(taken: Looking, tick: Tick) -> Checked:
        tick(0.1)
        return look(taken, letter_id)

    return Job(lambda store: take(store, letter_id), work, lambda _store, made: made)


def checked(store: Store, letter_id: str) -> Checked:
    """Check a letter at once. Raise as `look`."""
    return run_now(checking(letter_id), store)


def check(subject: Subject, ordinary: Ordinary | None = None) -> Checked:
    """Return everything that the checks find, in the order of the letter within the order of the checks."""
    places = {line.place: at for at, line in enumerate(subject.lines())}
    codes = list(CHECKS)
    found = sorted(_hits(subject, ordinary or dictionaries()), key=lambda each: _place(each, codes, places))
    return Checked(subject.letter, tuple(dict.fromkeys(found)), subject.excuses)


def _place(hit: Hit, codes: list[str], places: dict[str, int]) -> tuple[bool, int, int, int]:
    return not hit.blocks, codes.index(hit.check), places.get(hit.place, -1), hit.start


def _hits(subject: Subject, ordinary: Ordinary) -> Iterator[Hit]:
    if not subject.can_run:
        words = "\n".join(line.text for line in subject.lines())
        yield Hit("cannot_run", text=words)  # an excuse holds for these words only
    finder = Finder(subject.known, ordinary)
    for line in subject.lines():
        if line.place != "addressee":  # a public office-holder at a public address: the letter could not be sent else
            yield from finder.hits(line)
        yield from hidden.hits(line)
    for file in subject.attached:
        yield from inside.hits(file, finder)
    yield from proven.hits(subject)
    yield from footing.hits(subject)
    yield from figures.hits(subject)
    yield from style.hits(subject)


class _Dictionaries:
    """Says whether a word is an ordinary one; reads the dictionaries when first asked, which takes a second."""

    def __init__(self) -> None:
        self._speller: spelling.Speller | None = None

    def __call__(self, word: str) -> bool:
        if self._speller is None:
            self._speller = spelling.Speller(_lexicon())
        return self._speller.is_known(word)


def dictionaries() -> Ordinary:
    """Return what says whether a word is an ordinary one; for one thread."""
    return _Dictionaries()


@lru_cache(maxsize=1)
def _lexicon() -> spelling.Lexicon:
    return spelling.load()
