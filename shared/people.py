"""What candidates' functions have in common: the agency behind them, and how a refusal looks."""

import json
import os
from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any, Final

from aws_lambda_powertools.event_handler import Response

from shared import request, web
from shared.contracts.problem import headers_of, status_of
from shared.domain.agency import Agency
from shared.domain.errors import NotFound, RelayError, ResendLimit
from shared.domain.locale import Locale
from shared.pages import csp, page
from shared.pages.locale import choose, spoken
from shared.pages.page import Onward
from shared.settings import AGENCY, SITE, setting

_ONWARD: Final[tuple[tuple[str, Onward, str], ...]] = (
    ("/me", "me", "/me"),
    ("/messages", "me", "/me/messages"),
    ("/consents", "me", "/me"),
    ("/check-ins", "me", "/me"),
    ("/unsubscribe", "me", "/me/consents"),
    ("/console", "console", "/console"),
    ("/agency", "agency", "/agency"),
    ("/account", "account", "/account"),
    ("/sign-in", "sign_in", "/sign-in"),
    ("/sign-out", "sign_in", "/sign-in"),
)
"""Below which path, a refusal's page leads on: by which words, and where."""


@cache
def agency() -> Agency:
    """A function that was told where people reach us leads there from anywhere."""
    said = json.loads(setting(AGENCY))
    until = date.fromisoformat(said["licence_until"])
    return Agency(**{**said, "licence_until": until, "site": os.environ.get(SITE, "")})


def locale_of(event: Mapping[str, Any]) -> Locale:
    query = request.query(event)
    return choose(query.get("lang"), request.header(event, "accept-language"))


def html(status: int, document: str, headers: Mapping[str, str] | None = None) -> Response[str]:
    """A page nobody indexes, caches, frames, or learns an address from."""
    safe = {
        **web.SAFE,
        "Content-Security-Policy": csp.policy(),
        "X-Robots-Tag": "noindex, nofollow",
        "Vary": "Accept-Language, Accept",
        **(headers or {}),
    }
    return Response(status, "text/html; charset=utf-8", document, headers=safe)


def _onward(event: Mapping[str, Any], error: RelayError) -> tuple[Onward, str] | None:
    """Who got the last code can still type it; who was inside finds the way back in."""
    path = str(event["rawPath"])
    if isinstance(error, ResendLimit):
        return "code", path.removesuffix("/resend")
    for start, label, where in _ONWARD:
        if path != where and (path == start or path.startswith(f"{start}/")):
            return label, where
    return ("sign_in", "/sign-in") if error.code == NotFound.code else None


def _for_programs(path: str) -> bool:
    return path == "/v1" or path.startswith(("/v1/", "/ats/"))


def refuse(
    event: Mapping[str, Any], error: RelayError, chosen: Locale | None = None
) -> Response[str]:
    """A page in the reader's language; problem+json for a program.

    Args:
        chosen: what they read in, where that is known; the page's address goes before it.
    """
    if request.prefers_json(event) or _for_programs(event["rawPath"]):
        return web.problem_response(event, error)
    locale = _asked(event) or chosen or locale_of(event)
    said = page.refusal(
        locale=locale, agency=agency(), code=error.code, onward=_onward(event, error)
    )
    return html(status_of(type(error)).value, said, headers_of(error))


def _asked(event: Mapping[str, Any]) -> Locale | None:
    query = request.query(event)
    return spoken(query.get("lang") or "")
