"""Who is in the story, and how far it has come: each part rests on the one before."""

import re
import shutil
from collections.abc import Callable, Iterator
from itertools import count
from typing import Any

import pytest
from playwright.sync_api import Browser

from infra.local.visit import until
from shared.domain.seat import CompanyRole
from tests.live.conftest import next_person
from tests.live.story import hiring, systems
from tests.live.story.firm import ASKED, LONG_S, NAME, OWNER, Firm, is_handed_on
from tests.live.story.guise import PHONE, Guise
from tests.live.story.looking import PICTURES
from tests.live.story.reader import Reader
from tests.support.live import Live

RECRUITER, VIEWER = "recruiter@akebono.example", "viewer@akebono.example"
type Comes = Callable[..., Reader]


@pytest.fixture(scope="session")
def comes(live: Live, browser: Browser) -> Iterator[Comes]:
    """Somebody opens a browser: `comes("owner", Guise("en"), email=...)`."""
    shutil.rmtree(PICTURES, ignore_errors=True)
    opened, places, looked_at = list[Reader](), count(1), set[str]()

    def somebody(who: str, guise: Guise, email: str = "") -> Reader:
        visitor = f"198.18.1.{next(places)}"
        reader = Reader(live, browser, who, guise, looked_at, email=email, visitor=visitor)
        opened.append(reader)
        return opened[-1]

    yield somebody
    for reader in opened:
        reader.ends()


@pytest.fixture(scope="session")
def firm(comes: Comes, live: Live) -> Firm:
    """From the front door on, somebody asked for it; nobody has looked at it yet."""
    asks = comes("applying", Guise("ja", PHONE, script=False))
    asks.opens("/")
    asks.presses("main a.do")
    asks.types(ASKED | {"contact_email": "owner"})
    asks.field("size_band").select_option("50-99")
    page = asks.presses(status=422)
    assert page.locator("#name").input_value() == NAME
    assert page.locator("#size_band").input_value() == "50-99"
    asks.types(ASKED)
    asks.presses()
    return Firm.waits(live)


@pytest.fixture(scope="session")
def owner(comes: Comes, firm: Firm) -> Reader:
    """Waits with everybody else, is written to, and agrees to the terms at the console."""
    owner = comes("owner", Guise(), OWNER)
    assert "/sign-in/waiting" in owner.signs_in().url
    firm.is_let_in()
    assert f"{owner.live.url.rstrip('/')}/sign-in" in firm.mail("承認")["text"]
    owner.opens("/sign-in")
    assert owner.signs_in().url.endswith("/console")
    owner.opens("/console/terms")
    assert owner.presses().get_by_role("status").first.is_visible()
    return owner


@pytest.fixture(scope="session")
def link_url(owner: Reader) -> str:
    """What the owner made by hand, and a candidate finds in a mail."""
    page = owner.opens("/console/links/new")
    owner.types(stage="書類選考")
    owner.presses(status=422)
    assert page.locator("#label").get_attribute("aria-invalid") == "true"
    assert page.locator("#stage").input_value() == "書類選考"
    owner.types(label="書類選考 設計職")
    owner.presses()
    assert page.get_by_role("status").first.is_visible()
    return page.locator("#url").input_value()


@pytest.fixture(scope="session")
def link(owner: Reader, link_url: str) -> str:
    """Where the owner reads of it."""
    page = owner.opens("/console/links")
    found = page.locator("table a").first.get_attribute("href")
    assert found
    assert re.fullmatch(r"/console/links/lnk_\w+", found)
    return found


@pytest.fixture(scope="session")
def member(owner: Reader, recruiter: Reader) -> str:
    """Where the owner reads of somebody else."""
    page = owner.opens("/console/members")
    found = page.locator("a[href^='/console/members/']").last.get_attribute("href")
    assert found
    return found


@pytest.fixture(scope="session")
def ten(firm: Firm, link_url: str) -> None:
    """Who did not come by the pages came by the API; and there is a credit."""
    firm.has_counted(10, link_url)
    firm.mail("無料採用枠")


def way_in(mail: Any) -> str:
    """Where the button of an invitation leads."""
    found = re.search(r"https?://\S+/sign-in\S*", mail["text"])
    assert found
    return found[0]


@pytest.fixture(scope="session")
def recruiter(comes: Comes, firm: Firm, owner: Reader) -> Reader:
    owner.invites(RECRUITER, "採用 たくみ", CompanyRole.RECRUITER, "en")
    recruiter = comes("recruiter", Guise("en"), RECRUITER)
    recruiter.opens(way_in(firm.mail("You were invited", RECRUITER)))
    recruiter.signs_in()
    return recruiter


@pytest.fixture(scope="session")
def viewer(comes: Comes, firm: Firm, owner: Reader) -> Reader:
    owner.invites(VIEWER, "閲覧 みお", CompanyRole.VIEWER)
    viewer = comes("viewer", Guise("ja", PHONE), VIEWER)
    viewer.opens(way_in(firm.mail("招待", VIEWER)))
    viewer.signs_in()
    return viewer


@pytest.fixture(scope="session")
def job_order(owner: Reader, firm: Firm, ten: None) -> str:
    """Its path. Typed by the owner, taken on by the agency."""
    path = hiring.posts(owner)
    firm.agency("POST", f"{hiring.of_order(firm, path)}/accept")
    return path


@pytest.fixture(scope="session", name="systems")
def of_theirs(owner: Reader) -> systems.Systems:
    return systems.connects(owner)


@pytest.fixture(scope="session")
def introduced(comes: Comes, live: Live, firm: Firm, link_url: str, job_order: str) -> str:
    """Its path: somebody was asked about the job order, said yes, and was shown to the company."""
    person = next_person(live)
    is_handed_on(person, link_url)
    recommendation = hiring.asks(firm, job_order, person)
    mail = until(lambda: _asked(live, person.email), "the candidate was not asked", LONG_S)
    candidate = comes("candidate", Guise("ja", PHONE, script=False))
    page = candidate.opens(mail)
    page.locator('[name="answer"][value="yes"]').check()
    candidate.presses("main form button")
    hiring.shows(firm, job_order, recommendation)
    return f"{job_order}/candidates/{recommendation}"


def _asked(live: Live, email: str) -> str | None:
    found = (re.search(r"https?://\S+/consents/\S+", m["text"]) for m in live.visit.mails_to(email))
    return next((hit[0] for hit in found if hit), None)
