from typing import Annotated

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.openapi.params import Body, Query

from functions.manage.wires import company
from shared import mint, programs
from shared.acts import act, said
from shared.company import webhook_messages as flow
from shared.contracts.webhook_delivery import (
    DeliveryAnswer,
    DeliveryAsked,
    DeliveryPage,
    ReplayAnswer,
    ReplayRequest,
)
from shared.domain.ids import EndpointId
from shared.table import keys
from shared.table.endpoints import Endpoints
from shared.table.messages import Messages
from shared.wires import table, tickets

router = programs.routes()
HERE = "/v1/webhook-endpoints/<endpoint_id>"
READS, WRITES = "webhooks:read", "webhooks:write"


@router.get(f"{HERE}/deliveries", summary="What was sent, the newest first")
def page(
    endpoint_id: str,
    limit: Annotated[int, Query(ge=1, le=100)] = 50,
    cursor: Annotated[str, Query()] = "",
) -> Response[DeliveryPage]:
    mine = Endpoints(table()).find(company(router, READS), EndpointId(endpoint_id))
    start = programs.after(cursor, keys.MESSAGE_PREFIX)
    found, following = Messages(table()).newest(mine.endpoint_id, limit=limit, after=start)
    items = [DeliveryAnswer.of(message) for message in found]
    return said(DeliveryPage(items=items, next_cursor=programs.cursor(following)))


@router.post(f"{HERE}/test", status_code=202, summary="Send a test, whatever kinds were chosen")
def send_test(endpoint_id: str) -> Response[DeliveryAsked]:
    doing = act(router, WRITES)
    name = mint.mint("evt", doing.now)
    endpoint = Endpoints(table()).find(doing.company_id, EndpointId(endpoint_id))
    answer = DeliveryAsked(delivery_id=name)
    noted = doing.table("webhook.test", endpoint_id, answer, 202, delivery_id=name)
    with doing.answering(), doing.kept_is_enough():
        flow.send_test(endpoint, name, messages=Messages(noted), tickets=tickets(), now=doing.now)
    return doing.said(answer, 202)


@router.post(
    f"{HERE}/deliveries/<delivery_id>/resend", status_code=202, summary="Send one again, at once"
)
def resend(endpoint_id: str, delivery_id: str) -> Response[DeliveryAsked]:
    doing = act(router, WRITES)
    endpoint = Endpoints(table()).find(doing.company_id, EndpointId(endpoint_id))
    answer = DeliveryAsked(delivery_id=delivery_id)
    noted = doing.table("webhook.resend", endpoint_id, answer, 202, delivery_id=delivery_id)
    with doing.answering(), doing.kept_is_enough():
        flow.resend(
            endpoint, delivery_id, messages=Messages(noted), tickets=tickets(), now=doing.now
        )
    return doing.said(answer, 202)


@router.post(
    f"{HERE}/replay", status_code=202, summary="Send all of a time again, under the same ids"
)
def replay(endpoint_id: str, asked: Annotated[ReplayRequest, Body()]) -> Response[ReplayAnswer]:
    doing = act(router, WRITES)
    since, until = asked.span(doing.now)
    endpoint = Endpoints(table()).find(doing.company_id, EndpointId(endpoint_id))
    found = flow.replay(endpoint, since, until, messages=Messages(table()), now=doing.now)
    answer = ReplayAnswer(replayed=found.messages, next_from=found.until)
    span = {"since": since.isoformat(), "until": until.isoformat()}
    told = {"messages": str(found.messages), **span}
    doing.telling("webhook.replay", endpoint_id, told, answer, 202).commit()
    return doing.said(answer, 202)
