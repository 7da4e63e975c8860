"""The webhook pages in a browser: read by everybody, whole on a phone, with scripts or without."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route

from shared.domain.company import CompanyState
from shared.domain.endpoint import Endpoint
from shared.domain.endpoint_health import Disabled, Health
from shared.domain.heard import Answered, Unanswered, Why
from shared.domain.once import Reply
from shared.domain.redelivery import Again, GivenUp
from shared.domain.webhook_message import Attempt, dropped, recorded
from shared.settings import STAGE
from shared.table import keys
from shared.table.commit import Table
from shared.table.companies import Companies
from shared.table.endpoints import Endpoints
from shared.table.messages import Messages
from tests.browser.opening import opening
from tests.support.builders import ACME, a_company
from tests.support.console import Console, console
from tests.support.endpoints import a_message, an_endpoint
from tests.support.table import client, fresh_table

pytestmark = pytest.mark.browser
HERE = "/console/webhooks"
ONE, OFF = f"{HERE}/whe_a", f"{HERE}/whe_b"
LONG = f"https://{'-'.join(['receiver'] * 6)}.aozora.example/{'relay' * 40}"
NOW = datetime.now(UTC).replace(microsecond=0)
READ = (
    *(HERE, f"{HERE}/new", ONE, OFF, f"{ONE}/rotate", f"{OFF}/remove"),
    *(f"{ONE}/deliveries", f"{OFF}/deliveries"),
)
SENT: tuple[tuple[str, dict[str, str]], ...] = (
    (HERE, {"url": "https://hooks.example.jp/", "which": "all"}),
    (HERE, {"url": "http://x", "which": "chosen"}),
    (f"{ONE}/rotate", {}),
    (f"{ONE}/replay", {"from": "", "to": ""}),
    (f"{OFF}/test", {}),
)
type Open = Callable[..., Page]


@pytest.fixture
def table() -> Table:
    return fresh_table(client())


@pytest.fixture
def seated(monkeypatch: pytest.MonkeyPatch, table: Table) -> Console:
    """An owner of a company with two endpoints: one that was told much, one that is off."""
    monkeypatch.setenv(STAGE, "test")
    Companies(table).ask(a_company(), "visitor", None, Reply(200, "{}"))
    table.commit(table.change(keys.company(ACME), put={"state": CompanyState.ACTIVE}))
    on = an_endpoint(description="給与システム", events=("credit.*",), created_at=NOW)
    off: dict[str, Any] = {
        "disabled": Disabled.FAILING,
        "disabled_at": NOW,
        "health": Health(NOW, NOW, 5),
    }
    Endpoints(table).add(on)
    Endpoints(table).add(an_endpoint("whe_b", url=LONG, created_at=NOW, **off))
    _told(Messages(table), on)
    return console(monkeypatch, table)


def _told(messages: Messages, endpoint: Endpoint) -> None:
    late, none = (a_message(endpoint, n, NOW - timedelta(days=1)) for n in (1, 2))
    for message in (late, none):
        messages.add(message)
    first = recorded(late, Attempt.of(Unanswered(Why.LATE), NOW, 15_000), Again(NOW))
    messages.change(late, first)
    messages.change(first, recorded(first, Attempt.of(Answered(500), NOW, 80), GivenUp()))
    messages.change(none, dropped(none))


@pytest.fixture
def opened(browser: Browser, seated: Console) -> Open:
    def open_page(
        path: str, form: dict[str, str] | None = None, width: int = 1280, scheme: str = "light"
    ) -> Page:
        def answer(route: Route) -> None:
            asked = urlsplit(route.request.url)
            is_it = form is not None and asked.path == urlsplit(path).path
            query = dict(parse_qsl(asked.query))
            found = seated.post(asked.path, **form) if is_it and form else None
            found = found or (seated.post(asked.path) if is_it else seated.get(asked.path, **query))
            headers = found.get("multiValueHeaders") or found["headers"]
            plain = {name: v if isinstance(v, str) else v[0] for name, v in headers.items()}
            route.fulfill(status=found["statusCode"], body=found["body"], headers=plain)

        return opening(browser, answer, path, width, scheme)

    return open_page


def _is_whole(page: Page, width: int) -> None:
    for folded in page.locator("main details").all():
        folded.evaluate("each => { each.open = true }")
    assert [rule["id"] for rule in Axe().run(page).response["violations"]] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()


@pytest.mark.parametrize("path", [f"{path}?lang={lang}" for path in READ for lang in ("ja", "en")])
@pytest.mark.parametrize(("width", "scheme"), [(390, "dark"), (1280, "light")])
def test_everybody_reads_it_and_nothing_hangs_out(
    opened: Open, path: str, width: int, scheme: str
) -> None:
    _is_whole(opened(path, None, width, scheme), width)


@pytest.mark.parametrize(("path", "form"), SENT)
@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (1280, "dark")])
def test_what_is_answered_to_a_form_is_whole_too(
    opened: Open, path: str, form: dict[str, str], width: int, scheme: str
) -> None:
    _is_whole(opened(path, form, width, scheme), width)


def test_the_kinds_are_there_once_only_some_are_wanted(opened: Open) -> None:
    page = opened(f"{HERE}/new")
    first = page.locator("[name='event-credit:granted']")
    assert not first.is_visible()
    page.locator("[name=which][value=chosen]").check()
    assert first.is_visible()
    page.close()


def test_attempts_unfold_without_a_script(opened: Open) -> None:
    page = opened(f"{ONE}/deliveries")
    attempts = page.locator(".sendings details").first
    each = attempts.locator("li").first
    assert not each.is_visible()
    attempts.locator("summary").click()
    assert each.is_visible() and "500" in each.inner_text()
    page.close()
