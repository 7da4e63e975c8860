"""The console's pages, and who is reading."""

from contextlib import AbstractContextManager
from pathlib import Path
from typing import Final

from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter

from shared.domain.errors import LinkNotFound
from shared.domain.ids import CompanyId
from shared.domain.seat import COMPANY_MANAGE
from shared.pages import trade as trades
from shared.pages.inside import Room
from shared.rooms import NONE, Pages, caller, language, may, query, routes, start, there

__all__ = [
    "ROOM",
    "caller",
    "company",
    "done",
    "language",
    "may",
    "query",
    "routes",
    "seen",
    "shown",
    "start",
    "trade",
    "words",
]

ROOM: Final = Room(
    Path(__file__).parent / "pages",
    (
        ("/console", "home"),
        ("", "gather"),
        ("/console/links", "links"),
        ("/console/sentences", "sentences"),
        ("/console/guides", "guides"),
        ("/console/connections", "connections"),
        ("/console/figures", "figures"),
        ("", "use"),
        ("/console/credits", "credits"),
        ("/console/job-orders", "job_orders"),
        ("/console/relays", "relays"),
        ("", "record"),
        ("/console/ledger", "ledger"),
        ("/console/saving", "saving"),
        ("/console/audit", "audit"),
        ("", "company"),
        ("/console/members", "members"),
        ("/console/keys", "keys"),
        ("/console/webhooks", "webhooks"),
        ("/console/rules", "rules"),
        ("/console/terms", "terms"),
        ("/console/profile", "profile"),
    ),
)


OWNERS: Final = frozenset(
    {"/console/keys", "/console/webhooks", "/console/connections", "/console/audit"}
)
"""Pages of the navigation nobody else may open."""


def _shut(router: APIGatewayHttpRouter) -> frozenset[str]:
    return NONE if may(router, COMPANY_MANAGE) else OWNERS


_PAGES: Final = Pages(ROOM, _shut)
shown, words, done = _PAGES.shown, _PAGES.words, _PAGES.done


def company(router: APIGatewayHttpRouter, scope: str) -> CompanyId:
    """The company of who asks, if their role may. Raises InsufficientScope."""
    return caller(router, scope).company_for(scope)


def seen() -> AbstractContextManager[None]:
    return there(LinkNotFound)


def trade(router: APIGatewayHttpRouter, industry: str | None, size_band: str | None) -> list[str]:
    """A company's industry and size in words."""
    locale = language(router)
    said = trades.industry(industry or "", locale), trades.size(size_band or "", locale)
    return [one or "–" for one in said]
