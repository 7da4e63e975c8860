from typing import Any, Final

from aws_lambda_powertools.event_handler import Response

from functions.me import own_flow
from functions.me.room import alone, back, event, locale, me, routes, shown
from shared import clock, leaving, people, request, signed_in, web
from shared.contracts.own import ErasureTyped
from shared.contracts.wire import parse
from shared.domain.errors import InvalidRequest
from shared.domain.own import Own, provision_kept_until
from shared.domain.registers import KEPT_YEARS
from shared.domain.tokyo import day as tokyo_day
from shared.domain.tokyo import years_after
from shared.pages.when import day
from shared.table.candidate_files import CandidateFiles
from shared.table.own_files import OwnFiles
from shared.table.sessions import Sessions
from shared.wires import table

router = routes()
HERE: Final = "/me/leaving"
GONE: Final = "/me/erased"
"""Read by somebody who has no session any more."""


@router.get(HERE)
def look() -> Response[str]:
    return _page({})


@router.post("/me/withdrawal")
def withdraw() -> Response[str]:
    leaving.withdraw(me(router), **_how())
    return back(router, "/me", "withdrawn")


@router.post("/me/erasure")
def erase() -> Response[str]:
    """The word typed, then nobody is signed in as them any more, anywhere."""
    try:
        parse(ErasureTyped, request.values(event(router)))
    except InvalidRequest as error:
        if request.prefers_json(event(router)):
            raise
        return _page(error.fields)
    leaving.begin_erasure(me(router), **_how())
    Sessions(table()).close_all(signed_in.session(router).person)
    if request.prefers_json(event(router)):
        return Response(202, request.JSON, '{"status": "erasing"}', headers=web.SAFE)
    return signed_in.to(f"{GONE}?lang={locale(router)}", signed_in.no_cookie())


@router.get(GONE)
def erased() -> Response[str]:
    spoken = people.locale_of(event(router))
    return alone(spoken, "erased", {"email": people.agency().contact_email})


def _how() -> dict[str, Any]:
    files = CandidateFiles(table())
    return {
        "by": own_flow.BY,
        "why": None,
        "files": files,
        "now": clock.now(),
        "written": lambda _: files,
    }


def _page(wrong: dict[str, str]) -> Response[str]:
    own, spoken = OwnFiles(table()).read(me(router)), locale(router)
    values = {
        "is_open": own.file.is_open,
        "kept": _kept(own, spoken),
        "mistakes": {"confirm": wrong["confirm"]} if "confirm" in wrong else {},
        "values": {},
        "email": people.agency().contact_email,
    }
    return shown(router, "leaving", values, status=422 if wrong else 200)


def _kept(own: Own, spoken: Any) -> dict[str, Any]:
    """What the law makes us keep of exactly this person, and until when."""
    today = tokyo_day(clock.now())
    ended = tokyo_day(own.file.withdrawn_at) if own.file.withdrawn_at else today
    until = own.file.not_solicited_until
    return {
        "register_until": day(years_after(ended, KEPT_YEARS), spoken),
        "provisions": [
            {"company": one.company_name, "until": day(provision_kept_until(one), spoken)}
            for one in own.provisions
        ],
        "hired": any(one.recommendation.joined_on for one in own.introductions),
        "not_solicited_until": day(until, spoken) if until else None,
    }
