"""The owner of a company: a link, its sentence, ten people, a credit, a job order; every page."""

from typing import Final

import pytest

from functions.console.handler import app
from tests.live.story.firm import Firm
from tests.live.story.reader import Reader
from tests.live.story.systems import Systems

pytestmark = pytest.mark.browser
ROUTES: Final = [r.path for r in (*app._static_routes, *app._dynamic_routes) if r.method == "GET"]
FILES: Final = ("/csv", ".csv", "/statement", ".svg", ".png")
"""What is saved or shown in a page, and is none."""


def test_the_sentence_is_copied_with_the_link_in_it(
    owner: Reader, link: str, link_url: str
) -> None:
    owner.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = owner.opens(f"/console/sentences?link={named(link)}")
    page.locator("button[data-copies=text]").click()
    page.locator("button[data-copies=text] ~ [role=status]:not(:empty)").wait_for()
    assert link_url in page.evaluate("navigator.clipboard.readText()")


def test_a_sample_comes_to_their_own_mailbox(
    owner: Reader, firm: Firm, link: str, link_url: str
) -> None:
    owner.opens(f"/console/sentences?link={named(link)}")
    owner.presses("form[action$=sample] button")
    assert link_url in firm.mail("文例のお試し")["text"]


def test_a_link_is_renamed_and_closed_and_opened(owner: Reader, link: str) -> None:
    page = owner.opens(link)
    owner.types(label="")
    owner.presses("section[aria-labelledby=rename] button", 422)
    owner.types(label="書類選考 すべて")
    owner.presses("section[aria-labelledby=rename] button")
    assert page.locator("h1").inner_text() == "書類選考 すべて"
    for tag in ("off", "on"):
        owner.presses("section[aria-labelledby=state] button")
        assert page.locator(f"dl .tag.{tag}").is_visible()


@pytest.mark.usefixtures("ten")
def test_ten_people_are_a_credit(owner: Reader) -> None:
    page = owner.opens("/console")
    assert page.locator("ul.batons li").count() == 1
    assert page.locator(".count").inner_text().split() == ["0", "/", "10"]


def test_a_credit_is_reserved_and_released(owner: Reader, job_order: str) -> None:
    page = owner.opens(job_order)
    for act in ("credit", "credit/release"):
        owner.presses(f"form[action='{job_order}/{act}'] button")
        assert page.get_by_role("status").is_visible()


@pytest.mark.parametrize("route", [r for r in ROUTES if not r.endswith(FILES)])
def test_every_page_is_good_for_every_reader(
    owner: Reader, link: str, member: str, introduced: str, systems: Systems, route: str
) -> None:
    owner.reads(path_of(route, link, member, introduced, systems))


@pytest.mark.parametrize("route", [r for r in ROUTES if r.endswith(FILES)])
def test_every_file_is_there(
    owner: Reader, link: str, member: str, introduced: str, systems: Systems, route: str
) -> None:
    path = path_of(route, link, member, introduced, systems)
    asked = "path => fetch(path).then(answer => answer.status)"
    assert owner.opens("/console").evaluate(asked, path) == 200


def named(path: str) -> str:
    return path.rpartition("/")[2]


def path_of(route: str, link: str, member: str, introduced: str, systems: Systems) -> str:
    """One of each; a route with a name that is not known here says so."""
    known = {
        "link_id": named(link),
        "member_id": named(member),
        "job_order_id": introduced.split("/")[3],
        "recommendation_id": named(introduced),
        **systems.named,
    }
    return route.replace("<", "{").replace(">", "}").format(**known)
