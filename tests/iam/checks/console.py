"""Somebody at a company, by the session a sign-in opened: `console`."""

from datetime import UTC, datetime

import httpx

from shared.domain.ids import CompanyId, PersonKey
from shared.domain.seat import CompanyRole, Kind, Seat
from shared.domain.session import opened
from shared.mint import key_digest, session_token
from shared.table.sessions import Sessions
from tests.iam.checks.asked import an_accepted_order
from tests.iam.stage import Stage
from tests.iam.subjects import NUMBERS, Subjects


class Owner:
    """Of a company, signed in."""

    def __init__(self, stage: Stage, company_id: CompanyId) -> None:
        self.stage, self.company_id, self.token = stage, company_id, session_token()
        self.person = PersonKey(f"owner-{next(NUMBERS)}")
        seat = Seat(Kind.COMPANY, company_id, CompanyRole.OWNER)
        new = opened(key_digest(self.token), self.person, (seat,), "ja", datetime.now(UTC))
        Sessions(stage.core).open(new)

    def asks(self, method: str, path: str, **form: str) -> httpx.Response:
        word = self.stage.pepper.form_word(key_digest(self.token))
        headers = {"Cookie": f"__Host-relay={self.person}.{self.token}", "Accept": "text/html"}
        data = {"form": word, **form} if method == "POST" else None
        return self.stage.visit.ask(method, path, headers=headers, data=data)


def the_first_page_is_read(stage: Stage) -> None:
    owner = Owner(stage, Subjects(stage).company())
    assert owner.asks("GET", "/console").status_code == 200


def a_link_is_made_by_hand(stage: Stage) -> None:
    owner = Owner(stage, Subjects(stage).company())
    assert owner.asks("POST", "/console/links", label="一次選考").status_code == 303
    assert "一次選考" in owner.asks("GET", "/console/links").text


def the_figures_page_is_read(stage: Stage) -> None:
    owner = Owner(stage, Subjects(stage).company())
    assert owner.asks("GET", "/console/figures").status_code == 200


def a_credit_is_reserved_by_hand(stage: Stage) -> None:
    """What is available lies under a key of its own, and leaves it."""
    company_id, name = an_accepted_order(stage)
    path = f"/console/job-orders/{name}/credit"
    assert Owner(stage, company_id).asks("POST", path).status_code == 303
    credit = stage.stores.job_orders.find(company_id, name).credit
    assert credit is not None and credit.job_order_id == name
