"""A company wrote to the wrong people: it says from when to when, and the desk judges each."""

from typing import Any, Final

from infra.local.visit import until
from tests.live.story.firm import LONG_S
from tests.live.week.cast import HIKARI, MIS_SENT, STAYS
from tests.live.week.colleague import Colleague
from tests.live.week.days import WEDNESDAY
from tests.live.week.week import Week

AN_HOUR_LATER: Final = 13
"""Then all of a window that counted is asked about together."""


def takes_back(week: Week) -> None:
    company, link = week.of_company(HIKARI), week.links[HIKARI.key][-1]["link_id"]
    since, to = (f"{WEDNESDAY}T{at}:00+09:00" for at in ("08:30", "12:00"))
    window = {"from": since, "to": to, "reason": "宛先の取り違え"}
    said = company.asks("POST", f"/v1/links/{link}/void-windows", json=window)
    assert said.is_success, said.text


def judges(week: Week, adviser: Colleague) -> None:
    week.days.turn(WEDNESDAY, AN_HOUR_LATER)
    week.world.run("judge")
    until(lambda: len(_asked(week)) == len(MIS_SENT), "nobody asked the desk", LONG_S)
    adviser.comes_in()
    for one in MIS_SENT:
        act = "dismiss" if one is STAYS else "reverse"
        adviser.opens("/agency/reversals")
        adviser.does(f"form[action$='/{week.registered[one.email]}/{act}'] button")
    week.still.wait()


def _asked(week: Week) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = week.of_agency("reversals")["items"]
    return found
