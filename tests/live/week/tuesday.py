"""Four companies ask to take part, and a manager lets them in; people come by their links."""

from dataclasses import dataclass
from typing import Final

from tests.live.story.test_members import sends
from tests.live.week.cast import (
    ASAHI,
    COMPANIES,
    HIKARI,
    LET_GO,
    QUIET,
    TEN_AND_MORE,
    YAMATO,
    Company,
)
from tests.live.week.colleague import Colleague
from tests.live.week.week import Week
from tests.support.live_company import LiveCompany

NOTE: Final = "登記を確認した"
WAITING: Final = "section[aria-labelledby=companies] ul.rows a:not(.quiet)"


@dataclass(frozen=True, slots=True)
class Tuesday:
    """
    Args:
        waited: who did, as the queue named them.
        tried: the path an adviser may not post to.
        refused: what they read then.
    """

    waited: list[str]
    tried: str
    refused: str


def tell(week: Week, manager: Colleague, adviser: Colleague) -> Tuesday:
    asked = {one: _asks(week, one, n) for n, one in enumerate(COMPANIES)}
    waited = manager.comes_in().locator(WAITING).all_inner_texts()
    tried, refused = _tries(adviser, asked[ASAHI])
    manager.opens(asked[ASAHI])
    manager.types(text=NOTE)
    manager.does("form[action$='/notes'] button")
    for one, path in asked.items():
        _lets_in(week, manager, one, path)
    for one, people in ((ASAHI, TEN_AND_MORE), (HIKARI, LET_GO), (YAMATO, QUIET)):
        week.come(people, week.link(one, "書類選考"))
    return Tuesday(waited, tried, refused)


def _asks(week: Week, one: Company, n: int) -> str:
    """The path where the agency has it."""
    form = {"name": one.name, "contact_email": one.email, "contact_name": "採用 担当"}
    made = week.world.ask("POST", "/v1/companies", f"192.0.2.{n + 1}", json=form).json()
    return f"/agency/companies/{made['company_id']}"


def _tries(adviser: Colleague, company: str) -> tuple[str, str]:
    """What only a manager may: no page of theirs offers it, and it is refused."""
    adviser.comes_in()
    adviser.opens("/agency/members", 403)
    page = adviser.opens(company)
    assert page.locator(f"form[action='{company}/approve']").count() == 0
    sends(adviser, f"{company}/approve")
    return f"{company}/approve", adviser.page.inner_text("main")


def _lets_in(week: Week, manager: Colleague, one: Company, path: str) -> None:
    manager.opens(path)
    manager.does("form[action$='/approve'] button")
    wanted = {"kind": "company", "company_id": path.rpartition("/")[2]}
    made = week.world.operate("IssueKeyFunction", wanted)
    week.companies[one.key] = LiveCompany(week.live, wanted["company_id"], made["api_key"])
