# SPDX-License-Identifier: MIT
"""reports/letters/improvement_conference.py: every fact of the published letter, in its place; nothing guessed."""

import re
from dataclasses import replace

import pytest

from reports.catalogue import letter_type
from reports.letters.draft import Draft
from reports.letters.improvement_conference import SECTIONS
from tests.reports.wrexham import NOUNS, facts, records

LETTER = letter_type("improvement_conference")

# Each fact that the letter of 12 October 2018 states: the section it belongs to, and what must be found there.
FACTS = [
    ("thanks", "conference on Monday 8 October 2018", r"conference held on Monday 8 October 2018"),
    ("thanks", "thanks", r"Thank you"),
    ("thanks", "professional manner", r"professional manner"),
    ("thanks", "positive and proactive", r"positive and proactive"),
    ("thanks", "officers and Members of Wrexham", r"officers and Members of Wrexham"),
    ("purpose", "a new approach of the inspectorate", r"new approach for Care Inspectorate Wales"),
    ("purpose", "collaborative with local authorities", r"local authorities in a more collaborative"),
    ("purpose", "early concerns, outcomes and performance", r"early concerns about outcomes and performance"),
    ("need", "agreed to be necessary", r"agreed that a conference was necessary"),
    ("need", "our evidence and your indicators", r"our evidence and your own performance indicators"),
    ("need", "quality has declined", r"quality of the service offered to children and families.*declined"),
    ("need", "no longer good enough for outcomes", r"no longer of a good enough standard.*positive outcomes"),
    ("inspection", "by CSSIW, now CIW", r"\(CSSIW\), which is now Care Inspectorate Wales \(CIW\)"),
    ("inspection", "January and February 2017", r"January and February 2017"),
    ("inspection", "of children's services in Wrexham", r"inspection of children's services in Wrexham"),
    ("inspection", "information, advice, assistance", r"people are served .* information, advice and assistance"),
    ("inspection", "improvements in a number of areas", r"making improvements in a number of areas"),
    ("inspection", "works hard to keep children safe", r"works hard to keep children safe"),
    ("inspection", "recommended: quality assurance", r"recommendations .* quality assurance"),
    ("inspection", "recommended: risk in assessment", r"consistency in how risk is understood and measured"),
    ("inspection", "recommended: management oversight", r"stronger management oversight"),
    ("inspection", "action plan in response", r"In response, Wrexham.*action plan"),
    ("return", "returned early December 2017", r"return to children's services in early December 2017"),
    ("return", "third party, autumn 2017", r"concerns .* by a third party in autumn 2017"),
    ("return", "read case files", r"we read case files"),
    ("return", "parallels with the 2017 report", r"parallels .* 2017 inspection report"),
    ("return", "some areas deteriorated further", r"[Ss]ome areas had deteriorated further"),
    ("return", "timely consideration of the plan", r"recommended timely consideration .* current action plan"),
    ("return", "risk: assessed, analysed, mitigated", r"risk is assessed, how it is analysed and how it is mitigated"),
    ("return", "turnover: volume", r"volume of social worker turnover"),
    ("return", "turnover: trends, factors, mitigation", r"trends.*factors that contribute.*proposals to mitigate"),
    ("return", "family support, longer-term cases", r"family support services work .* longer-term cases"),
    ("return", "management support, consistency", r"management support and supervision .* consistent practice across"),
    ("return", "timely decisions", r"timely decisions"),
    ("return", "newly qualified and students", r"support for newly qualified workers.*support for students"),
    ("return", "available tools, improvement", r"use of the tools available .* improvement"),
    ("return", "positive outcomes for the child", r"positive outcomes for the child"),
    ("monitoring", "as agreed, July 2018", r"As agreed, CIW carried out a further monitoring visit .*July 2018"),
    ("monitoring", "two senior managers, two days", r"two senior managers spent two days on site"),
    ("monitoring", "case files and officers", r"read case files, spoke with council officers"),
    ("monitoring", "council's own indicators", r"own performance indicators included"),
    ("monitoring", "no journey of improvement", r"not on a journey of improvement"),
    ("monitoring", "further deterioration", r"areas that we had highlighted before.*further deterioration"),
    ("monitoring", "aspects inadequate", r"aspects of Wrexham children's services that are inadequate"),
    ("monitoring", "outcomes not consistently supported", r"do not consistently support children .*outcomes"),
    ("systemic", "CIW requested the conference", r"led CIW to request .* 8 October 2018"),
    ("systemic", "three systemic issues", r"three systemic issues"),
    ("systemic", "HR: recruitment and retention", r"Human resources, .*recruitment of social workers, retention"),
    ("systemic", "HR: use and turnover of agency staff", r"use of agency staff, the turnover of agency staff"),
    ("systemic", "HR: agile working", r"agile working"),
    ("systemic", "HR: IT and mobile phones", r"provision of IT, the provision of mobile phones"),
    ("systemic", "HR: induction and training", r"induction and training"),
    (
        "systemic",
        "QA: supervision available consistently",
        r"Quality assurance, .*consistent availability of .*supervision",
    ),
    ("systemic", "QA: timeliness of response", r"timeliness of response"),
    ("systemic", "QA: recording and analysis", r"case recording, case analysis"),
    ("systemic", "QA: decisions, oversight", r"decision making and management oversight"),
    ("systemic", "PP: processes not lean", r"Process and paperwork, .*processes that are not as lean"),
    ("systemic", "PP: documents not lean", r"documents that are not as lean"),
    ("systemic", "PP: social work time", r"social work time that is not always put to its best use"),
    ("agreement", "immediate action", r"agreed .* Wrexham County Borough Council to take immediate action"),
    ("agreement", "sustained in the longer term", r"sustained in the longer term"),
    ("strengths", "areas of strength", r"immediate attention.*areas of strength"),
    ("strengths", "commitment of staff to children", r"committed to the children"),
    ("strengths", "managers ready for change", r"managers are ready to make changes and to improve"),
    ("staff", "well-motivated staff the greatest asset", r"well-motivated staff are the greatest asset"),
    ("staff", "pressures, at this time", r"many pressures.*particularly at this time"),
    ("staff", "encouragement through the change", r"every effort .*encourage and support.*change and improvement"),
    ("next", "plan or updates within four weeks", r"plan, or with updates to .*plans, within four weeks of the conf"),
    ("next", "four weeks reckoned", r"by 5 November 2018"),
    ("next", "review within six months", r"evidence of improvement at a formal review meeting.*within six months"),
    ("next", "six months reckoned", r"by 8 April 2019, counted from the conference"),
    ("next", "membership as before, may change", r"attended the conference.*reduced or added to"),
    ("next", "focused inspection", r"too little improvement, or at any time if concerns increase.*focused inspection"),
    ("next", "in more depth", r"in more depth"),
    ("close", "contact", r"any questions.*contact me directly"),
]


@pytest.fixture(scope="module")
def draft() -> Draft:
    return LETTER.draft(facts())


@pytest.mark.parametrize(("code", "fact", "words"), FACTS, ids=[fact for _code, fact, _words in FACTS])
def test_the_letter_states_every_fact_of_the_published_letter(draft: Draft, code: str, fact: str, words: str) -> None:
    section = draft.section(code)
    assert section is not None
    assert re.search(words, section.text.replace("\n", " ")), f"{fact} is missing from: {section.text}"


def test_the_shell_has_addressee_date_subject_and_copies(draft: Draft) -> None:
    assert draft.addressee[0] == "Charlotte Walton"
    assert draft.addressee[1:] == (
        "Wrexham County Borough Council",
        "2nd Floor Crown Buildings",
        "31 Chester Street",
        "Wrexham",
        "LL13 8BG",
    ), "no role stands under the name, for no source states one"
    assert draft.date == "2018-10-12"
    assert draft.salutation == "Dear Charlotte Walton"
    assert draft.re_line == "Improvement conference: children's services, Wrexham County Borough Council"
    assert draft.copies == ("Chief Executive", "Council Leader", "Wales Audit Office")
    assert draft.close == "Yours sincerely"


def test_the_practice_letter_pretends_nothing(draft: Draft) -> None:
    assert draft.illustration
    assert draft.letterhead == ("Arolwg practice letter", "Llythyr ymarfer Arolwg")
    assert draft.signatory == "Rhian Vaughan (practice)"
    assert "Poole" not in "\n".join(each.text for each in draft.sentences())


@pytest.mark.parametrize("language", ["en", "cy"])
def test_the_sections_are_in_the_order_of_the_published_letter(language: str) -> None:
    assert tuple(each.code for each in LETTER.draft(facts(), language).sections) == SECTIONS


@pytest.mark.parametrize("language", ["en", "cy"])
def test_every_sentence_not_standard_names_records_that_exist(language: str) -> None:
    known = {f"{noun.entity}:{each.id}" for noun in NOUNS for each in records(noun)}
    for sentence in LETTER.draft(facts(), language).sentences():
        assert sentence.standard == (not sentence.sources), sentence.text
        assert set(sentence.sources) <= known, sentence.text


def test_no_sentence_stands_on_a_confidential_note(draft: Draft) -> None:
    assert not [each for each in draft.sentences() if any(source.startswith("note:") for source in each.sources)]


def test_the_words_are_our_own(draft: Draft) -> None:
    text = " ".join(each.text for each in draft.sentences())
    assert "proactive approach of Wrexham officers" not in text
    assert "continue to deliver of their best" not in text


def test_without_a_conference_its_facts_are_left_out(draft: Draft) -> None:
    bare = LETTER.draft(facts(meetings=()))
    assert bare.section("thanks") is None
    assert bare.section("systemic") is None
    assert bare.section("agreement") is None
    following = bare.section("next")
    assert following is not None
    assert "2018" not in following.text
    assert len(bare.sections) == len(draft.sections) - 3


def test_a_conference_not_yet_held_gives_no_deadline() -> None:
    (meeting,) = facts().meetings
    following = LETTER.draft(facts(meetings=(replace(meeting, held=""),))).section("next")
    assert following is not None
    assert "within" not in following.text


def test_a_fuzzy_conference_date_gives_a_range() -> None:
    (meeting,) = facts().meetings
    following = LETTER.draft(facts(meetings=(replace(meeting, held="2018-10"),))).section("next")
    assert following is not None
    assert "by a day from 29 October 2018 to 28 November 2018" in following.text


def test_an_issue_prints_only_criteria_with_adverse_findings() -> None:
    kept = tuple(each for each in facts().findings if each.id not in ("f12", "f17"))
    systemic = LETTER.draft(facts(findings=kept)).section("systemic")
    assert systemic is not None
    assert "mobile phones" not in systemic.text
    assert systemic.paragraphs[-1].text == "Process and paperwork."


def test_no_strength_leaves_a_slot_to_fill() -> None:
    kept = tuple(each for each in facts().findings if each.polarity != "strength")
    strengths = LETTER.draft(facts(findings=kept)).section("strengths")
    assert strengths is not None
    assert strengths.text.startswith("[At least one strength")


def test_figures_that_no_finding_rests_on_are_not_cited() -> None:
    kept = tuple(each for each in facts().findings if each.role != "indicators")
    draft = LETTER.draft(facts(findings=kept, events=()))
    need, monitoring = draft.section("need"), draft.section("monitoring")
    assert need is not None
    assert monitoring is not None
    assert "indicators" not in need.text
    assert "indicators included" not in monitoring.text
    assert monitoring.text.startswith("CIW carried out a monitoring visit"), "nothing was agreed on record"


def test_without_signatory_or_addressee_there_is_a_clear_gap() -> None:
    draft = LETTER.draft(facts(signatory=None, addressee=None))
    assert draft.signatory == "[…]"
    assert draft.addressee[0] == "[…]"
    assert draft.salutation == "Dear […]"


def test_the_welsh_letter_marks_what_is_still_to_be_translated() -> None:
    need = LETTER.draft(facts(), "cy").section("need")
    assert need is not None
    assert "[i'w gyfieithu: The quality of the service" in need.text
