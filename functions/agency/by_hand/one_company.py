"""What the pages about one company have in common."""

from collections.abc import Mapping
from contextlib import AbstractContextManager
from typing import Any, Final

from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter

from functions.agency.by_hand.room import words
from shared.domain.company import Company
from shared.domain.errors import CompanyNotFound, RegistrationNotFound
from shared.rooms import there

LIST: Final = "/agency/companies"
PARTS: Final = {
    "whole": "",
    "links": "/links",
    "credits": "/credits",
    "ledger": "/ledger",
    "counted": "/counted",
    "job_orders": "/job-orders",
}
"""A company's pages, by their names in the words."""


def about(router: APIGatewayHttpRouter, company: Company, here: str) -> dict[str, Any]:
    """Whose page it is, and which others there are; `here` is one of PARTS."""
    said: Mapping[str, str] = words(router, "company")["parts"]
    path = f"{LIST}/{company.company_id}"
    parts = [(f"{path}{end}", said[name], name == here) for name, end in PARTS.items()]
    return {"company": company, "path": path, "parts": parts, "list": LIST}


def seen() -> AbstractContextManager[None]:
    return there(CompanyNotFound, RegistrationNotFound)
