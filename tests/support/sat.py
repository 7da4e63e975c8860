"""Somebody signed in to a company's console, asking its handler."""

import re
from collections.abc import Mapping
from typing import Any

from functions.console import handler
from shared.domain.ids import CompanyId
from shared.domain.locale import Locale
from shared.domain.seat import CompanyRole, Kind, Seat
from shared.table.commit import Table
from tests.support.asking import CONTEXT
from tests.support.builders import ACME
from tests.support.sitting import Cookie, sitting


class Sat(Cookie):
    """One session's browser. `reads` and `sends` answer with status and page, or where to."""

    def get(self, path: str, **query: str) -> dict[str, Any]:
        return _said(self.gets(path, **query))

    def post(self, path: str, **fields: str) -> dict[str, Any]:
        return _said(self.posts(path, None, **fields))

    def send(self, path: str, form_word: str, fields: Mapping[str, str]) -> dict[str, Any]:
        return self.post(path, **fields, form=form_word)

    def reads(self, path: str) -> tuple[int, str]:
        plain, _, said = path.partition("?")
        query = dict(pair.split("=", 1) for pair in said.split("&")) if said else {}
        return _short(self.get(plain, **query))

    def sends(self, path: str, form: Mapping[str, str] | None = None) -> tuple[int, str]:
        return _short(self.post(path, **(form or {})))


def sat(
    table: Table,
    role: CompanyRole = CompanyRole.OWNER,
    company_id: CompanyId = ACME,
    locale: Locale = "ja",
    person: str | None = None,
) -> Sat:
    """`person` is an address, or a key as the table has it."""
    seat = Seat(Kind.COMPANY, company_id, role)
    found = sitting(table, seat, person or f"{role}@{company_id}.example", locale=locale)
    return Sat(found.person, found.token)


def hidden(page: str, name: str) -> str:
    """What a page's form carries."""
    found = re.search(rf'name="{name}" value="([^"]+)"', page)
    assert found, f"no {name} in the page"
    return found[1]


def _said(event: dict[str, Any]) -> dict[str, Any]:
    answer: dict[str, Any] = handler.handle(event, CONTEXT)
    return answer


def _short(answer: Mapping[str, Any]) -> tuple[int, str]:
    return answer["statusCode"], answer["headers"].get("Location") or answer["body"]
