from collections.abc import Mapping
from typing import Final

from aws_lambda_powertools.event_handler import Response

from functions.console.room import company, done, may, routes, shown, words
from functions.console.webhook_facts import ALL, LIST, SAID, choices, chosen, facts, mistakes
from shared import forms, mint
from shared.acts import Act
from shared.company import webhook_endpoints as flow
from shared.contracts.problem import page_status
from shared.contracts.webhook_endpoint import EndpointRequest
from shared.contracts.wire import parse
from shared.domain.endpoint import FULL, MOST, Endpoint
from shared.domain.errors import InvalidRequest, StateForbids
from shared.domain.ids import CompanyId, EndpointId
from shared.signed_acts import act
from shared.table.companies import Companies
from shared.table.endpoints import Endpoints
from shared.webhooks.secret import Secret
from shared.wires import sealed, table

router = routes()
READS: Final = "webhooks:read"
WRITES: Final = "webhooks:write"


@router.get(LIST)
def page() -> Response[str]:
    mine = Companies(table()).find(company(router, READS))
    found = Endpoints(table()).all(mine.company_id)
    told = {
        "said": words(router, SAID),
        "rows": [facts(router, endpoint) for endpoint in found],
        "most": MOST,
        "is_full": len(found) >= MOST,
        "may_write": may(router, WRITES),
        "done": done(router, "webhooks"),
    }
    return shown(router, "webhooks", LIST, told, place=mine.name)


@router.get(f"{LIST}/new")
def new() -> Response[str]:
    return _form(company(router, WRITES), {"which": ALL})


def _form(
    company_id: CompanyId,
    values: Mapping[str, str],
    wrong: Mapping[str, str] | None = None,
    refused: StateForbids | None = None,
) -> Response[str]:
    mine = Companies(table()).find(company_id)
    told = {
        **choices(router),
        "values": values,
        "mistakes": wrong or {},
        "refused": _why(refused) if refused else None,
    }
    answered = page_status(refused, wrong)
    return shown(router, "webhook_new", LIST, told, place=mine.name, status=answered)


def _why(refused: StateForbids) -> str:
    said: Mapping[str, str] = words(router, "webhook_new")["refused"]
    return said["full" if refused.state == FULL else "left"]


@router.post(LIST)
def make() -> Response[str]:
    """Answered with a page: the secret is on it, and nowhere else. Sent again it is not."""
    doing, said = act(router, WRITES, f"{LIST}?done=before"), forms.typed(router)
    secret = Secret.made()
    try:
        endpoint = _asked(doing, said, secret)
        noted = doing.telling("webhook.make", endpoint.endpoint_id, flow.first(endpoint))
        with doing.answering():
            flow.add(endpoint, endpoints=Endpoints(noted))
    except InvalidRequest as error:
        return _form(doing.company_id, said, mistakes(router, error))
    except StateForbids as refused:
        return _form(doing.company_id, said, refused=refused)
    mine = Companies(table()).find(doing.company_id)
    told = {**facts(router, endpoint), "secret": secret.text, "rotated": False}
    return shown(router, "webhook_made", LIST, told, place=mine.name, status=201)


def _asked(doing: Act, said: Mapping[str, str], secret: Secret) -> Endpoint:
    """Raises InvalidRequest, Unavailable."""
    plain = forms.filled(said, "url", "description")
    asked = parse(EndpointRequest, {**plain, "events": chosen(said)})
    name = doing.company_id, EndpointId(mint.mint("whe", doing.now))
    return flow.drawn_up(asked, name, secret, seals=sealed(), now=doing.now)
