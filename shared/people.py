"""What candidates' functions have in common: the agency behind them, and how a refusal looks."""

import json
import os
from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

from aws_lambda_powertools.event_handler import Response

from shared import request, web
from shared.contracts.problem import headers_of, status_of
from shared.domain.agency import Agency
from shared.domain.errors import RelayError, ResendLimit
from shared.domain.locale import Locale
from shared.pages import csp, page
from shared.pages.locale import choose
from shared.settings import AGENCY, SITE, setting


@cache
def agency() -> Agency:
    """A function that was told where people reach us leads there from anywhere."""
    said = json.loads(setting(AGENCY))
    until = date.fromisoformat(said["licence_until"])
    return Agency(**{**said, "licence_until": until, "site": os.environ.get(SITE, "")})


def locale_of(event: Mapping[str, Any]) -> Locale:
    query: Mapping[str, str] = event.get("queryStringParameters") or {}
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


def _back(event: Mapping[str, Any], error: RelayError) -> str | None:
    """Who got the last code can still type it."""
    path = str(event["rawPath"]).removesuffix("/resend")
    return f"{path}?lang={locale_of(event)}" if isinstance(error, ResendLimit) else None


def _for_programs(path: str) -> bool:
    return path == "/v1" or path.startswith(("/v1/", "/ats/"))


def refuse(event: Mapping[str, Any], error: RelayError) -> Response[str]:
    """A page in the reader's language; problem+json for a program."""
    if request.prefers_json(event) or _for_programs(event["rawPath"]):
        return web.problem_response(event, error)
    status = status_of(type(error)).value
    said = page.refusal(
        locale=locale_of(event), agency=agency(), code=error.code, back=_back(event, error)
    )
    return html(status, said, headers_of(error))
