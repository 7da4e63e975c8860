"""Somebody signed in, as far as the table knows: their cookie, their form word, their requests.

owner = sitting(table, Seat(Kind.COMPANY, ACME, "owner"))
handle(owner.gets("/console"), CONTEXT)
handle(owner.posts("/console/links", label="一次選考"), CONTEXT)
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlencode

from shared.domain.ids import PersonKey
from shared.domain.locale import Locale
from shared.domain.seat import Seat
from shared.domain.session import LONGEST, Session
from shared.mint import key_digest, session_token
from shared.signed_in import COOKIE, FORM_WORD
from shared.table.commit import Table
from shared.table.sessions import Sessions
from tests.support.asking import asked
from tests.support.builders import PEPPER

FORM = {"content-type": "application/x-www-form-urlencoded"}


@dataclass(frozen=True)
class Cookie:
    """What a browser has of a session, and the requests it makes with it."""

    person: PersonKey
    token: str

    @property
    def digest(self) -> str:
        return key_digest(self.token)

    @property
    def cookies(self) -> list[str]:
        return [f"{COOKIE}={self.person}.{self.token}"]

    @property
    def form_word(self) -> str:
        return PEPPER.form_word(self.digest)

    def gets(self, path: str, **query: str) -> dict[str, Any]:
        return self._with_cookies(asked("GET", path, query=query or None))

    def posts(self, path: str, query: dict[str, str] | None = None, **form: str) -> dict[str, Any]:
        """A form of a page of theirs."""
        body = urlencode({FORM_WORD: self.form_word, **form})
        return self._with_cookies(asked("POST", path, body, FORM, query))

    def says(self, method: str, path: str, body: Any = None) -> dict[str, Any]:
        """JSON, as a script of a page of theirs sends it."""
        headers = {"x-relay-form": self.form_word, "accept": "application/json"}
        return self._with_cookies(asked(method, path, body, headers))

    def _with_cookies(self, event: dict[str, Any]) -> dict[str, Any]:
        return {**event, "cookies": self.cookies}


@dataclass(frozen=True)
class Sitting(Cookie):
    session: Session


def sitting(
    table: Table,
    seat: Seat | None,
    person: str = "hanako@aozora.example",
    *,
    seats: tuple[Seat, ...] | None = None,
    proved: bool = True,
    locale: Locale = "ja",
    now: datetime | None = None,
) -> Sitting:
    """`person` is an address, or a key as the table has it."""
    at, token = now or datetime.now(UTC), session_token()
    key = PEPPER.person(person) if "@" in person else PersonKey(person)
    all_seats = seats if seats is not None else (seat,) if seat else ()
    new = Session(key_digest(token), key, all_seats, at, at, at + LONGEST, locale, seat, proved)
    Sessions(table).open(new)
    return Sitting(key, token, new)
