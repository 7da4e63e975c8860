"""The walk from a question to a hire, by the handlers themselves on the real table."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

import functions.answer.consents as consents
import functions.answer.handler as answer
import functions.manage.company as company
import functions.manage.handler as manage
import functions.manage.recommendations as introduced
import functions.manage.relays as relays
import functions.place.candidates as candidates
import functions.place.consented as consented
import functions.place.handler as place
import functions.place.looking_after as looking_after
import functions.place.opening as opening
import functions.place.outcomes as outcomes
import functions.place.provision_records as provision_records
import functions.place.recommendations as recommendations
import functions.place.recommending as recommending
from shared import acts
from shared.domain.access import AGENCY_SCOPES, COMPANY_SCOPES, Caller
from shared.domain.tokyo import day
from shared.pages.handing_over import TEXT_VERSION
from shared.table import keys
from tests.support.acts import let_in
from tests.support.asking import CONTEXT, asked
from tests.support.builders import ACME, BOLT, JOBS, PEPPER
from tests.support.counting import Counted
from tests.support.keys_used import used_today
from tests.support.recommending import ADA, JOB, Desk, a_file, an_order
from tests.support.stores import on_table
from tests.support.table import fresh_table
from tests.support.wired import wire

ORDER = f"/v1/agency/companies/{BOLT}/job-orders/{JOB}/recommendations"
PAGE_TYPE = "text/html; charset=utf-8"
NOBODY = "cnd_01KJP7T0W00000000000000009"


@pytest.fixture
def counted() -> Counted:
    return Counted()


@pytest.fixture(autouse=True)
def desk(counted: Counted, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Two companies, an accepted order of BOLT's, and Ada, whom ACME let go."""
    table = fresh_table(counted.client)
    modules = (
        acts,
        place,
        candidates,
        consented,
        outcomes,
        looking_after,
        opening,
        provision_records,
        recommendations,
        recommending,
        consents,
        company,
        manage,
        introduced,
        relays,
    )
    wire(monkeypatch, table, *modules)
    stores = on_table(table)
    let_in(stores)
    let_in(stores, BOLT)
    for who, scopes in (("company", COMPANY_SCOPES), ("agency", AGENCY_SCOPES)):
        caller = Caller(f"key_{who}", who, frozenset(scopes), BOLT if who == "company" else None)  # type: ignore[arg-type]
        used_today(stores.api_keys, f"cr_{who}", caller)
    made = Desk(table)
    made.posts(an_order())
    made.files(a_file())
    return made


def program(
    who: str, method: str, path: str, body: Any = None, query: dict[str, str] | None = None,
    once: str = "",
) -> tuple[int, Any]:  # fmt: skip
    headers = {"authorization": f"Bearer cr_{who}", "x-relay-host": "https://relay.example"}
    headers |= {"idempotency-key": once} if once else {}
    handle = place.handle if who == "agency" else manage.handle
    reply = handle(asked(method, path, body, headers, query), CONTEXT)
    said = reply["body"]
    is_json = "json" in reply["headers"]["Content-Type"]
    return reply["statusCode"], json.loads(said) if is_json else said


def page(method: str, token: str, form: str | None = None) -> dict[str, Any]:
    kind = {"content-type": "application/x-www-form-urlencoded"} if form is not None else {}
    event = asked(method, f"/consents/{token}", form, {"accept": "text/html", **kind})
    reply: dict[str, Any] = answer.handle(event, CONTEXT)
    return reply


def ask(**more: Any) -> dict[str, Any]:
    status, said = program("agency", "POST", ORDER, {"candidate_id": ADA, **more})
    assert status == 201, said
    return dict(said)


def token_of(rec: str) -> str:
    return PEPPER.token("consents", f"{ADA}~{rec}")


def test_the_whole_walk(desk: Desk, counted: Counted) -> None:
    rec = ask(note="ぜひ")["recommendation_id"]
    read = page("GET", token_of(rec))["body"]
    assert "開発エンジニア" in read and "ぜひ" not in read
    assert page("POST", token_of(rec), "answer=yes")["statusCode"] == 303
    assert "「はい」とお答えです" in page("GET", token_of(rec))["body"]
    body = {"items": ["name", "summary"], "summary": "よく聴く人です。"}
    status, said = program("agency", "POST", f"{ORDER}/{rec}/recommend", body)
    assert (status, said["stage"]) == (200, "recommended")
    counted.since()
    status, seen = program("company", "GET", f"/v1/job-orders/{JOB}/recommendations")
    reads = [*["GetItem"] * 2, "Query", *["TransactGetItems"] * 2]
    assert counted.since() == ["UpdateItem", *reads]
    assert [(i["name"], i["email"], i["summary"]) for i in seen["items"]] == [
        ("Ada", None, "よく聴く人です。")
    ]
    for stage in ("interviewing", "offered", "joined"):
        status, said = program("agency", "POST", f"{ORDER}/{rec}/outcome", {"stage": stage})
        assert (status, said["stage"]) == (200, stage), said
    status, said = program("agency", "POST", f"{ORDER}/{rec}/outcome", {"stage": "joined"})
    assert (status, said["code"], said["state"]) == (409, "state_forbids", "joined")
    status, said = program("agency", "POST", f"{ORDER}/{rec}/outcome", {"stage": "left"})
    assert (status, said["fields"]) == (422, {"fault": "missing"})
    left = {"stage": "left", "fault": "other"}
    much = {**left, "refund_jpy": 100_000_000}
    status, said = program("agency", "POST", f"{ORDER}/{rec}/outcome", much)
    assert (status, said["fields"]) == (422, {"refund_jpy": "malformed"})
    assert program("agency", "POST", f"{ORDER}/{rec}/outcome", left)[0] == 200


def test_the_candidates_screen_shows_each_answer_for_a_job() -> None:
    rec = ask(items=["name", "email"])["recommendation_id"]
    for chosen in ("no", "yes"):
        page("POST", token_of(rec), f"answer={chosen}")
    status, screen = program("agency", "GET", f"/v1/agency/candidates/{ADA}")
    assert status == 200, screen
    assert [said["answer"] for said in screen["job_consents"]] == ["refused", "consented"]
    last = screen["job_consents"][-1]
    assert last.pop("at") > screen["job_consents"][0]["at"]
    assert last == {
        "answer": "consented",
        "recommendation_id": rec,
        "company_id": BOLT,
        "job_order_id": JOB,
        "items": ["name", "email"],
        "text_version": TEXT_VERSION,
        "method": "page",
    }
    assert screen["consents_before"] == []


def test_a_summary_nobody_wrote_is_not_recorded_as_given() -> None:
    rec = ask()["recommendation_id"]
    page("POST", token_of(rec), "answer=yes")
    body = {"items": ["name", "summary"]}
    status, said = program("agency", "POST", f"{ORDER}/{rec}/recommend", body)
    assert (status, said["fields"]) == (422, {"items": "malformed"})
    assert said["detail"].endswith(": summary")


def test_a_refusal_says_what_to_do_next_and_what_is_allowed() -> None:
    rec = ask()["recommendation_id"]
    status, said = program("agency", "POST", f"{ORDER}/{rec}/recommend", {"items": ["name"]})
    assert (status, said["state"]) == (409, "asked")
    assert "wait for their yes" in said["detail"]
    of = f"{ORDER}/{rec}/outcome"
    status, said = program("agency", "POST", of, {"stage": "hired", "on": "yesterday"})
    assert (status, said["fields"]) == (422, {"stage": "malformed", "on": "malformed"})
    assert "stage: one of interviewing, offered, joined, declined, left" in said["detail"]
    assert "on: YYYY-MM-DD" in said["detail"] and "yesterday" not in said["detail"]
    query = {"from": "2026-3", "to": "2026-03", "format": "xml"}
    status, said = program("agency", "GET", "/v1/agency/registers/fees", query=query)
    assert (status, said["fields"]) == (422, {"from": "malformed", "format": "malformed"})
    assert "from: YYYY-MM" in said["detail"] and "format: one of json, csv" in said["detail"]
    change = f"/v1/agency/candidates/{ADA}"
    status, said = program("agency", "PATCH", change, {})
    assert (status, said["fields"]["notes"], "body" in said["fields"]) == (422, "missing", False)


def test_who_said_yes_is_listed_page_by_page_until_shown(desk: Desk) -> None:
    names = [ask()["recommendation_id"]]
    for other in ("grace", "mary"):
        file = a_file(other)
        desk.files(file)
        names.append(ask(candidate_id=file.candidate_id)["recommendation_id"])
        page("POST", PEPPER.token("consents", f"{file.candidate_id}~{names[-1]}"), "answer=yes")
    page("POST", token_of(names[0]), "answer=yes")
    assert [one["recommendation_id"] for one in _waiting()] == [*names[1:], names[0]]
    body = {"items": ["name"]}
    program("agency", "POST", f"{ORDER}/{names[1]}/recommend", body)
    assert [one["recommendation_id"] for one in _waiting()] == [names[2], names[0]]


def _waiting() -> list[Any]:
    """One at a time."""
    found, query = list[Any](), {"state": "consented", "limit": "1"}
    while True:
        status, said = program("agency", "GET", "/v1/agency/recommendations", query=query)
        assert status == 200, said
        found += said["items"]
        if said["next_cursor"] is None:
            return found
        query["cursor"] = said["next_cursor"]


def test_a_cursor_of_another_list_is_refused() -> None:
    for query in ({"cursor": "eyJ4IjoxfQ=="}, {"cursor": "x"}, {"state": "asked"}):
        assert program("agency", "GET", "/v1/agency/recommendations", query=query)[0] == 422


def test_who_declined_is_said(desk: Desk) -> None:
    desk.recommended("grace")
    of = f"{ORDER}/rec_1/outcome"
    status, said = program("agency", "POST", of, {"stage": "declined"})
    assert (status, said["fields"]) == (422, {"by": "missing"})
    status, said = program("agency", "POST", of, {"stage": "declined", "by": "company"})
    assert (status, said["declined_by"]) == (200, "company")
    [seen] = program("company", "GET", f"/v1/job-orders/{JOB}/recommendations")[1]["items"]
    assert (seen["stage"], seen["name"], seen["summary"]) == ("declined", None, None)


def test_a_suspended_company_is_shown_nobody(desk: Desk) -> None:
    desk.recommended("grace")
    suspended = {"state": "suspended"}
    desk.table.commit(desk.table.change(keys.company(BOLT), put=suspended))
    status, said = program("company", "GET", f"/v1/job-orders/{JOB}/recommendations")
    assert (status, said["code"]) == (422, "company_not_active")


def test_what_is_changed_later_does_not_reach_the_company(desk: Desk) -> None:
    rec = ask(items=["name", "email", "phone"])["recommendation_id"]
    page("POST", token_of(rec), "answer=yes")
    program("agency", "POST", f"{ORDER}/{rec}/recommend", {"items": ["name", "email", "phone"]})
    typed = {"email": "new@example.org", "full_name": "Augusta", "phone": "+819000000000"}
    desk.table.commit(desk.table.change(keys.candidate_file(ADA), put={"candidate": typed}))
    [seen] = program("company", "GET", f"/v1/job-orders/{JOB}/recommendations")[1]["items"]
    shown = seen["name"], seen["email"], seen["phone"]
    assert shown == ("Ada", "ada@example.org", "+819012345678")


@pytest.mark.parametrize("left", ["withdrawn_at", "erasing_since"])
def test_who_left_is_shown_no_more_before_anybody_heard_of_it(desk: Desk, left: str) -> None:
    desk.recommended("grace")
    key = keys.candidate_file(a_file("grace").candidate_id)
    now = "2026-03-02T12:00:00.000+00:00"
    desk.table.commit(desk.table.change(key, put={left: now}))
    [seen] = program("company", "GET", f"/v1/job-orders/{JOB}/recommendations")[1]["items"]
    assert (seen["name"], seen["summary"], seen["stage"]) == (None, None, "recommended")


def test_only_who_was_recommended_is_there_for_the_company() -> None:
    ask()
    assert program("company", "GET", f"/v1/job-orders/{JOB}/recommendations") == (
        200,
        {"items": [], "next_cursor": None},
    )
    status, said = program("company", "GET", f"/v1/job-orders/{JOBS[9]}/recommendations")
    assert (status, said["code"]) == (404, "job_order_not_found")


def test_the_agency_sees_each_and_how_far_it_is() -> None:
    rec = ask()["recommendation_id"]
    status, said = program("agency", "GET", ORDER)
    assert (status, [one["stage"] for one in said["items"]]) == (200, ["asked"])
    assert program("agency", "GET", f"{ORDER}/{rec}")[1]["recommendation_id"] == rec
    assert program("agency", "GET", f"{ORDER}/rec_9")[0] == 404


def test_the_same_key_asks_once_and_another_body_is_refused() -> None:
    first = program("agency", "POST", ORDER, {"candidate_id": ADA}, once="k")
    assert program("agency", "POST", ORDER, {"candidate_id": ADA}, once="k") == first
    status, said = program("agency", "POST", ORDER, {"candidate_id": NOBODY}, once="k")
    assert status in (404, 409)
    status, said = program("agency", "POST", ORDER, {"candidate_id": ADA})
    assert (status, said["state"]) == (409, "asked")


def test_a_company_asks_no_candidate() -> None:
    bearer = {"authorization": "Bearer cr_company"}
    reply = place.handle(asked("POST", ORDER, {"candidate_id": ADA}, bearer), CONTEXT)
    assert reply["statusCode"] == 403


def test_back_to_who_let_them_go_warns_of_the_fee(desk: Desk) -> None:
    grace = a_file("grace", let_go_by=(BOLT,))
    desk.files(grace)
    body = {"candidate_id": grace.candidate_id}
    status, said = program("agency", "POST", ORDER, body)
    assert (status, said["fields"]) == (422, {"back_to_referrer_confirmed": "needed"})
    confirmed = {**body, "back_to_referrer_confirmed": True}
    assert program("agency", "POST", ORDER, confirmed)[1]["warnings"] == ["fee_guard"]


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_opening_the_page_changes_nothing(desk: Desk, method: str) -> None:
    rec = ask()["recommendation_id"]
    before = desk.table.client.scan(TableName=desk.table.name)["Items"]
    reply = page(method, token_of(rec))
    assert (reply["statusCode"], reply["headers"]["Content-Type"]) == (200, PAGE_TYPE)
    assert desk.table.client.scan(TableName=desk.table.name)["Items"] == before


@pytest.mark.parametrize("form", ["", "answer=", "answer=maybe", "x=y"])
def test_a_form_without_an_answer_is_asked_again_and_says_nothing(desk: Desk, form: str) -> None:
    rec = ask()["recommendation_id"]
    reply = page("POST", token_of(rec), form)
    assert reply["statusCode"] == 422
    assert "選んでください" in reply["body"]
    assert program("agency", "GET", f"{ORDER}/{rec}")[1]["stage"] == "asked"


def test_a_token_of_nobodys_opens_a_page_that_says_so() -> None:
    rec = ask()["recommendation_id"]
    for token in (
        f"{ADA}~{rec}.x",
        f"{NOBODY}~{rec}.{token_of(rec).rpartition('.')[2]}",
        "x",
    ):
        reply = page("POST", token, "answer=yes")
        assert (reply["statusCode"], reply["headers"]["Content-Type"]) == (404, PAGE_TYPE)


def test_after_it_was_shown_the_page_says_so_and_takes_no_answer() -> None:
    rec = ask()["recommendation_id"]
    page("POST", token_of(rec), "answer=yes")
    program("agency", "POST", f"{ORDER}/{rec}/recommend", {"items": ["name"]})
    assert page("POST", token_of(rec), "answer=no")["statusCode"] == 303
    shown = page("GET", token_of(rec))["body"]
    assert "お渡ししました" in shown and "<form" not in shown
    event = asked("POST", f"/consents/{token_of(rec)}", {"answer": "no"})
    assert answer.handle(event, CONTEXT)["statusCode"] == 409


def test_what_was_handed_over_is_exported() -> None:
    rec = ask()["recommendation_id"]
    page("POST", token_of(rec), "answer=yes")
    program("agency", "POST", f"{ORDER}/{rec}/recommend", {"items": ["name"]})
    today = f"{day(datetime.now(UTC))}"
    where, of = "/v1/agency/provision-records", {"from": today, "to": today}
    status, said = program("agency", "GET", where, query=of)
    assert (status, [r["recommendation_id"] for r in said["items"]]) == (200, [rec])
    assert said["items"][0]["provided_by"] == "key_agency"
    status, sheet = program("agency", "GET", where, query={**of, "format": "csv"})
    assert status == 200 and sheet.startswith("\ufeff提供日時,本人の氏名")
    assert rec in sheet
    event = asked(
        "GET", where, None, {"authorization": "Bearer cr_agency"}, {**of, "format": "csv"}
    )
    saved = place.handle(event, CONTEXT)["headers"]["Content-Disposition"]
    assert f'filename="career-relay-provision-records-{today}-{today}.csv"' in saved


@pytest.mark.parametrize(
    "of",
    [{}, {"from": "2026-03-02", "to": "2026-03-01"}, {"from": "2020-01-01", "to": "2026-03-01"}],
)
def test_an_export_of_no_time_or_of_too_long_a_one_is_refused(of: dict[str, str]) -> None:
    assert program("agency", "GET", "/v1/agency/provision-records", query=of)[0] == 422


def test_who_is_erased_is_gone_from_the_companys_list(desk: Desk) -> None:
    rec = ask()["recommendation_id"]
    page("POST", token_of(rec), "answer=yes")
    body = {"items": ["name", "summary"], "summary": "よく聴く人です。"}
    program("agency", "POST", f"{ORDER}/{rec}/recommend", body)
    gone = {"erased_at": "2026-03-02T12:00:00.000+00:00", "is_there": False}
    desk.table.commit(desk.table.change(keys.candidate_file(ADA), put=gone))
    [seen] = program("company", "GET", f"/v1/job-orders/{JOB}/recommendations")[1]["items"]
    assert (seen["name"], seen["summary"], seen["stage"]) == (None, None, "recommended")


def test_a_company_says_whether_it_is_named_and_sees_no_edge_of_one(desk: Desk) -> None:
    assert program("company", "GET", "/v1/company")[1]["shows_partners"] is False
    status, said = program("company", "PATCH", "/v1/company", {"shows_partners": True})
    assert (status, said["shows_partners"], said["company_id"]) == (200, True, BOLT)
    desk.table.commit(
        desk.table.new(
            keys.relay_from(BOLT, ACME), {"partner": ACME, "people": 2, "open_people": 2}
        )
    )
    status, said = program("company", "GET", "/v1/relays")
    assert (status, said["items"]) == (200, [])


def test_an_edge_of_three_is_seen_and_named_when_both_agreed(desk: Desk, counted: Counted) -> None:
    desk.table.commit(
        desk.table.new(
            keys.relay_from(BOLT, ACME), {"partner": ACME, "people": 4, "open_people": 3}
        )
    )
    counted.since()
    [seen] = program("company", "GET", "/v1/relays")[1]["items"]
    assert counted.since() == ["UpdateItem", "Query", "TransactGetItems"]
    nobody = {"name": None, "industry": None, "size_band": None}
    assert seen == {"direction": "from", "partner": nobody, "candidates": 3}
    for company_id in (ACME, BOLT):
        desk.table.commit(desk.table.change(keys.company(company_id), put={"shows_partners": True}))
    [seen] = program("company", "GET", "/v1/relays")[1]["items"]
    assert seen["partner"]["name"] == "株式会社あおぞら製作所"


def test_a_joining_before_today_is_taken_and_one_to_come_is_not() -> None:
    rec = ask()["recommendation_id"]
    page("POST", token_of(rec), "answer=yes")
    program("agency", "POST", f"{ORDER}/{rec}/recommend", {"items": ["name"]})
    tomorrow = f"{day(datetime.now(UTC)) + timedelta(days=1)}"
    joined = {"stage": "joined", "on": tomorrow}
    status, said = program("agency", "POST", f"{ORDER}/{rec}/outcome", joined)
    assert (status, said["fields"]) == (422, {"on": "malformed"})
