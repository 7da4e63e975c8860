"""A company leaves: said once, with the end of what it holds; its links go on serving people."""

from datetime import UTC, datetime

import httpx

from tests.support.conditions import ORDER
from tests.support.live import Live
from tests.support.live_company import a_new_company

A_DAY = 24 * 3600


def test_who_leaves_learns_until_when_and_cannot_leave_twice(live: Live) -> None:
    company = a_new_company(live, "leaving")
    url = company.link()
    once = {"Idempotency-Key": "goodbye"}
    said = [company.asks("POST", "/v1/leave", headers=once) for _ in range(2)]
    assert [answer.status_code for answer in said] == [200, 200]
    assert said[0].text == said[1].text
    until = datetime.fromisoformat(said[0].json()["usable_until"])
    left = (until - datetime.now(UTC)).total_seconds() / A_DAY
    assert 89.9 < left <= 90
    again = company.asks("POST", "/v1/leave")
    assert (again.status_code, again.json()["state"]) == (409, "left")
    for path, body in (("/v1/links", {"label": "x"}), ("/v1/job-orders", ORDER)):
        refused = company.asks("POST", path, json=body)
        assert (refused.status_code, refused.json()["state"]) == (409, "left")
    assert live.visit.ask("GET", url).status_code == httpx.codes.OK
