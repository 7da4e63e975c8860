"""The day after the licence's last: nobody is registered, and the desk says so."""

from dataclasses import dataclass

import httpx

from infra.local.story.cast import Candidate
from tests.live.week.cast import ASAHI
from tests.live.week.colleague import Colleague
from tests.live.week.days import AFTER
from tests.live.week.week import Week


@dataclass(frozen=True, slots=True)
class After:
    """
    Args:
        refused: what a form is answered that was open since yesterday.
        landing: the link's page.
        licence: what the desk's page says.
    """

    refused: httpx.Response
    landing: str
    licence: str


def tell(week: Week, manager: Colleague) -> After:
    link = week.links[ASAHI.key][0]["url"]
    week.days.turn(AFTER, 9)
    late = Candidate.number(30)
    form = {"email": late.email, "full_name": late.full_name, "locale": "ja"}
    said = form | {"consents": {"core": True}}
    refused = week.live.visit.ask("POST", f"{link}/registrations", late.address, json=said)
    landing = week.world.ask("GET", link).text
    manager.comes_in()
    licence = manager.opens("/agency/licence").locator("main [role=alert]").inner_text()
    return After(refused, landing, licence)
