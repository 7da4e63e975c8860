"""A job order from the first word to a credit on it, over HTTP."""

from typing import Any

import httpx

from infra.local.visit import until
from tests.live.conftest import next_person
from tests.support.conditions import ORDER, but
from tests.support.live import Live
from tests.support.live_company import LiveCompany, a_new_company


def with_a_credit(live: Live, name: str) -> LiveCompany:
    company = a_new_company(live, name)
    link = company.link()
    for _ in range(10):
        next_person(live).is_handed_on(link)
    until(company.credits, "the credit never came", 20)
    return company


def desk(live: Live, method: str, path: str, **how: object) -> httpx.Response:
    bearer = {"Authorization": f"Bearer {live.known['agency']['api_key']}"}
    return live.visit.ask(method, path, headers=bearer, **how)  # type: ignore[arg-type]


def of(company: LiveCompany, name: str) -> str:
    return f"/v1/agency/companies/{company.company_id}/job-orders/{name}"


def test_an_order_is_accepted_reserves_lets_go_and_reserves_again(live: Live) -> None:
    company = with_a_credit(live, "ordering")
    made = company.asks("POST", "/v1/job-orders", json=but("annual_income_jpy", 8_000_000))
    assert made.status_code == httpx.codes.CREATED, made.text
    name = made.json()["job_order_id"]
    path = f"/v1/job-orders/{name}/credit"
    agreed = {"accepted_difference_jpy": made.json()["fee"]["with_credit_jpy"]}
    assert company.asks("POST", path, json=agreed).json()["state"] == "posted"

    until(
        lambda: name in desk(live, "GET", "/v1/agency/job-orders").text or None,
        "the desk never saw it",
        20,
    )
    assert desk(live, "POST", f"{of(company, name)}/accept").json()["state"] == "accepted"
    unsaid = company.asks("POST", path).json()
    assert (unsaid["code"], unsaid["difference_jpy"]) == ("fee_difference_not_accepted", 700_000)
    once = {"Idempotency-Key": "mine"}
    first, again = (company.asks("POST", path, json=agreed, headers=once) for _ in range(2))
    assert (first.status_code, again.text) == (httpx.codes.CREATED, first.text)
    assert company.knows("/v1/progress")["credits"]["reserved"] == 1
    assert company.credits()[0]["job_order_id"] == name

    assert company.asks("DELETE", path).status_code == httpx.codes.NO_CONTENT
    assert company.knows("/v1/progress")["credits"]["available"] == 1
    assert company.asks("POST", path, json=agreed).status_code == httpx.codes.CREATED
    kinds = [entry["entry_id"] for entry in company.entries()][-3:]
    assert kinds == [f"reserve:1:1:{name}", "release:1:1", f"reserve:1:2:{name}"]

    closed = company.asks("PATCH", f"/v1/job-orders/{name}", json={"state": "closed"}).json()
    assert (closed["state"], closed["credit"]) == ("closed", None)
    assert company.knows("/v1/progress")["credits"]["available"] == 1
    assert company.asks("POST", path, json=agreed).json()["state"] == "closed"


def test_a_company_hears_the_agencys_word_by_mail(live: Live) -> None:
    company = a_new_company(live, "hearing")
    names = [
        company.asks("POST", "/v1/job-orders", json=ORDER).json()["job_order_id"] for _ in range(2)
    ]
    why = {"reason": "conditions_not_stated", "text": "契約更新の基準"}
    assert desk(live, "POST", f"{of(company, names[0])}/accept").status_code == httpx.codes.OK
    assert desk(live, "POST", f"{of(company, names[1])}/refuse", json=why).is_success
    mails = until(
        lambda: (
            about_orders(live, "saiyo@hearing.example")[1:]
            and about_orders(live, "saiyo@hearing.example")
        ),
        "no two mails came",
        30,
    )
    assert {mail["subject"] for mail in mails} == {
        "求人を受け付けました",
        "求人をお受けできませんでした",
    }
    [refused] = [mail for mail in mails if "できません" in mail["subject"]]
    assert "労働条件が明示されていない" in refused["text"] and why["text"] in refused["text"]


def test_another_companys_order_is_not_there(live: Live) -> None:
    mine, other = a_new_company(live, "orderer"), a_new_company(live, "onlooker")
    name = mine.asks("POST", "/v1/job-orders", json=ORDER).json()["job_order_id"]
    for method, path, body in (
        ("GET", f"/v1/job-orders/{name}", None),
        ("PATCH", f"/v1/job-orders/{name}", {"state": "closed"}),
        ("POST", f"/v1/job-orders/{name}/credit", {}),
        ("DELETE", f"/v1/job-orders/{name}/credit", None),
    ):
        assert other.asks(method, path, json=body).status_code == httpx.codes.NOT_FOUND
    assert mine.knows(f"/v1/job-orders/{name}")["state"] == "posted"


def about_orders(live: Live, address: str) -> list[Any]:
    return [mail for mail in live.visit.mails_to(address) if "求人" in mail["subject"]]
