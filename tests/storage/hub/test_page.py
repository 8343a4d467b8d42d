# SPDX-License-Identifier: MIT
"""The status page: for whoever knows the office's word, in her language, with no content; and in a real browser."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
import urllib3

from resources import language
from storage.hub.identity import identity
from storage.hub.page import TOTALS, office_word
from tests.builders import a_note, a_store, a_visit
from tests.storage.hub.conftest import RunningHub, free_port, synced

PLANTED = "quenellecottage"


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningHub]:
    """Give a running hub with a visit in it."""
    with RunningHub(tmp_path_factory.mktemp("hub"), free_port()) as hub:
        store = a_store(f"Name {PLANTED}")
        known = hub.enrol(store)
        a_note(store, a_visit(store), f"Seen at {PLANTED}.")
        synced(store, known)
        yield hub


def _ask(hub: RunningHub, word: str = "", path: str = "/status", **headers: str) -> urllib3.BaseHTTPResponse:
    pool = urllib3.PoolManager(retries=False)
    if word:
        fields = {"word": word}
        return pool.request_encode_body("POST", hub.address + path, fields, encode_multipart=False, redirect=False)
    return pool.request("GET", hub.address + path, headers=headers)


def _cookie(hub: RunningHub) -> str:
    given = _ask(hub, office_word(identity(hub.data).tokens))
    assert (given.status, given.headers["location"]) == (303, "/status")
    assert "HttpOnly" in given.headers["set-cookie"]
    assert "SameSite=strict" in given.headers["set-cookie"]
    return given.headers["set-cookie"].split(";")[0]


def test_without_the_word_there_is_nothing_but_a_field_for_it(running: RunningHub) -> None:
    for page in (
        _ask(running),
        _ask(running, cookie="office=1.ab"),
        _ask(running, cookie="office=ŵ".encode().decode("latin-1")),
    ):
        assert page.status == 200
        assert b"last seen" not in page.data.lower()
        assert b'<label for="word">' in page.data
    wrong = _ask(running, "wrong")
    assert (wrong.status, b'role="alert"' in wrong.data) == (403, True)
    assert _ask(running, "x" * 5000).status == 403


def test_with_the_word_it_shows_devices_and_sizes_and_no_content(running: RunningHub) -> None:
    page = _ask(running, cookie=_cookie(running))
    said = page.data.decode()
    assert page.status == 200
    assert "<caption>Devices</caption>" in said
    assert PLANTED not in said
    assert "script" not in said
    assert page.headers["content-security-policy"].startswith("default-src 'none'")
    assert page.headers["cache-control"] == "no-store"


def test_it_speaks_the_language_that_the_browser_asks_for(running: RunningHub) -> None:
    cookie = _cookie(running)
    welsh = _ask(running, cookie=cookie, **{"accept-language": "cy-GB,cy;q=0.9,en;q=0.8"}).data.decode()
    english = _ask(running, cookie=cookie, **{"accept-language": "fr, en;q=0.5"}).data.decode()
    assert '<html lang="cy">' in welsh
    assert '<html lang="en">' in english
    assert "<caption>Devices</caption>" not in welsh
    assert "<caption>Devices</caption>" in english


def test_everything_counted_has_a_name_in_every_language() -> None:
    try:
        for code in language.LANGUAGES:
            language.use(code)
            assert all(language._(name) for name in TOTALS.values())
    finally:
        language.use(language.KEYS)


def test_a_browser_shows_it(running: RunningHub, tmp_path: Path) -> None:
    """The form is found and the tables are drawn: what a browser makes of the page, not what we wrote."""
    browser = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if browser is None:
        if os.environ.get("CI"):
            pytest.fail("Chromium is missing: .ci/install brings it")
        pytest.skip("NOT PROVED: the status page in a real browser (apt-get install chromium)")
    given = ["--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path / 'profile'}", "--dump-dom"]
    asking = _dom(browser, given, running.address + "/status")
    assert 'id="word"' in asking
    assert asking.count("<label") == 1
    shown = tmp_path / "status.html"
    shown.write_bytes(_ask(running, cookie=_cookie(running)).data)
    tables = _dom(browser, given, shown.as_uri())
    assert tables.count("<table>") == 3
    assert tables.count('scope="col"') == 12


def _dom(browser: str, given: list[str], address: str) -> str:
    done = subprocess.run([browser, *given, address], capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stderr
    return done.stdout
