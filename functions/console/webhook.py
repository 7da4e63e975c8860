from collections.abc import Mapping
from typing import Any, Final

from aws_lambda_powertools.event_handler import Response

from functions.console.room import company, done, may, routes, shown
from functions.console.webhook_facts import LIST, choices, chosen, facts, mistakes, ticked
from functions.console.webhooks import READS, WRITES
from shared import forms
from shared.acts import Act
from shared.company import webhook_endpoints as flow
from shared.contracts.webhook_endpoint import EndpointChange
from shared.contracts.wire import parse
from shared.domain.endpoint import Endpoint
from shared.domain.errors import InvalidRequest
from shared.domain.ids import CompanyId, EndpointId
from shared.signed_acts import act, over
from shared.table.companies import Companies
from shared.table.endpoints import Endpoints
from shared.wires import table

router = routes()
ONE: Final = f"{LIST}/<endpoint_id>"
TURNS: Final = {"on": ("turned_on", False), "paused": ("paused", True)}


@router.get(ONE)
def one(endpoint_id: str) -> Response[str]:
    mine = company(router, READS)
    return _page(mine, Endpoints(table()).find(mine, EndpointId(endpoint_id)))


def _page(
    company_id: CompanyId,
    endpoint: Endpoint,
    values: Mapping[str, str] | None = None,
    wrong: Mapping[str, str] | None = None,
) -> Response[str]:
    mine = Companies(table()).find(company_id)
    kept = {"url": endpoint.url, "description": endpoint.description, **ticked(endpoint.events)}
    told: dict[str, Any] = {
        **facts(router, endpoint),
        **choices(router),
        "values": kept if values is None else values,
        "mistakes": wrong or {},
        "may_write": may(router, WRITES),
        "done": done(router, "webhook"),
    }
    status = 422 if wrong else 200
    return shown(router, "webhook", LIST, told, place=mine.name, status=status)


@router.post(ONE)
def change(endpoint_id: str) -> Response[str]:
    doing, said = _doing(endpoint_id, "changed"), forms.typed(router)
    before = Endpoints(table()).find(doing.company_id, EndpointId(endpoint_id))
    try:
        events = chosen(said, before.events)
        plain = {"url": said.get("url", ""), "description": said.get("description", "")}
        asked = flow.as_asked(parse(EndpointChange, {**plain, "events": events}))
    except InvalidRequest as error:
        return _page(doing.company_id, before, said, mistakes(router, error))
    return _changed(doing, endpoint_id, asked)


@router.post(f"{ONE}/state")
def turn(endpoint_id: str) -> Response[str]:
    said = forms.typed(router).get("state", "")
    if said not in TURNS:
        raise InvalidRequest("wrong: state", {"state": "malformed"})
    name, paused = TURNS[said]
    doing = _doing(endpoint_id, name)
    return _changed(doing, endpoint_id, flow.as_asked(EndpointChange(paused=paused)))


def _doing(endpoint_id: str, done: str) -> Act:
    return act(router, WRITES, f"{LIST}/{endpoint_id}?done={done}")


def _changed(doing: Act, endpoint_id: str, asked: flow.Changed) -> Response[str]:
    with doing.answering():
        flow.change(
            doing.company_id,
            EndpointId(endpoint_id),
            asked,
            endpoints=Endpoints(table()),
            written=lambda before, after: Endpoints(
                doing.telling("webhook.change", endpoint_id, flow.told(before, after))
            ),
        )
    return over(doing)
