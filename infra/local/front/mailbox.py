"""The mails the relay sent, newest first: JSON for programs, a page for people."""

import json
from datetime import datetime
from email.header import decode_header, make_header
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, select_autoescape

from infra.local.front.accept import prefers_html
from infra.local.front.http import Answer, Request
from infra.local.journal import Journal
from infra.local.sent import newest_first
from shared.domain.tokyo import TOKYO

PATH: Final = "/_mailbox"
_SAFE: Final = [
    (b"cache-control", b"no-store"),
    (b"x-content-type-options", b"nosniff"),
    (
        b"content-security-policy",
        b"default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-src 'self';"
        b" base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    ),
]
_PAGES = Environment(
    loader=FileSystemLoader(Path(__file__).parent),
    autoescape=select_autoescape(default=True),
    trim_blocks=True,
    lstrip_blocks=True,
)


def decoded(value: str) -> str:
    """A header as a mail program shows it; as it is, when it was encoded badly.

    >>> decoded("=?utf-8?b?44GC?= <a@x.example>"), decoded("=?nope?b?44?=")
    ('あ <a@x.example>', '=?nope?b?44?=')
    """
    try:
        return str(make_header(decode_header(value)))
    except (LookupError, UnicodeDecodeError, ValueError):
        return value


def in_tokyo(sent_at: str) -> str:
    """
    >>> in_tokyo("2026-11-23T15:04:05.678Z")
    '2026-11-24 00:04:05 JST'
    """
    return f"{datetime.fromisoformat(sent_at).astimezone(TOKYO):%Y-%m-%d %H:%M:%S %Z}"


_PAGES.filters |= {"decoded": decoded, "in_tokyo": in_tokyo}


def is_asked(request: Request) -> bool:
    return request.path == PATH or request.path.startswith(f"{PATH}/")


def answer(request: Request, journal: Journal) -> Answer:
    if request.method not in ("GET", "HEAD"):
        return Answer(405, [(b"allow", b"GET, HEAD"), *_SAFE], b"")
    sent = newest_first(journal)
    if not prefers_html(request.header(b"accept")):
        return _json(200, sent)
    number = request.path.removeprefix(PATH).strip("/")
    if number and not (number.isdecimal() and 0 < int(number) <= len(sent)):
        return _page(404, sent, None)
    return _page(200, sent, int(number) if number else None)


def _json(status: int, sent: Any) -> Answer:
    body = json.dumps(sent, ensure_ascii=False).encode()
    return Answer(status, [(b"content-type", b"application/json"), *_SAFE], body)


def _page(status: int, sent: list[dict[str, Any]], number: int | None) -> Answer:
    """Mails are numbered as they were sent, so that an address stays that mail's."""
    numbered = list(zip(range(len(sent), 0, -1), sent, strict=True))
    opened = dict(numbered).get(number) if number else None
    page = _PAGES.get_template("mailbox.html").render(
        mails=numbered, number=number, opened=opened, missing=status == 404, path=PATH
    )
    return Answer(status, [(b"content-type", b"text/html; charset=utf-8"), *_SAFE], page.encode())
