# SPDX-License-Identifier: MIT
"""Letters with identifiers planted in them, for the leak guard's figures. Every person, place and number is invented.

No tests here. A letter's own words are the wording files' in both languages and prose like that of inspections; what
is planted is written in the ways in which people write it, and wrongly in the ways in which they err.
"""

import random
import re
import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from reports.checks.known import Known, known_of
from resources import paths
from resources.language import LANGUAGES, long_date
from storage.search.welsh import relatives

CHILDREN = (
    *("Megan Pritchard", "Owain Rhydderch", "Carys Llewellyn", "Tomos Bevan-Hughes", "Ffion Angharad Morus"),
    *("Jayden Whitlock", "Aaliyah Rahman", "Kacper Nowakowski", "Siôn ap Gwilym", "Elin Haf Parry"),
    *("Theodore Askwith", "Rosie Tamblyn", "Maddison Crowther", "Ieuan Prydderch", "Bethan Mostyn"),
    *("Zuzanna Wojcik", "Callum McTavish", "Lowri Penhallow", "Grace Okonkwo", "Dylan Fairweather"),
    *("Gwenllian Treharne", "Harrison Bickerstaff", "Nia Ellis-Roberts", "Brandon Satterthwaite", "Alys Vaughan"),
)
STAFF = (
    *("Mrs Bronwen Tudor", "Gareth Ollerenshaw", "Dr Priya Venkatesan", "Marged Llwyd", "Joanna Featherstone"),
    *("Stephen Killick", "Rhodri Maddocks", "Catherine Appleyard", "Mohammed Siddiqui", "Delyth Gwynne"),
)
STREETS = ("Heol y Felin", "Larkspur Close", "Ffordd Dyfrdwy", "Bramble Hill Road", "Stryd Fawr", "Copperfield Avenue")
PUBLIC = ("Practice Borough Council", "Cyngor Bwrdeistref Ymarfer", "Alun Walton", "Rhian Vaughan-Price", "Practice")
VOCABULARY = (
    "Care Inspectorate Wales Head of Service Chief Executive Director Team Manager Council Leader Wales Audit Office",
    "Independent Reviewing Officer Safeguarding Board Corporate Parenting Information Advice Assistance Welsh Act",
)
_PROSE = (
    "Six of eight files held a current plan.",
    "Supervision of social workers had become irregular since May 2018, and managers knew of it.",
    "Will the plan hold? We shall return in early April to see.",
    "The Head of Service told us that the only way to reduce caseloads was to fill posts.",
    "Rose-tinted accounts of practice were not borne out by the files that we read.",
    "In one case the chronology had gaps; in three cases the assessment was late.",
    "Young people spoke warmly of their workers, and most of them knew how to complain.",
    "Mark this as a priority: visits to children must be on time.",
    "Between 10 and 11 July 2018 we read case files, met staff and considered performance indicators.",
    "The Independent Reviewing Officer had raised delay twice, on 3 March 2018 and again in June.",
    "Of 42 assessments, 17 were completed within 42 working days.",
    "Grace and patience were needed of families who waited for 12 weeks.",
    "Performance fell from 83% in 2016 to 71% in 2018.",
    "The council's Quality Assurance Framework (QAF) was revised in 2017, and QAF audits began.",
    "Agency staff held one post in four, which meant that families met several workers in a year.",
    "We heard from foster carers that advice was hard to reach in the evening.",
    "Hope was expressed that the new Early Help Hub would lessen demand.",
    "Managers in Team 3 signed off decisions, but did not give reasons for them.",
    "Care Inspectorate Wales expects improvement within 6 months of this letter.",
    "Families were offered help in Welsh, and the Welsh Language Standards were followed.",
    "A social worker's caseload of 24 is too high for newly qualified staff.",
    "Roedd cynlluniau cyfredol mewn chwech o'r wyth ffeil.",
    "Nid oedd goruchwyliaeth yn rheolaidd, ac roedd rheolwyr yn gwybod hynny.",
    "Dywedodd y Pennaeth Gwasanaeth fod swyddi'n wag ers mis Mai 2018.",
    "Clywsom gan bobl ifanc eu bod yn adnabod eu gweithwyr yn dda.",
    "Cwblhawyd 17 o 42 asesiad o fewn 42 diwrnod gwaith.",
)


@dataclass(frozen=True)
class Plant:
    """An identifier as it stands in a sentence."""

    check: str
    how: str
    """The way it is written, for the table of what was missed."""
    words: str
    sentence: str
    """With "{}" where the words stand."""


@dataclass(frozen=True)
class Person:
    """Somebody invented."""

    name: str
    born: date
    address: str
    postcode: str
    reference: str

    @property
    def parts(self) -> list[str]:
        """Return the name's words that tell something."""
        return [each for each in re.split(r"[\s-]", self.name) if each not in ("ap", "Mrs", "Dr")]


@dataclass(frozen=True)
class PlantedLetter:
    """Sentences in order, and what was planted: (place in the list, first sign, last sign, plant)."""

    sentences: Sequence[str]
    planted: Sequence[tuple[int, int, int, Plant]]

    @property
    def pages(self) -> float:
        """Return how many pages of 400 words it has."""
        return sum(len(each.split()) for each in self.sentences) / 400


def people(chance: random.Random) -> list[Person]:
    """Return everybody with a birth, an address and a reference of their own."""
    every = []
    for name in (*CHILDREN, *STAFF):
        born = date(chance.randint(2001, 2017), chance.randint(1, 12), chance.randint(1, 28))
        place = f"{chance.randint(1, 180)} {chance.choice(STREETS)}"
        code = f"LL{chance.randint(10, 79)} {chance.randint(1, 9)}{chance.choice('ABDEF')}{chance.choice('GHJLN')}"
        every.append(Person(name, born, place, code, f"WX-{chance.randint(10_000, 99_999)}"))
    return every


def known(every: Sequence[Person]) -> Known:
    """Return what a list of these people and a case key come to."""
    lines = [f"{each.name}; {each.born.isoformat()}; {each.address}, {each.postcode}" for each in every]
    return known_of(lines, [each.reference for each in every], PUBLIC, VOCABULARY)


_SAID = ("We were told that {} had waited.", "The worker of {} had left.", "In the summer {} moved twice, as planned.")
_NAMED = ("{} was seen alone by the inspector.", "Dywedodd {} wrthym fod y gwasanaeth yn araf.", *_SAID)


def _wrong(word: str, chance: random.Random) -> str:
    """Return the word with one slip of the finger, not in its first letter."""
    at = chance.randint(1, len(word) - 2)
    ways: tuple[Callable[[], str], ...] = (
        lambda: word[:at] + word[at + 1 :],
        lambda: word[:at] + word[at] + word[at:],
        lambda: word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        lambda: word[:at] + chance.choice("aeioulnrst") + word[at + 1 :],
    )
    made = chance.choice(ways)()
    return made if made != word else word[:at] + word[at] + word[at:]


def _mutated(word: str, chance: random.Random) -> str:
    forms = sorted(each for each in relatives(word.casefold()) if each != word.casefold() and len(each) >= len(word))
    return chance.choice(forms).capitalize() if forms else word


def _date(born: date, chance: random.Random) -> str:
    ways = (
        long_date(born, "en"),
        long_date(born, "cy"),
        f"{born:%d/%m/%Y}",
        f"{born:%d.%m.%y}",
        born.isoformat(),
        f"{born:%B} {born.day}, {born.year}",
        f"{born.day}th of {born:%b} {born.year}",
    )
    return chance.choice(ways)


def _names(who: Person, chance: random.Random) -> list[Plant]:
    part, long = chance.choice(who.parts), max(who.parts, key=len)
    first, last = who.parts[0], who.parts[-1]
    wrong = who.name.replace(long, _wrong(long, chance))
    said = chance.choice(_NAMED)
    return [
        Plant("name", "whole", who.name, said),
        Plant("name", "part", part, said),
        Plant("name", "of somebody", f"{first}’s", "The plan was {} own."),
        Plant("name", "small letters", who.name.lower(), said),
        Plant("name", "capitals", last.upper(), said),
        Plant("name", "turned", f"{last}, {first}", said),
        Plant("name", "misspelt", _wrong(long, chance), said),
        Plant("name", "misspelt in the whole", wrong, said),
        Plant("name", "mutated", _mutated(long, chance), "Aeth y gweithiwr gyda {} i'r cyfarfod."),
        Plant("name", "hidden signs", f"{first[:2]}\u200b{first[2:]}", said),
        Plant("name", "titled", f"Mrs {last}", said),
        Plant("name", "file", f"notes_{first.lower()}_{last.lower()}.docx", "See the attachment {} for more."),
    ]


def _others(who: Person, chance: random.Random) -> list[Plant]:
    first, last = who.parts[0], who.parts[-1]
    plain = who.reference.replace("-", chance.choice(("", " ", "/", "-")))
    digits = who.reference[3:]
    slipped = f"WX-{digits[1]}{digits[0]}{digits[2:]}"
    groups = (
        "the only twins",
        "two adopted children",
        "a sibling group of five",
        "yr efeilliaid",
        "the youngest child",
    )
    return [
        Plant("initials", "dotted", f"{first[0]}.{last[0]}.", "The case of {} was closed too early."),
        Plant("initials", "parted", f"{first[0]}. {last[0]}.", "The case of {} was closed too early."),
        Plant("birth", "written", _date(who.born, chance), "The child, whose records say {}, had no plan."),
        Plant(
            "birth", "said", f"{chance.randint(1, 28)} June {chance.randint(2002, 2015)}", "A child born on {} waited."
        ),
        Plant("address", "whole", f"{who.address}, {who.postcode}", "Police were called to {} that night."),
        Plant("address", "street", who.address, "Police were called to {} that night."),
        Plant("address", "postcode", who.postcode.replace(" ", ""), "Families in {} waited longest."),
        Plant("case_reference", "parted", plain, "In {} the chronology had gaps."),
        Plant("case_reference", "slipped", slipped, "In {} the chronology had gaps."),
        Plant("case_reference", "pseudonym", f"CASE-{chance.randint(1, 40):02d}", "In {} the chronology had gaps."),
        Plant("small_group", "said", chance.choice(groups), "We looked closely at {} in the service."),
    ]


def _clean() -> list[str]:
    found = list(_PROSE)
    for kind in sorted(each.name for each in paths.wording("words", "en").parent.parent.iterdir() if each.is_dir()):
        for language in LANGUAGES:
            plain = tomllib.loads(paths.wording(kind, language).read_text("utf-8"))
            found += [re.sub(r"\{\w+\}", "the service", each) for each in plain.get("sentences", {}).values()]
    return found


def letters(count: int, seed: int) -> tuple[Known, list[PlantedLetter]]:
    """Return what is known, and so many letters of one to three pages with six to ten plants each."""
    chance = random.Random(seed)
    every, clean = people(chance), _clean()
    return known(every), [_letter(every, clean, chance) for _number in range(count)]


def _letter(every: Sequence[Person], clean: Sequence[str], chance: random.Random) -> PlantedLetter:
    sentences = [chance.choice(clean) for _number in range(chance.randint(30, 80))]
    for _number in range(chance.randint(6, 10)):
        who = chance.choice(every)
        plant = chance.choice([*_names(who, chance), *_others(who, chance)])
        sentences.insert(chance.randint(0, len(sentences)), plant)  # type: ignore[arg-type]
    planted, said = [], []
    for at, each in enumerate(sentences):
        if isinstance(each, Plant):
            start = each.sentence.index("{}")
            planted.append((at, start, start + len(each.words), each))
            said.append(each.sentence.format(each.words))
        else:
            said.append(each)
    return PlantedLetter(said, planted)
