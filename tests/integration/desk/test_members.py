"""Who works at the agency, by name: for whoever reads what was done."""

from datetime import timedelta
from typing import Any

import pytest

from functions.agency import handler as agency
from functions.place import handler as place
from shared.domain.member import Member, Role
from shared.table.members import Members
from tests.support.acts import let_in
from tests.support.builders import ACME, NOON, PEPPER
from tests.support.desk import ADA, HANAKO, TARO, Desk

PEOPLE = {HANAKO: ("道標 花子", Role.MANAGER), ADA: ("道標 あだ", Role.ADVISER)}
HERE = f"/companies/{ACME}"


@pytest.fixture(autouse=True)
def enrolled(desk: Desk) -> None:
    """TARO's key belongs to nobody enrolled."""
    for n, (key, (name, role)) in enumerate(reversed(PEOPLE.items())):
        address, since = f"{key}@agency.example", NOON - timedelta(days=n)
        member = Member(name, address, role, since)
        Members(desk.table).enrol(PEPPER.person(address), member)


def person(key: str) -> str:
    return PEPPER.person(f"{key}@agency.example")


def test_a_manager_reads_who_works_here_and_no_address(desk: Desk) -> None:
    assert desk.knows("/members") == {
        "items": [
            {
                "member": person(key),
                "name": PEOPLE[key][0],
                "role": PEOPLE[key][1],
                "since": since,
            }
            for key, since in ((HANAKO, "2026-03-01T12:00:00Z"), (ADA, "2026-03-02T12:00:00Z"))
        ]
    }


def test_what_was_done_says_by_whom(desk: Desk) -> None:
    let_in(desk.stores)
    noted = desk.posts(f"{HERE}/notes", {"text": "x"}, by=ADA)
    desk.posts(f"{HERE}/notes", {"text": "y"}, by=TARO)
    proposed = desk.posts(f"{HERE}/adjustments", {"amount": 1, "reason": "x"})
    assert (noted["who"], noted["who_name"]) == (person(ADA), "道標 あだ")
    assert proposed["proposed_by_name"] == "道標 花子"
    assert [note["who_name"] for note in desk.knows(HERE)["notes"]] == [None, "道標 あだ"]
    [waiting] = desk.knows("/adjustments")["items"]
    assert (waiting["proposed_by"], waiting["proposed_by_name"]) == (person(HANAKO), "道標 花子")
    names = [act["who_name"] for act in desk.knows("/audit-log")["items"]]
    assert names == ["道標 花子", None, "道標 あだ"]


def routes() -> list[Any]:
    apps = agency.app, place.app
    return [r for app in apps for r in (*app._static_routes, *app._dynamic_routes)]


def refused(desk: Desk, by: str) -> set[str]:
    """What says 403 to a question that lacks all it needs."""
    found = set()
    for route in routes():
        method, path = route.method, route.path
        for name in ("company_id", "job_order_id", "adjustment_id", "recommendation_id"):
            path = path.replace(f"<{name}>", "x")
        status, _ = desk.asks(method, path.removeprefix("/v1/agency"), {}, by=by)
        if status == 403:
            found.add(f"{method} {path}")
    return found


def test_an_adviser_is_told_they_may_not_before_what_their_question_lacks(desk: Desk) -> None:
    assert refused(desk, ADA) == {
        "GET /v1/agency/members",
        "GET /v1/agency/registers/fees",
        "GET /v1/agency/registers/orders",
        "GET /v1/agency/registers/seekers",
        "POST /v1/agency/adjustments/x/approve",
        "POST /v1/agency/adjustments/x/reject",
        "POST /v1/agency/companies/x/approve",
        "POST /v1/agency/companies/x/refuse",
        "POST /v1/agency/companies/x/resume",
        "POST /v1/agency/companies/x/suspend",
        "POST /v1/agency/rules",
    }
    assert refused(desk, HANAKO) == set()


def test_a_manager_alone_says_who_takes_part(desk: Desk) -> None:
    let_in(desk.stores)
    for act, body in (("suspend", {"reason": "x"}), ("resume", None)):
        status, said = desk.asks("POST", f"{HERE}/{act}", body, by=ADA)
        assert (status, said["code"]) == (403, "insufficient_scope")
        desk.posts(f"{HERE}/{act}", body)
