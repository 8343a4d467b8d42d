# SPDX-License-Identifier: MIT
"""What tells of one person without a name: birth, address, telephone, reference of a case, a very small group.

Patterns in both languages, and what the private list and the case key hold. Names: names.py.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from reports.checks.days import days_in, days_of_the_year_in
from reports.checks.known import POSTCODE, STREETS, Known
from reports.checks.names import distance
from storage.search.words import folded

Span = tuple[int, int]
_BORN = re.compile(
    r"\b(?:born|birthday|date of birth|d\.?o\.?b\.?|ganwyd|ganed|geni|pen-?blwydd|ben-?blwydd)\b", re.IGNORECASE
)
_KINDS = "|".join(filter(None, [*STREETS.values(), *(each for each, short in STREETS.items() if short)]))
_CYMRU = "|".join(each for each, short in STREETS.items() if not short)
_NUMBERED = re.compile(
    rf"\b(?:[Ff]lat\s)?\d{{1,4}}[A-Za-z]?,?\s+(?:(?:[A-Z][\w'’-]+\s+){{1,3}}(?i:{_KINDS})\b|"
    rf"(?i:{_CYMRU})(?:\s+(?:y|yr|[A-Z]\w+)){{1,3}})"
)
_REACHED = re.compile(r"\b0\d(?:[ -]?\d){8,9}\b|\+44[\d ]{9,13}\d|[\w.+-]+@[\w-]+\.[\w.]+")
_NUMBERS = re.compile(
    r"\b\d{3}[ -]?\d{3}[ -]?\d{4}\b|\b[A-CEGHJ-PR-TW-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b"  # NHS, National Insurance
)
_PSEUDONYM = re.compile(r"\b(?:case|achos|achos rhif|case number|case no\.?)[\s._-]*\d{1,9}\b", re.IGNORECASE)
_FEW = r"(?:one|two|three|four|\d|un|dau|dwy|tri|tair|pedwar|pedair)"
_WHO = (
    r"(?:child|children|boys?|girls?|siblings?|brothers?|sisters?|family|families|young (?:person|people)|bab(?:y|ies))"
)
_RARE = (
    r"(?:unaccompanied|adopted|disabled|deaf|blind|autistic|refugee|asylum[- ]seeking|trafficked|pregnant|"
    r"transgender|trans|Traveller|Roma|fostered abroad)"
)
_SMALL = re.compile(
    r"\b(?:twins?|triplets?|quadruplets?|efeilliaid|gefeilliaid|tripledi|dripledi)\b"
    rf"|\b(?:the )?only (?:\w+[- ]){{0,3}}?{_WHO}\b"
    rf"|\b(?:the )?(?:youngest|eldest|oldest) (?:\w+[- ]){{0,2}}?{_WHO}\b"
    rf"|\b{_FEW} (?:\w+[- ]){{0,1}}?{_RARE} (?:\w+[- ]){{0,1}}?{_WHO}\b"
    r"|\b(?:a )?(?:sibling group|family) of (?:three|four|five|six|seven|eight|nine|ten|\d{1,2})\b"
    r"|\byr unig (?:\w+ ){0,2}?(?:blentyn|plentyn|bachgen|ferch|merch|deulu|teulu|frawd|brawd|chwaer|berson ifanc)\b"
    r"|\b(?:y (?:plentyn|bachgen|ferch|brawd|chwaer) (?:ieuengaf|hynaf|ifancaf))\b"
    r"|\bgr[wŵ]p o (?:dri|tri|bedwar|pedwar|bum|pum|chwe|\d) (?:o )?(?:frodyr|brodyr|siblingiaid)\b",
    re.IGNORECASE,
)


def births(text: str, known: Known) -> list[Span]:
    """Return where a day of birth of the list stands, or any day that is said to be one."""
    said = bool(_BORN.search(text))
    found = [span for span, day in days_in(text) if said or day in known.births]
    if said:
        days = {(each.month, each.day) for each in known.births}
        found += [span for span, day in days_of_the_year_in(text) if day in days]
    return found


def addresses(text: str, known: Known) -> list[Span]:
    """Return where an address, postcode, telephone number or the like stands."""
    found = [each.span() for pattern in (POSTCODE, _NUMBERED, _REACHED, _NUMBERS) for each in pattern.finditer(text)]
    allowed = known.allowed
    kept = [
        span
        for span in found
        if not all(word in allowed for word in folded(text[slice(*span)]).replace("'", " ").split())
    ]
    return [*kept, *(span for each in known.addresses for span in _street(text, each))]


def references(text: str, known: Known) -> list[Span]:
    """Return where a case's reference stands, however it is parted, or something of the very same make."""
    found = [each.span() for each in _PSEUDONYM.finditer(text)]
    shapes = _shapes(known.references)
    for start, end, plain in _windows(text):
        if plain in known.references or (_tells(plain) and _shape(plain) in shapes) or _is_slipped(plain, known):
            found.append((start, end))
    return found


def small_groups(text: str) -> list[Span]:
    """Return where so few are spoken of that one may know them: the only twins, two adopted children."""
    return [each.span() for each in _SMALL.finditer(text)]


def _street(text: str, address: str) -> Iterator[Span]:
    """Yield where an address's street stands, a letter wrong here and there, its kind shortened or not."""
    parts = [part.strip() for part in address.split(",")]
    named = [
        re.sub(r"^(?:flat\s*)?\d+\w?\s*", "", POSTCODE.sub("", part), flags=re.IGNORECASE).split() for part in parts
    ]
    street = next((each for each in named if len(each) > 1), None)
    if street is None:
        return
    wanted = [folded(each) for each in street]
    every = list(re.finditer(r"[^\W_]+", text))
    for at in range(len(every) - len(wanted) + 1):
        said = every[at : at + len(wanted)]
        if all(_same(one, folded(other[0])) for one, other in zip(wanted, said, strict=True)):
            before = every[at - 1] if at else None
            start = before.start() if before and before[0][0].isdigit() else said[0].start()
            yield start, said[-1].end()


def _same(wanted: str, said: str) -> bool:
    if wanted == said or STREETS.get(wanted) == said or STREETS.get(said) == wanted:
        return True
    return len(wanted) > 4 and wanted[0] == said[0] and distance(wanted, said) < 2


def _windows(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield runs of up to four pieces that hold a digit, as one reads them without what parts them."""
    pieces = list(re.finditer(r"[A-Za-z0-9]+", text))
    for at in range(len(pieces)):
        plain = ""
        for upto in range(at, min(at + 4, len(pieces))):
            if upto > at and not re.fullmatch(r"[ /._–-]{1,2}", text[pieces[upto - 1].end() : pieces[upto].start()]):
                break
            plain += pieces[upto][0].upper()
            if len(plain) > 3 and any(each.isdigit() for each in plain):
                yield pieces[at].start(), pieces[upto].end(), plain


@lru_cache(maxsize=8)
def _shapes(references: frozenset[str]) -> frozenset[str]:
    return frozenset(map(_shape, references))


def _shape(plain: str) -> str:
    return re.sub(r"\d", "9", plain)


def _tells(plain: str) -> bool:
    """Say whether a make is one's own: letters before digits, or six digits and more."""
    return len(plain) > 5 and (plain[0].isalpha() or plain.isdigit())


def _is_slipped(plain: str, known: Known) -> bool:
    return len(plain) > 5 and any(_is_slip(plain, each) for each in known.references)


def _is_slip(plain: str, reference: str) -> bool:
    return abs(len(plain) - len(reference)) < 2 and plain[:1] == reference[:1] and distance(plain, reference) == 1
