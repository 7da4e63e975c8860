from collections.abc import Mapping
from datetime import datetime

from aws_lambda_powertools.event_handler import Response

from functions.console.link import LIST, facts
from functions.console.room import company, routes, seen, shown, words
from shared import clock, forms
from shared.company.voids import drawn_up, void
from shared.contracts.void import VoidRequest
from shared.contracts.wire import parse
from shared.domain.errors import InvalidRequest, StateForbids
from shared.domain.ids import CompanyId, LinkId
from shared.domain.tokyo import TOKYO
from shared.domain.void import FEWEST, VoidWindow
from shared.mint import mint
from shared.signed_acts import act, over
from shared.table.links import Links
from shared.table.voids import Voids
from shared.wires import table

router = routes()


@router.get("/console/links/<link_id>/void")
def ask(link_id: str) -> Response[str]:
    return _form(company(router, "links:write"), link_id, {}, {})


def _form(
    company_id: CompanyId,
    link_id: str,
    values: Mapping[str, str],
    mistakes: Mapping[str, str],
    status: int = 200,
) -> Response[str]:
    with seen():
        mine, link = Links(table()).with_company(company_id, LinkId(link_id))
    told = {
        **facts(router, link),
        "values": values,
        "mistakes": mistakes,
        "fewest": FEWEST,
        "now": f"{clock.now().astimezone(TOKYO):%Y-%m-%dT%H:%M}",
    }
    return shown(router, "link_void", LIST, told, place=mine.name, status=status)


@router.post("/console/links/<link_id>/void")
def add(link_id: str) -> Response[str]:
    doing = act(router, "links:write", f"{LIST}/{link_id}?done=voided")
    said = forms.typed(router)
    try:
        window = _window(doing.company_id, LinkId(link_id), said, doing.now)
        noted = doing.table("link.void", link_id, reason=window.reason)
        with seen(), doing.answering():
            void(window, links=Links(table()), voids=Voids(noted))
    except (InvalidRequest, StateForbids) as error:
        return _form(doing.company_id, link_id, said, _mistakes(error), 422)
    return over(doing)


def _window(
    company_id: CompanyId, link_id: LinkId, said: Mapping[str, str], now: datetime
) -> VoidWindow:
    """Raises InvalidRequest."""
    times = {name: forms.moment(said.get(name, ""), name) for name in ("from", "to")}
    asked = parse(VoidRequest, {**times, "reason": said.get("reason", "")})
    return drawn_up(asked, (company_id, link_id), mint("void", now), now=now)


def _mistakes(error: InvalidRequest | StateForbids) -> dict[str, str]:
    errors = words(router, "link_void")["errors"]
    if isinstance(error, StateForbids):
        return {"from": errors["too_many"]}
    return forms.sentences(error, errors)
