# SPDX-License-Identifier: MIT
"""A run is judged by its newest signature: whatever somebody else altered in it, anywhere, all of it is refused."""

from dataclasses import replace
from pathlib import Path

import pytest

from storage.hub.books import Books
from storage.hub.identity import identity
from tests.storage.hub.people import Laptop, Office


@pytest.mark.parametrize("what", ["signature", "commitment", "its own"])
@pytest.mark.parametrize("at", [3, 6])
def test_a_run_with_a_forged_change_in_it_is_refused_whole_though_it_is_chained_anew(
    books: Books, tmp_path: Path, what: str, at: int
) -> None:
    hub = Office(books, identity(tmp_path / "identity"))
    lead, second = Laptop(), Laptop()
    hub.enrol(lead, second)
    stream = lead.stream()
    hub.hears(lead, grants=[lead.root(stream), lead.grants(stream, second)])
    run = lead.writes(stream, 7)
    one = run[at]
    spoilt = {
        "signature": replace(one, signature=bytes(64)),
        "commitment": replace(one, header=replace(one.header, commitment=bytes(32))),
        "its own": replace(one, signature=second.device.sign(one.header.canonical())),
    }
    forged = [*run[:at], spoilt[what]]
    for each in run[at + 1 :]:  # whoever forges can make the chain hold again, but not sign its end
        forged.append(replace(each, header=replace(each.header, previous=forged[-1].digest)))
    assert hub.refuses(second, sealed=forged) == "forged"
    hub.hears(lead, sealed=run)
