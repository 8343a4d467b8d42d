# SPDX-License-Identifier: MIT
"""The small status page for the office: devices, visits by their code, sizes, last seen. Nothing of what is in them.

It is shown to whoever knows the office's word, which `python -m storage.hub word` prints; a signed cookie keeps it
for an hour. No scripts, nothing from other hosts.
"""

import asyncio
import time
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from hmac import compare_digest
from html import escape
from urllib.parse import parse_qs

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from resources.language import KEYS, LANGUAGES, N_, _, current, use
from storage.errors import Trouble
from storage.hub.register import Enrolled

_HOUR = 3600
_MOST = 2000
"""Bytes that a form with a word may have."""
_PATIENCE = 30.0
"""Seconds that it may take to arrive."""
_COOKIE = "office"
_STYLE = """
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; margin: 0 0 2rem; }
caption { text-align: left; font-weight: 600; font-size: 1.2rem; padding: .5rem 0; }
th, td { text-align: left; padding: .4rem .8rem .4rem 0; border-bottom: 1px solid #8888; }
.wide { overflow-x: auto; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
.error { border-left: .3rem solid #b3261e; padding-left: .8rem; }
"""
_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'",
    "Cache-Control": "no-store",
    "Vary": "Accept-Language, Cookie",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}


def office_word(tokens: bytes) -> str:
    """Return the word that opens the page, derived from the hub's own secret."""
    return blake2b(key=tokens, digest_size=10, person=b"arolwg office").hexdigest()


def spoken(trouble: Trouble) -> str:
    """Return what happened and what to do, in the language in use."""
    return " ".join(_(part).format(**trouble.values) for part in (trouble.message, trouble.advice) if part)


async def _status(request: Request) -> Response:
    hub = request.app.state.hub
    if not _is_let_in(request.cookies.get(_COOKIE, ""), hub.identity.tokens):
        return _asking(request)

    def ask() -> Seen:
        with hub.books.open() as entries:
            register = entries.register
            return Seen(register.totals(), register.devices(), register.streams(), entries.chains.held_of())

    try:
        seen = await hub.run(ask)
    except Trouble as trouble:
        use(_spoken_by(request))
        return _answered(f'<p class="error" role="alert">{escape(spoken(trouble))}</p>', 503)
    use(_spoken_by(request))
    return _answered(_page(seen))


async def _word(request: Request) -> Response:
    hub = request.app.state.hub
    body = b""
    try:
        async with asyncio.timeout(_PATIENCE):
            async for part in request.stream():
                body += part
                if len(body) > _MOST:
                    return _asking(request, N_("That is too long for a word."))
    except TimeoutError:
        return _asking(request, N_("That took too long."))
    given = parse_qs(body.decode("utf-8", "replace")).get("word", [""])[0].strip()
    if not compare_digest(given.encode(), office_word(hub.identity.tokens).encode()):
        return _asking(request, N_("This is not the office's word."))
    response = RedirectResponse("/status", status_code=303, headers=_HEADERS)
    until = str(int(time.time()) + _HOUR)
    secure = request.url.scheme == "https"
    cookie = f"{until}.{_mac(until, hub.identity.tokens)}"
    response.set_cookie(_COOKIE, cookie, max_age=_HOUR, httponly=True, samesite="strict", secure=secure)
    return response


ROUTES = (Route("/status", _status, methods=["GET"]), Route("/status", _word, methods=["POST"]))


@dataclass(frozen=True, slots=True)
class Seen:
    """What the page shows."""

    totals: Mapping[str, int]
    devices: Sequence[Enrolled]
    streams: Sequence[tuple[str, int, int, int]]
    """(stream, devices, changes, bytes of documents)"""
    held: Mapping[str, int]
    """Device → how many of its changes wait for the office."""


def _spoken_by(request: Request) -> str:
    """Return the first language that the browser asks for and that we speak (RFC 9110, 12.5.4); weights are ignored."""
    asked = request.headers.get("accept-language", "").split(",")
    codes = (each.split(";")[0].strip().split("-")[0].lower() for each in asked)
    return next((code for code in codes if code in LANGUAGES), KEYS)


def _is_let_in(cookie: str, tokens: bytes) -> bool:
    until, _sign, mac = cookie.partition(".")
    is_ours = compare_digest(mac.encode(), _mac(until, tokens).encode())
    return is_ours and until.isdecimal() and time.time() < int(until)


def _mac(until: str, tokens: bytes) -> str:
    return blake2b(until.encode(), key=tokens, digest_size=32, person=b"arolwg cookie").hexdigest()


def _asking(request: Request, error: str = "") -> Response:
    use(_spoken_by(request))
    told = f'<p class="error" role="alert">{escape(_(error))}</p>' if error else ""
    label = escape(_("The office's word"))
    form = (
        f'<form method="post" action="/status"><p><label for="word">{label}</label><br>'
        '<input id="word" name="word" type="password" autocomplete="current-password" required autofocus> '
        f"<button>{escape(_('Show the status'))}</button></p></form>"
    )
    return _answered(told + form, 403 if error else 200)


def _page(seen: Seen) -> str:
    sums = [(_(TOTALS[name]), f"{count:,}") for name, count in seen.totals.items()]
    known = [
        (
            each.label,
            each.device[:8],
            each.enrolled[:10],
            each.seen[:16].replace("T", " "),
            each.revoked[:10] or _("Not revoked"),
            f"{seen.held.get(each.device, 0):,}",
        )
        for each in seen.devices
    ]
    visits = [(stream[:12], f"{count:,}", f"{changes:,}", f"{size:,}") for stream, count, changes, size in seen.streams]
    heads = (_("Label"), _("Device"), _("Enrolled"), _("Last seen (UTC)"), _("Revoked"), _("Changes held"))
    codes = (_("Code"), _("Devices"), _("Changes"), _("Bytes of documents"))
    return (
        _table(_("What is here"), (_("Kind"), _("Number")), sums, {1})
        + _table(_("Devices"), heads, known, {5})
        + _table(_("Visits and records, by their code"), codes, visits, {1, 2, 3})
        + f"<p>{escape(_('The hub cannot read what is in them.'))}</p>"
    )


def _table(caption: str, heads: Sequence[str], rows: Sequence[Sequence[str]], numbers: Collection[int]) -> str:
    kinds = [' class="number"' if at in numbers else "" for at in range(len(heads))]
    top = "".join(f'<th scope="col"{kind}>{escape(head)}</th>' for kind, head in zip(kinds, heads, strict=True))
    body = "".join(
        "<tr>" + "".join(f"<td{kind}>{escape(cell)}</td>" for kind, cell in zip(kinds, row, strict=True)) + "</tr>"
        for row in rows
    )
    empty = f'<tr><td colspan="{len(heads)}">{escape(_("None yet."))}</td></tr>'
    head = f"<caption>{escape(caption)}</caption><thead><tr>{top}</tr></thead>"
    return f'<div class="wide"><table>{head}<tbody>{body or empty}</tbody></table></div>'


def _answered(body: str, status: int = 200) -> Response:
    """Return a page in the language that was just chosen; nothing else ran since."""
    title = escape(_("Arolwg hub"))
    page = (
        f'<!doctype html><html lang="{current()}"><meta charset="utf-8"><title>{title}</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<style>{_STYLE}</style><main><h1>{title}</h1>{body}</main></html>"
    )
    return HTMLResponse(page, status_code=status, headers=_HEADERS)


TOTALS = {
    "devices": N_("Devices"),
    "revoked": N_("Revoked devices"),
    "streams": N_("Visits and records"),
    "changes": N_("Changes"),
    "held": N_("Changes held for the office"),
    "documents": N_("Documents"),
    "document_bytes": N_("Bytes of documents"),
    "snapshot_bytes": N_("Bytes of snapshots"),
}
"""What is counted (register.totals), as a person reads it."""
