"""From a typed code to a file, a message, a reply, and to nothing at all."""

import re
from typing import Any

import httpx

from infra.local.visit import until
from tests.support.live import Live
from tests.support.person import Person

LIST = "/v1/agency/candidates"


def desk(live: Live, method: str, path: str, **how: Any) -> Any:
    bearer = {"Authorization": f"Bearer {live.known['agency']['api_key']}"}
    answer = live.visit.ask(method, path, headers=bearer, **how)
    assert answer.is_success, answer.text
    return answer.json()


def waiting(live: Live, full_name: str) -> Any:
    page = desk(live, "GET", f"{LIST}?limit=100")["items"]
    return next((one for one in page if one["full_name"] == full_name), None)


def link_in(live: Live, address: str) -> str | None:
    """Where a mail of theirs leads, by its path."""
    found = re.search(r"/messages/[^\s\"?<\\]+", str(live.visit.mails_to(address)))
    return found.group() if found else None


def test_a_candidate_is_filed_written_to_answers_and_is_forgotten(
    live: Live, somebody: Person
) -> None:
    somebody.is_handed_on(live.link_url)
    name = f"人 {somebody.number}"
    found = until(lambda: waiting(live, name), "nobody filed them", 30)
    path = f"{LIST}/{found['candidate_id']}"
    shown = desk(live, "GET", path)
    assert (shown["email"], shown["registrations"][0]["state"]) == (somebody.email, "counted")

    desk(live, "POST", f"{path}/adviser", json={"name": "道標 次郎"})
    desk(live, "POST", f"{path}/messages", json={"text": "火曜はいかがですか"})
    link = until(lambda: link_in(live, somebody.email), "no mail led to the message", 30)
    mails = live.visit.mails_to(somebody.email)
    assert all("火曜" not in str(mail) for mail in mails)

    assert "火曜はいかがですか" in live.visit.ask("GET", link).text
    sent = live.visit.ask("POST", link, data={"text": "水曜なら"})
    assert sent.status_code == httpx.codes.SEE_OTHER
    assert "水曜なら" in live.visit.ask("GET", sent.headers["location"]).text
    assert waiting(live, name)["waits_for"] == "reply"

    assert desk(live, "POST", f"{path}/erasure")["state"] == "erasing"
    until(lambda: desk(live, "GET", path)["state"] == "erased" or None, "still known", 60)
    assert live.visit.ask("GET", link).status_code == httpx.codes.NOT_FOUND
    assert desk(live, "GET", path)["email"] == ""
