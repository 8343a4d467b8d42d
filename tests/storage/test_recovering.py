# SPDX-License-Identifier: MIT
"""A recovery as slow work, the whole way: for a laptop that is here, for one of which a backup is left, rehearsed."""

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from storage import officers, recovering
from storage.acts.members import my_card
from storage.backup import backing_up
from storage.errors import BadFile, Refused, WrongPassphrase
from storage.incidents import incidents
from storage.job import run_now
from storage.queries.visits import visits
from storage.recovering import Lost
from storage.store import Store, open_store
from tests.builders import PASSPHRASE, a_store, a_visit

NEW = "seven lanterns over a quiet hill"
Make = Callable[..., tuple[Store, str]]


@pytest.fixture
def two() -> Iterator[tuple[Store, Store]]:
    """Give two officers."""
    made = a_store("Officer One"), a_store("Officer Two")
    yield made
    for each in made:
        each.close()


@pytest.fixture
def store(folder_store: Make, two: tuple[Store, Store]) -> Store:
    """Give the store of somebody whose officers they are."""
    mine, _code = folder_store()
    officers.appoint(mine, [my_card(each) for each in two])
    return mine


def helped(two: tuple[Store, Store], words: str, folder: Path) -> Path:
    """Let both officers help with the request in a folder, and return the answer."""
    for each, file, out in zip(two, ("request", "half"), ("half", "answer"), strict=True):
        run_now(recovering.helping(officers.read(folder / file), words, folder / out), each)
    return folder / "answer"


def test_a_forgotten_passphrase_is_renewed_and_it_is_noted(
    store: Store, two: tuple[Store, Store], tmp_path: Path
) -> None:
    assert store.folder is not None
    store.close()
    lost = Lost(store.folder)
    asked = run_now(recovering.asking(lost, "Practice Inspector", NEW, tmp_path / "request"), None)
    assert asked.words == officers.read(tmp_path / "request").words
    answer = helped(two, " ".join(asked.words), tmp_path)
    with pytest.raises(WrongPassphrase):
        run_now(recovering.answering(lost, answer, "another one entirely"), None)
    assert run_now(recovering.answering(lost, answer, NEW), None) is None
    open_store(store.folder, NEW).close()
    with pytest.raises(WrongPassphrase):
        open_store(store.folder, PASSPHRASE)
    assert [each["what"] for each in incidents(store.folder)][-1] == "recovered by officers"


def test_a_lost_laptop_comes_back_from_its_backup_with_a_new_passphrase(
    store: Store, two: tuple[Store, Store], tmp_path: Path
) -> None:
    visit = a_visit(store)
    (tmp_path / "stick").mkdir()
    backup = Path(run_now(backing_up(tmp_path / "stick"), store).file)
    lost = Lost(tmp_path / "new laptop", backup)
    asked = run_now(recovering.asking(lost, "Practice Inspector", NEW, tmp_path / "request"), None)
    answer = helped(two, " ".join(asked.words), tmp_path)
    with pytest.raises(WrongPassphrase):
        run_now(recovering.answering(lost, answer, "another one entirely"), None)
    assert not (tmp_path / "new laptop").exists()
    parts: list[float] = []
    made = run_now(recovering.answering(lost, answer, NEW), None, parts.append)
    assert made is not None
    assert made.problems == ()
    assert parts[-1] == 1.0
    with closing(open_store(tmp_path / "new laptop", NEW)) as found:
        assert [each.id for each in visits(found)] == [visit.id]
    assert "recovered by officers" in [each["what"] for each in incidents(tmp_path / "new laptop")]


def test_a_rehearsal_goes_the_same_way_and_opens_nothing(
    store: Store, two: tuple[Store, Store], tmp_path: Path
) -> None:
    asked = run_now(recovering.rehearsing(tmp_path / "request"), store)
    answer = helped(two, " ".join(asked.words), tmp_path)
    run_now(recovering.trying(answer), store)
    assert officers.officers(store).tried
    run_now(recovering.rehearsing(tmp_path / "request"), store)
    with pytest.raises(Refused, match="newest rehearsal"):
        run_now(recovering.trying(answer), store)


def test_wrong_words_open_nothing_and_write_nothing(store: Store, two: tuple[Store, Store], tmp_path: Path) -> None:
    run_now(recovering.rehearsing(tmp_path / "request"), store)
    with pytest.raises(Refused, match="not the words"):
        helped(two, "not the words at all no", tmp_path)
    assert not (tmp_path / "half").exists()
    with pytest.raises(BadFile):
        run_now(recovering.trying(tmp_path / "request"), store)


def test_without_officers_nothing_is_asked(folder_store: Make, tmp_path: Path) -> None:
    store, _code = folder_store()
    with pytest.raises(Refused, match="no recovery officers"):
        run_now(recovering.rehearsing(tmp_path / "request"), store)
    assert not (tmp_path / "request").exists()
