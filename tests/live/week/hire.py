"""Somebody let go finds a place: the desk asks them, shows them, and tells what came of it."""

import re
from dataclasses import dataclass
from typing import Final

from infra.local.story.cast import Candidate
from infra.local.visit import until
from tests.live.story.firm import LONG_S
from tests.live.week.cast import Company
from tests.live.week.colleague import Colleague
from tests.live.week.week import Week
from tests.support.conditions import but

LINK: Final = re.compile(r"https?://\S+/consents/\S+")
SUMMARY: Final = "人の話をよく聴く方です。"


@dataclass(slots=True)
class Hire:
    """
    Args:
        path: of the job order, at the desk.
        at: of the recommendation.
    """

    by: Company
    who: Candidate
    title: str
    income: int
    path: str = ""
    at: str = ""

    def is_posted(self, week: Week) -> None:
        wish = but("title", self.title, but("conditions.employer", self.by.name))
        company = week.of_company(self.by)
        made = company.asks(
            "POST", "/v1/job-orders", json=but("annual_income_jpy", self.income, wish)
        )
        assert made.is_success, made.text
        orders = f"/agency/companies/{company.company_id}/job-orders"
        self.path = f"{orders}/{made.json()['job_order_id']}"

    def is_accepted(self, desk: Colleague) -> None:
        desk.opens("/agency/job-orders")
        desk.follows(self.title)
        desk.does("form[action$='/accept'] button")

    def is_paid_by_a_credit(self, week: Week) -> None:
        path = f"/v1/job-orders/{self.path.rpartition('/')[2]}/credit"
        said = week.of_company(self.by).asks("POST", path)
        assert said.is_success, said.text

    def is_met(self, desk: Colleague) -> None:
        """Found by name, and written to by who looks after them from now on."""
        assert desk.finds(self.who.full_name) == [self.who.full_name]
        desk.follows(self.who.full_name)
        desk.field("adviser").select_option(label=desk.name)
        desk.does("form[action$='/adviser'] button")
        desk.types(text="ご登録ありがとうございます。お話しできる時間をお聞かせください。")
        desk.does("form[action$='/messages'] button")

    def is_asked(self, week: Week, desk: Colleague) -> None:
        desk.opens(self.path)
        desk.presses(f"a[href='{self.path}/ask']")
        desk.types(candidate=week.id_of(self.who))
        desk.presses("form[method=get] button")
        desk.does()
        self.at = desk.page.url.removeprefix(week.live.url.rstrip("/")).partition("?")[0]

    def agrees(self, week: Week) -> None:
        """On the page their mail leads to."""
        page = until(lambda: _asked(week, self.who.email), "nobody asked them", LONG_S)
        week.world.ask("POST", page, data={"answer": "yes"})

    def is_shown(self, desk: Colleague) -> None:
        """From the queue on."""
        desk.opens("/agency")
        desk.presses(f"section[aria-labelledby=consented] a[href='{self.at}']")
        desk.types(summary=SUMMARY)
        desk.does("form[action$='/hand-over'] button")

    def goes_on(self, desk: Colleague, *stages: str) -> None:
        for stage in stages:
            desk.opens(self.at)
            desk.does(f"form:has(input[name=stage][value={stage}]) button")


def _asked(week: Week, address: str) -> str | None:
    found = (LINK.search(mail["text"]) for mail in week.live.visit.mails_to(address))
    return next((hit[0] for hit in found if hit), None)
