"""What is asked twice: a new secret, and no more webhooks."""

from typing import Final

from aws_lambda_powertools.event_handler import Response

from functions.console.room import company, routes, shown
from functions.console.webhook_facts import LIST, facts
from functions.console.webhooks import WRITES
from shared.company import webhook_endpoints as flow
from shared.domain.ids import EndpointId
from shared.signed_acts import act, over
from shared.table.companies import Companies
from shared.table.endpoints import Endpoints
from shared.webhooks.secret import Secret
from shared.wires import sealed, table

router = routes()
ROTATE: Final = f"{LIST}/<endpoint_id>/rotate"
REMOVE: Final = f"{LIST}/<endpoint_id>/remove"


@router.get(ROTATE)
def before_rotating(endpoint_id: str) -> Response[str]:
    return _before("webhook_rotate", endpoint_id)


@router.get(REMOVE)
def before_removing(endpoint_id: str) -> Response[str]:
    return _before("webhook_remove", endpoint_id)


def _before(name: str, endpoint_id: str) -> Response[str]:
    mine = Companies(table()).find(company(router, WRITES))
    found = Endpoints(table()).find(mine.company_id, EndpointId(endpoint_id))
    return shown(router, name, LIST, facts(router, found), place=mine.name)


@router.post(ROTATE)
def rotate(endpoint_id: str) -> Response[str]:
    """Answered with a page: the secret is on it, and nowhere else. Sent again it is not."""
    doing, secret = act(router, WRITES, f"{LIST}/{endpoint_id}?done=rotated"), Secret.made()
    with doing.answering():
        endpoint = flow.rotate(
            doing.company_id,
            EndpointId(endpoint_id),
            secret,
            endpoints=Endpoints(table()),
            seals=sealed(),
            written=lambda _: Endpoints(doing.table("webhook.rotate", endpoint_id)),
            now=doing.now,
        )
    mine = Companies(table()).find(doing.company_id)
    told = {**facts(router, endpoint), "secret": secret.text, "rotated": True}
    return shown(router, "webhook_made", LIST, told, place=mine.name)


@router.post(REMOVE)
def remove(endpoint_id: str) -> Response[str]:
    doing = act(router, WRITES, f"{LIST}?done=removed")
    with doing.answering():
        flow.remove(
            doing.company_id,
            EndpointId(endpoint_id),
            endpoints=Endpoints(table()),
            written=lambda gone: Endpoints(
                doing.telling("webhook.remove", endpoint_id, {"host": gone.host})
            ),
        )
    return over(doing)
