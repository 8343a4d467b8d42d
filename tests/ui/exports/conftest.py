# SPDX-License-Identifier: MIT
"""What the tests of both dialogs share: a desk over a store in a folder, with a visit in it."""

from collections.abc import Callable, Iterator

import pytest

from storage.model.visit import Visit
from storage.store import Store
from tests.builders import a_note, a_session, a_visit
from tests.ui.shown import a_desk
from ui.desk import Desk
from ui.look import Look


@pytest.fixture
def desk(look: Look, folder_store: Callable[..., tuple[Store, str]]) -> Iterator[Desk]:
    """Give a desk over a store in a folder."""
    store, _code = folder_store()
    assert store.folder is not None
    desk = a_desk(store, look, store.folder)
    yield desk
    desk.worker.close()


@pytest.fixture
def there(desk: Desk) -> Visit:
    """Give a visit with a session and a note."""
    visit = a_visit(desk.store)
    a_note(desk.store, visit, "Six of eight.", session_id=a_session(desk.store, visit).id)
    return visit
