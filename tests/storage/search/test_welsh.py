# SPDX-License-Identifier: MIT
"""Welsh mutations: sixty common words in the forms that grammar gives them, each found from each of the others."""

import pytest

from storage.acts import notes
from storage.queries.found import found
from storage.search.query import Sought
from storage.search.welsh import radicals
from storage.store import Store
from tests.builders import a_visit

WORDS = {
    # p: soft b, nasal mh, aspirate ph
    "plentyn": "blentyn mhlentyn phlentyn",
    "plant": "blant mhlant phlant",
    "pobl": "bobl mhobl phobl",
    "pen": "ben mhen phen",
    "problem": "broblem mhroblem phroblem",
    "penderfyniad": "benderfyniad mhenderfyniad phenderfyniad",
    "pryder": "bryder mhryder phryder",
    "perthynas": "berthynas mherthynas pherthynas",
    "polisi": "bolisi mholisi pholisi",
    "profiad": "brofiad mhrofiad phrofiad",
    # t: soft d, nasal nh, aspirate th
    "tad": "dad nhad thad",
    "teulu": "deulu nheulu theulu",
    "tŷ": "dŷ nhŷ thŷ",
    "tîm": "dîm nhîm thîm",
    "tystiolaeth": "dystiolaeth nhystiolaeth thystiolaeth",
    "trefniant": "drefniant nhrefniant threfniant",
    "tref": "dref nhref thref",
    # c: soft g, nasal ngh, aspirate ch
    "cartref": "gartref nghartref chartref",
    "cynllun": "gynllun nghynllun chynllun",
    "cymorth": "gymorth nghymorth chymorth",
    "cyngor": "gyngor nghyngor chyngor",
    "cofnod": "gofnod nghofnod chofnod",
    "cefnogaeth": "gefnogaeth nghefnogaeth chefnogaeth",
    "cyfarfod": "gyfarfod nghyfarfod chyfarfod",
    "ci": "gi nghi chi",
    "cysylltiad": "gysylltiad nghysylltiad chysylltiad",
    # b: soft f, nasal m
    "bachgen": "fachgen machgen",
    "brawd": "frawd mrawd",
    "bywyd": "fywyd mywyd",
    "barn": "farn marn",
    "bwyd": "fwyd mwyd",
    "blwyddyn": "flwyddyn mlwyddyn",
    # d: soft dd, nasal n
    "dyn": "ddyn nyn",
    "diwrnod": "ddiwrnod niwrnod",
    "drws": "ddrws nrws",
    "dogfen": "ddogfen nogfen",
    "diogelu": "ddiogelu niogelu",
    "dŵr": "ddŵr nŵr",
    # g: soft drops it, nasal ng
    "gofal": "ofal ngofal",
    "gwasanaeth": "wasanaeth ngwasanaeth",
    "gwaith": "waith ngwaith",
    "gweithiwr": "weithiwr ngweithiwr",
    "gardd": "ardd ngardd",
    "glan": "lan nglan",
    "gradd": "radd ngradd",
    # m: soft f
    "mam": "fam",
    "merch": "ferch",
    "mis": "fis",
    "meddyg": "feddyg",
    "mater": "fater",
    # ll and rh: soft l and r
    "llyfr": "lyfr",
    "llais": "lais",
    "lle": "le",
    "rhiant": "riant",
    "rheolwr": "reolwr",
    "rhieni": "rieni",
    # vowels: h before them
    "ysgol": "hysgol",
    "adroddiad": "hadroddiad",
    "enw": "henw",
    "asesiad": "hasesiad",
}
"""Radical → its mutated forms."""


def test_sixty_common_words_are_listed() -> None:
    assert len(WORDS) == 60


def test_from_any_form_every_other_is_found_in_a_real_store(store: Store) -> None:
    visit = a_visit(store)
    where = {
        form: notes.write(store, visit, f"Mae hyn yn sôn am {form} hefyd.")
        for radical, mutated in WORDS.items()
        for form in (radical, *mutated.split())
    }
    tried = hits = 0
    for radical, mutated in WORDS.items():
        family = [radical, *mutated.split()]
        for form in family:
            page = found(store, Sought(f"{form} "), most=60)
            there = {each.note_id for each in page.found}
            tried += len(family)
            hits += sum(where[other] in there for other in family)
    print(f"\nWelsh: {hits} of {tried} forms found from one another, {hits / tried:.1%} (wanted: 95 %)")
    assert tried > 600
    assert hits / tried >= 0.95, f"{hits} of {tried}"
    assert hits == tried, "it was all of them when this was written"


@pytest.mark.parametrize(
    ("typed", "wanted"), [("mhlen", "plentyn"), ("blen", "mhlentyn"), ("ngwas", "wasanaeth"), ("ddiwr", "niwrnod")]
)
def test_the_beginning_of_one_form_finds_another_as_one_types(store: Store, typed: str, wanted: str) -> None:
    note_id = notes.write(store, a_visit(store), f"Roedd y {wanted} yno.")
    assert [each.note_id for each in found(store, Sought(typed)).found] == [note_id]


def test_welsh_is_not_stemmed_as_english(store: Store) -> None:
    notes.write(store, a_visit(store), "Mae'r plant yn yr ysgol.")
    assert not found(store, Sought("planted ")).found
    assert not found(store, Sought("plants ")).found
    assert found(store, Sought("phlant ")).found


def test_english_is_not_unmutated_as_welsh(store: Store) -> None:
    notes.write(store, a_visit(store), "The lad was in the pad with the team.")
    assert not found(store, Sought("glad ")).found
    assert not found(store, Sought("bad ")).found
    assert found(store, Sought("lads ")).found


def test_accents_hide_nothing(store: Store) -> None:
    note_id = notes.write(store, a_visit(store), "Mae'r dŵr yn y tŷ yn oer, a’r ŷd yn wlyb.")
    for typed in ("dwr ", "dŵr ", "dw\u0302r ", "ty ", "tŷ ", "DŴR", "nhŷ ", "yd "):
        assert [each.note_id for each in found(store, Sought(typed)).found] == [note_id], typed


def test_radicals_of_single_letters_and_of_nothing_are_themselves() -> None:
    assert radicals("a") == ("a",)
    assert radicals("ng") == ("ng", "dg", "gng")
    assert radicals("") == ("",)
