"""Somebody signed in to a company's console, asking its handler."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlencode

from functions.console import handler
from shared.domain.ids import CompanyId, PersonKey
from shared.domain.locale import Locale
from shared.domain.seat import CompanyRole, Kind, Seat
from shared.domain.session import opened
from shared.mint import key_digest
from shared.table.commit import Table
from shared.table.sessions import Sessions
from tests.support.asking import CONTEXT, asked
from tests.support.builders import ACME, PEPPER


@dataclass(frozen=True)
class Sat:
    """One session's browser. `reads` and `sends` answer with status and page, or where to."""

    person: PersonKey
    token: str

    @property
    def digest(self) -> str:
        return key_digest(self.token)

    def reads(self, path: str) -> tuple[int, str]:
        return self._asks("GET", path)

    def sends(self, path: str, form: dict[str, str] | None = None) -> tuple[int, str]:
        """With the form's word of this session."""
        word = PEPPER.form_word(self.digest)
        return self._asks("POST", path, {"form": word, **(form or {})})

    def _asks(self, method: str, path: str, form: Any = None) -> tuple[int, str]:
        plain, _, said = path.partition("?")
        query = dict(pair.split("=", 1) for pair in said.split("&")) if said else None
        headers = {"content-type": "application/x-www-form-urlencoded"} if form else {}
        event = asked(method, plain, urlencode(form) if form else None, headers, query)
        event["cookies"] = [f"__Host-relay={self.person}.{self.token}"]
        answer = handler.handle(event, CONTEXT)
        where = answer["headers"].get("Location")
        return answer["statusCode"], where or answer["body"]


def sat(
    table: Table,
    role: CompanyRole = CompanyRole.OWNER,
    company_id: CompanyId = ACME,
    locale: Locale = "ja",
) -> Sat:
    person, token = PEPPER.person(f"{role}@{company_id}.example"), f"token-{role}-{company_id}"
    seat = Seat(Kind.COMPANY, company_id, role)
    now = datetime.now(UTC)
    Sessions(table).open(opened(key_digest(token), person, (seat,), locale, now))
    return Sat(person, token)


def hidden(page: str, name: str) -> str:
    """What a page's form carries."""
    found = re.search(rf'name="{name}" value="([^"]+)"', page)
    assert found, f"no {name} in the page"
    return found[1]
