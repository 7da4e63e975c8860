"""A company's owner from the approval's mail to the console, and out again; over HTTP."""

import re
from collections.abc import Mapping
from typing import Any

import httpx

from infra.local.seed import invoke
from infra.local.visit import until
from shared.signed_in import COOKIE
from tests.support.live import Live

OWNER = "saiyo@signin.example"
ASKED = {"name": "株式会社サインイン", "contact_email": OWNER, "contact_name": "採用 担当"}


def session_of(answer: httpx.Response) -> dict[str, str]:
    """httpx keeps no `__Host-` cookie of http://127.0.0.1; a browser does."""
    found = re.search(rf"{COOKIE}=([^;]+)", answer.headers["set-cookie"])
    assert found, answer.headers
    return {"cookie": f"{COOKIE}={found[1]}"}


def posts(live: Live, path: str, form: Mapping[str, str], headers: Any = None) -> httpx.Response:
    return live.visit.ask("POST", path, "192.0.2.81", data=form, headers=headers or {})


def codes(live: Live, email: str) -> list[str]:
    """Newest first."""
    said = (re.search(r"\b\d{6}\b", mail["subject"]) for mail in live.visit.mails_to(email))
    return [found[0] for found in said if found]


def newest(live: Live, email: str, before: int) -> str | None:
    found = codes(live, email)
    return found[0] if len(found) > before else None


def signs_in(live: Live, email: str) -> httpx.Response:
    before = len(codes(live, email))
    begun = posts(live, "/sign-in", {"email": email})
    assert begun.status_code == 303, begun.text
    sign_in_id = httpx.URL(begun.headers["location"]).params["sign_in_id"]
    typed = until(lambda: newest(live, email, before), "no code was mailed", 30)
    code = {"sign_in_id": str(sign_in_id), "code": typed}
    return posts(live, "/sign-in/verification", code)


def test_an_owner_is_mailed_where_to_sign_in_and_does(live: Live) -> None:
    company = live.visit.ask("POST", "/v1/companies", "192.0.2.81", json=ASKED).json()
    waiting = signs_in(live, OWNER)
    assert waiting.headers["location"] == "/sign-in/waiting"
    page = live.visit.ask("GET", "/sign-in/waiting", headers=session_of(waiting))
    assert "お申し込みを確かめています" in page.text

    invoke(live.clients, live.stack["ApproveFunction"], {"company_id": company["company_id"]})
    mails = until(lambda: _approved(live), "nobody was told they were let in", 30)
    assert f"{live.url.rstrip('/')}/sign-in" in mails[0]["text"]

    entered = signs_in(live, OWNER)
    assert entered.headers["location"] == "/console"
    own = session_of(entered)
    assert live.visit.ask("GET", "/console", headers=own).status_code == 200
    account = live.visit.ask("GET", "/account", headers=own)
    form = re.search(r'name="form" value="([^"]+)"', account.text)
    assert account.status_code == 200 and form
    assert posts(live, "/sign-out", {"form": "guessed"}, own).status_code == 403
    assert posts(live, "/sign-out", {"form": form[1]}, own).status_code == 303
    out = live.visit.ask("GET", "/console", headers=own)
    assert out.headers["location"].startswith("/sign-in?back=")


def _approved(live: Live) -> list[dict[str, Any]]:
    return [mail for mail in live.visit.mails_to(OWNER) if "承認" in mail["subject"]]


def test_an_address_nobody_has_is_answered_the_same_and_sent_nothing(live: Live) -> None:
    begun = posts(live, "/sign-in", {"email": "nobody@signin.example"})
    known = posts(live, "/sign-in", {"email": "saiyo2@signin.example"})
    assert (begun.status_code, begun.headers.keys()) == (known.status_code, known.headers.keys())
    signs_in_known = posts(live, "/sign-in", {"email": OWNER})
    assert signs_in_known.status_code == 303
    assert live.visit.mails_to("nobody@signin.example") == []


def test_a_manager_of_the_agency_is_asked_for_a_device(live: Live) -> None:
    email = "hanako@signin.example"
    asked = {"kind": "agency", "member": {"email": email, "name": "花子", "role": "manager"}}
    invoke(live.clients, live.stack["IssueKeyFunction"], asked)
    entered = signs_in(live, email)
    assert entered.headers["location"] == "/sign-in/second"
    page = live.visit.ask("GET", "/sign-in/second", headers=session_of(entered))
    assert page.status_code == 200 and "data:image/svg+xml" in page.text
