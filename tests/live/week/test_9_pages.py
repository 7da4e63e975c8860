"""Whatever page of the desk nobody came to in the week is looked at, too, in every width."""

from typing import Any, Final

import pytest

from functions.agency.handler import by_hand as agency
from functions.place.handler import by_hand as place
from tests.live.week.after import After
from tests.live.week.cast import ASAHI, PAID, TEN_AND_MORE
from tests.live.week.colleague import Colleague
from tests.live.week.days import MONTH
from tests.live.week.monday import Monday
from tests.live.week.thursday import Thursday
from tests.live.week.week import Week

ROUTES: Final = sorted(
    route.path
    for app in (agency, place)
    for route in (*app._static_routes, *app._dynamic_routes)
    if route.method == "GET"
)
FILES: Final = ("/csv", "/draft", "/package", "/counts", "/parts")
"""What is saved, or a part of a page."""
MADE: Final = ("complaint_id", "drill_id", "cv_id")
"""Nobody complained, drilled or sent a CV."""
PAGES: Final = [
    route
    for route in ROUTES
    if not route.endswith(FILES) and not any(name in route for name in MADE)
]


@pytest.fixture(scope="module")
def known(
    week: Week, manager: Colleague, on_thursday: Thursday, on_monday: Monday, after_it: After
) -> dict[str, Any]:
    """One of each; a route with a name that is not known here says so."""
    _, _, _, company, _, order, _, recommendation = on_thursday.hires[1].at.split("/")
    return {
        "company_id": company,
        "job_order_id": order,
        "recommendation_id": recommendation,
        "registration_id": week.registered[TEN_AND_MORE[1].email],
        "candidate_id": week.id_of(PAID),
        "request_id": on_monday.request.rpartition("/")[2],
        "person": first_of(manager, "members"),
        "name": first_of(manager, "texts"),
        "month": MONTH,
        "counted": week.of_company(ASAHI).company_id,
    }


def first_of(manager: Colleague, kind: str) -> str:
    """The name in the path of the first one of a list."""
    one = manager.opens(f"/agency/{kind}").locator(f"main a[href^='/agency/{kind}/']").first
    return str(one.get_attribute("href")).rpartition("/")[2].partition("?")[0]


@pytest.mark.parametrize("route", PAGES)
def test_a_page_is_good_for_every_width(
    manager: Colleague, known: dict[str, Any], route: str
) -> None:
    path = route.replace("<", "{").replace(">", "}")
    if "/counted/" in path:
        path = path.replace("{company_id}", "{counted}")
    manager.passes(path.format(**known))
