"""The agency's pages: one navigation, answered by two functions (decision 31)."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter

from shared import people
from shared.domain.seat import AGENCY_MANAGE
from shared.pages.inside import Room
from shared.rooms import MORE, NONE, Pages, language, may

ROOMS: Final = (
    ("/agency", "queue"),
    ("/agency/search", "search"),
    ("", "people"),
    ("/agency/registrations", "registrations"),
    ("/agency/candidates", "candidates"),
    ("/agency/duplicates", "duplicates"),
    ("/agency/recommendations", "recommendations"),
    ("", "partners"),
    ("/agency/companies", "companies"),
    ("/agency/job-orders", "job_orders"),
    ("/agency/adjustments", "adjustments"),
    ("/agency/reversals", "reversals"),
    ("", "programme"),
    ("/agency/rules", "rules"),
    ("/agency/texts", "texts"),
    ("/agency/liability", "liability"),
    ("", "duties"),
    ("/agency/registers", "registers"),
    ("/agency/provision-records", "provision_records"),
    ("/agency/report", "report"),
    ("/agency/retention", "retention"),
    ("/agency/rights", "rights"),
    ("/agency/complaints", "complaints"),
    ("/agency/licence", "licence"),
    ("/agency/drill", "drill"),
    ("", "agency"),
    ("/agency/members", "members"),
    ("/agency/audit", "audit"),
)
"""A page that is not there yet is not named."""
MANAGERS: Final = frozenset(
    {
        "/agency/members",
        "/agency/registers",
        "/agency/report",
        "/agency/drill",
    }
)
"""Pages of the navigation no adviser may open."""
TALLIED: Final = {
    "/agency/registrations": "held",
    "/agency/reversals": "reversals",
    "/agency/candidates": "contact",
    "/agency/duplicates": "duplicates",
    "/agency/job-orders": "job_orders",
    "/agency/recommendations": "consented",
    "/agency/companies": "companies",
    "/agency/adjustments": "adjustments",
    "/agency/rights": "rights",
    "/agency/complaints": "complaints",
}
"""What waits there (shared.table.keys.Inbox), told beside its name while the page is open."""


def _shut(router: APIGatewayHttpRouter) -> frozenset[str]:
    return NONE if may(router, AGENCY_MANAGE) else MANAGERS


class Desk:
    """The pages in `folder`, of one verb."""

    def __init__(self, folder: Path) -> None:
        self._pages: Final = Pages(Room(folder, ROOMS, "agency_rooms", TALLIED), _shut)
        self.words, self.done = self._pages.words, self._pages.done

    def shown(
        self,
        router: APIGatewayHttpRouter,
        name: str,
        here: str,
        values: Mapping[str, Any],
        *,
        status: int = 200,
        headers: Mapping[str, str] = MORE,
    ) -> Response[str]:
        """`<name>.html`; `here` is its path in the navigation."""
        place = people.agency().name_in(language(router))
        return self._pages.shown(
            router, name, here, values, place=place, status=status, headers=headers
        )
