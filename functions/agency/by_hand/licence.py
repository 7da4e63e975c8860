"""/agency/licence: until when we may do this at all, and what happens after."""

from typing import Final

from aws_lambda_powertools.event_handler import Response

from functions.agency.by_hand.room import shown
from shared import clock, people
from shared.domain.licence import licence
from shared.domain.tokyo import day as tokyo_day
from shared.pages.when import day
from shared.rooms import caller, language, routes

router = routes()
HERE: Final = "/agency/licence"


@router.get(HERE)
def page() -> Response[str]:
    caller(router, "agency:read")
    agency, locale = people.agency(), language(router)
    found = licence(agency, tokyo_day(clock.now()))
    values = {
        "licence": found,
        "agency_name": agency.name_in(locale),
        "responsible": agency.responsible,
        "until": day(found.until, locale),
        "stops_on": day(found.stops_on, locale),
        "notices": [(notice, day(notice.on, locale)) for notice in found.notices],
    }
    return shown(router, "licence", HERE, values)
