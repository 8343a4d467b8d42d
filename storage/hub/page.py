# SPDX-License-Identifier: MIT
"""The small status page for the office: devices, visits by their code, sizes, last seen. Nothing of what is in them.

It is shown to whoever knows the office's word, which `python -m storage.hub word` prints; a signed cookie keeps it
for an hour. No scripts, nothing from other hosts.
"""

import time
from hashlib import blake2b
from hmac import compare_digest
from html import escape
from typing import Any
from urllib.parse import parse_qs

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

_HOUR = 3600
_COOKIE = "office"
_STYLE = """
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; margin: 0 0 2rem; }
caption { text-align: left; font-weight: 600; font-size: 1.2rem; padding: .5rem 0; }
th, td { text-align: left; padding: .4rem .8rem .4rem 0; border-bottom: 1px solid #8888; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
.error { border-left: .3rem solid #b3261e; padding-left: .8rem; }
"""
_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'",
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}


def office_word(tokens: bytes) -> str:
    """Return the word that opens the page, derived from the hub's own secret."""
    return blake2b(key=tokens, digest_size=10, person=b"arolwg office").hexdigest()


async def _status(request: Request) -> Response:
    hub = request.app.state.hub
    if not _is_let_in(request.cookies.get(_COOKIE, ""), hub.identity.tokens):
        return _asking()

    def ask() -> tuple[Any, Any, Any]:
        with hub.books.open() as entries:
            return entries.register.totals(), entries.register.devices(), entries.register.streams()

    return HTMLResponse(_page(*await hub.run(ask)), headers=_HEADERS)


async def _word(request: Request) -> Response:
    hub = request.app.state.hub
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > 2000:
            return _asking("That is too long for a word.")
    given = parse_qs(body.decode("utf-8", "replace")).get("word", [""])[0].strip()
    if not compare_digest(given.encode(), office_word(hub.identity.tokens).encode()):
        return _asking("This is not the office's word.")
    response = RedirectResponse("/status", status_code=303, headers=_HEADERS)
    until = str(int(time.time()) + _HOUR)
    secure = request.url.scheme == "https"
    cookie = f"{until}.{_mac(until, hub.identity.tokens)}"
    response.set_cookie(_COOKIE, cookie, max_age=_HOUR, httponly=True, samesite="strict", secure=secure)
    return response


ROUTES = (Route("/status", _status, methods=["GET"]), Route("/status", _word, methods=["POST"]))


def _is_let_in(cookie: str, tokens: bytes) -> bool:
    until, _, mac = cookie.partition(".")
    return compare_digest(mac.encode(), _mac(until, tokens).encode()) and until.isdigit() and time.time() < int(until)


def _mac(until: str, tokens: bytes) -> str:
    return blake2b(until.encode(), key=tokens, digest_size=32, person=b"arolwg cookie").hexdigest()


def _asking(error: str = "") -> Response:
    told = f'<p class="error" role="alert">{escape(error)}</p>' if error else ""
    form = (
        '<form method="post" action="/status"><p><label for="word">The office\'s word</label><br>'
        '<input id="word" name="word" type="password" autocomplete="current-password" required autofocus> '
        "<button>Show the status</button></p></form>"
    )
    return HTMLResponse(_framed(told + form), status_code=403 if error else 200, headers=_HEADERS)


def _page(totals: Any, devices: Any, streams: Any) -> str:
    sums = [(name.replace("_", " "), f"{count:,}") for name, count in totals.items()]
    known = [
        (each.label, each.device[:8], each.enrolled[:10], each.seen[:16].replace("T", " "), each.revoked[:10] or "no")
        for each in devices
    ]
    visits = [(stream[:12], count, f"{changes:,}", f"{size:,}") for stream, count, changes, size in streams]
    return _framed(
        _table("What is here", ("", "Number"), sums)
        + _table("Devices", ("Label", "Device", "Enrolled", "Last seen (UTC)", "Revoked"), known)
        + _table("Visits and records, by their code", ("Code", "Devices", "Changes", "Bytes of documents"), visits)
        + "<p>The hub cannot read what is in them.</p>"
    )


def _table(caption: str, heads: tuple[str, ...], rows: Any) -> str:
    top = "".join(f'<th scope="col">{escape(head)}</th>' for head in heads)
    body = "".join("<tr>" + "".join(f"<td>{escape(str(cell))}</td>" for cell in row) + "</tr>" for row in rows)
    empty = f'<tr><td colspan="{len(heads)}">None yet.</td></tr>'
    head = f"<caption>{escape(caption)}</caption><thead><tr>{top}</tr></thead>"
    return f"<table>{head}<tbody>{body or empty}</tbody></table>"


def _framed(body: str) -> str:
    return (
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>Arolwg hub</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<style>{_STYLE}</style><main><h1>Arolwg hub</h1>{body}</main></html>"
    )
