# SPDX-License-Identifier: MIT
"""A partner's notes come in by the dozen, and a letter cites one at once: nobody signs before it is proven hers."""

from collections.abc import Callable
from pathlib import Path

import pytest

from reports import acts
from reports.approving import approve
from reports.checks.checking import checked
from storage.acts import letters
from storage.errors import Refused
from storage.job import run_now
from storage.model import clock
from storage.queries.letters import whole_letter
from storage.store import Store, open_store
from storage.vouched import waiting
from tests.builders import PASSPHRASE
from tests.reports.checks.desk import Desk, a_desk
from tests.storage.doubtful import check_all, notes_arrive, partner_of


def sign(lead: Store, desk: Desk) -> acts.Signed:
    """Look at the pages and sign them, for practice."""
    seen = acts.preview(lead, desk.letter_id, practice=True)
    return run_now(acts.signing(seen, acts.practice_identity(lead), clock.now()), lead)


def test_a_letter_waits_until_what_it_cites_was_checked_also_over_a_restart(
    folder_store: Callable[..., tuple[Store, str]], tmp_path: Path
) -> None:
    lead, _code = folder_store("lead")
    desk = a_desk(lead)
    second = partner_of(lead, desk.visit)
    note = notes_arrive(lead, second, desk.visit)[0]
    place = desk.say("She said that plans are late.", note)

    # The checks say where, approval and signature refuse; nothing is half done.
    assert [each.place for each in checked(lead, desk.letter_id).hits if each.check == "unproven"] == [place]
    with pytest.raises(Refused, match="still open"):
        approve(lead, desk.whole().letter)
    with pytest.raises(Refused, match="still being checked: 1") as refused:
        sign(lead, desk)
    assert "Wait a moment" in refused.value.advice
    assert desk.whole().letter.status == "drafting"

    # The laptop is closed in that moment. The next day it still has to be checked, and then it is signed.
    lead.close()
    lead = open_store(tmp_path / "lead", PASSPHRASE)
    again = Desk(lead, desk.visit, desk.letter_id)
    assert waiting(lead)
    with pytest.raises(Refused, match="still being checked"):
        sign(lead, again)
    check_all(lead)
    assert sign(lead, again).verdict.is_well
    assert again.whole().letter.status == "signed"
    lead.close()
    second.close()


def test_what_was_signed_wrongly_has_to_be_taken_out(store: Store) -> None:
    desk = a_desk(store)
    note = notes_arrive(store, partner_of(store, desk.visit), desk.visit, wrong=True)[0]
    place = desk.say("She said that plans are late.", note)
    check_all(store)
    with pytest.raises(Refused, match="signatures are wrong: 1") as refused:
        sign(store, desk)
    assert "Take them out" in refused.value.advice
    (hit,) = (each for each in checked(store, desk.letter_id).hits if each.check == "wrong_signature")
    assert hit.place == place
    whole = whole_letter(store, desk.letter_id)
    assert whole is not None
    said = next(each for each in whole.sections[0].paragraphs[0].sentences if each.id == place)
    letters.withdraw(store, said)
    assert sign(store, desk).verdict.is_well
