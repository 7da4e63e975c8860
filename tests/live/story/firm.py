"""The company of the story, beside what its people do by hand: asked for, let in, its members."""

import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, Final

import httpx

from infra.local.seed import invoke
from infra.local.visit import until
from shared.pepper import Pepper
from shared.table import keys
from shared.table.commit import Table
from tests.live.conftest import next_person
from tests.support.live import Live
from tests.support.person import Person

NAME: Final = "株式会社あけぼの設計"
OWNER: Final = "owner@akebono.example"
ASKED: Final = {"name": NAME, "contact_email": OWNER, "contact_name": "曙 はるか"}
AT_ONCE: Final = 2
LONG_S: Final = 90


@dataclass(frozen=True, slots=True)
class Firm:
    live: Live
    company_id: str

    @classmethod
    def waits(cls, live: Live) -> "Firm":
        """Whoever's form it was, the agency finds it in its inbox."""
        bearer = {"Authorization": f"Bearer {live.known['agency']['api_key']}"}
        asked = "/v1/agency/companies?state=pending_review&limit=100"
        waiting = live.visit.ask("GET", asked, headers=bearer).json()["items"]
        [found] = [one["company_id"] for one in waiting if one["name"] == NAME]
        return cls(live, found)

    def is_let_in(self) -> None:
        event = {"company_id": self.company_id}
        invoke(self.live.clients, self.live.stack["ApproveFunction"], event)

    def mail(self, about: str, to: str = OWNER) -> Any:
        """The newest one whose subject says so."""

        def found() -> Any:
            mails = self.live.visit.mails_to(to)
            return next((mail for mail in mails if about in mail["subject"]), None)

        return until(found, f"{to} was not written to about {about}", LONG_S)

    def agency(self, method: str, path: str, body: Any = None) -> Any:
        """What the agency does meanwhile, by its key."""
        bearer = {"Authorization": f"Bearer {self.live.known['agency']['api_key']}"}
        said = self.live.visit.ask(method, f"/v1/agency/{path}", headers=bearer, json=body)
        assert said.is_success, said.text
        return said.json() if said.content else None

    def counted(self) -> int:
        """Exactly."""
        return int(self.agency("GET", f"companies/{self.company_id}/progress")["counted"])

    def has_counted(self, wanted: int, link_url: str) -> None:
        """So many more people come, by the same requests a page would send."""
        people = [next_person(self.live) for _ in range(wanted - self.counted())]
        with ThreadPoolExecutor(AT_ONCE) as several:
            list(several.map(lambda person: is_handed_on(person, link_url), people))


def is_handed_on(person: Person, link_url: str) -> None:
    """With more patience than a test has that waits for nothing else."""
    said = person.verify(person.register(link_url), person.code(LONG_S))
    assert said.status_code == httpx.codes.OK, said.text


def filed(live: Live, person: Person) -> str:
    """The candidate's id, once the agency has a file: only then do they sign in."""
    key = keys.whose_file(pepper(live).person(person.email))
    item = until(lambda: core(live).get(key), f"nobody filed {person.email}", LONG_S)
    return str(item["candidate_id"])


def core(live: Live) -> Table:
    return Table(live.stack["CoreTable"], live.clients.client("dynamodb"))


def pepper(live: Live) -> Pepper:
    """The relay's own, as its functions are told where it is."""
    functions = live.clients.functions.list_functions()["Functions"]
    told = next(f for f in functions if re.search(r"functions\.register\.", f["Handler"]))
    secret = told["Environment"]["Variables"]["PEPPER_SECRET"]
    kept = live.clients.secrets.get_secret_value(SecretId=secret)["SecretString"]
    return Pepper(kept.encode())
