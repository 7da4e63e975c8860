from typing import Annotated

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.openapi.params import Body

from functions.manage.wires import company
from shared import clock, mint, programs, web
from shared.acts import act, said
from shared.company import webhook_endpoints as flow
from shared.contracts.webhook_endpoint import (
    EndpointAnswer,
    EndpointChange,
    EndpointMade,
    EndpointPage,
    EndpointRequest,
    SecretRequest,
)
from shared.domain.endpoint import Endpoint
from shared.domain.ids import EndpointId
from shared.table.endpoints import Endpoints
from shared.webhooks.secret import Secret
from shared.wires import sealed, table

router = programs.routes()
READS, WRITES = "webhooks:read", "webhooks:write"


@router.post(
    "/v1/webhook-endpoints", status_code=201, summary="Have webhooks sent; the secret is shown once"
)
def add(asked: Annotated[EndpointRequest, Body()]) -> Response[EndpointMade]:
    doing, secret = act(router, WRITES), Secret.made()
    name = doing.company_id, EndpointId(mint.mint("whe", doing.now))
    endpoint = flow.drawn_up(asked, name, secret, seals=sealed(), now=doing.now)
    answer = EndpointAnswer.of(endpoint, doing.now)
    noted = doing.telling("webhook.make", name[1], flow.first(endpoint), answer, 201)
    with doing.answering():
        flow.add(endpoint, endpoints=Endpoints(noted))
    return said(EndpointMade.with_secret(answer, secret.text), 201)


@router.get("/v1/webhook-endpoints", summary="Where webhooks are sent, the oldest first")
def page() -> Response[EndpointPage]:
    mine, now = company(router, READS), clock.now()
    found = Endpoints(table()).all(mine)
    return said(EndpointPage(items=[EndpointAnswer.of(endpoint, now) for endpoint in found]))


@router.get("/v1/webhook-endpoints/<endpoint_id>", summary="One endpoint, and how it fares")
def one(endpoint_id: str) -> Response[EndpointAnswer]:
    found = Endpoints(table()).find(company(router, READS), EndpointId(endpoint_id))
    return said(EndpointAnswer.of(found, clock.now()))


@router.patch("/v1/webhook-endpoints/<endpoint_id>", summary="Move it, choose, pause, turn on")
def change(endpoint_id: str, asked: Annotated[EndpointChange, Body()]) -> Response[EndpointAnswer]:
    doing = act(router, WRITES)

    def written(before: Endpoint, after: Endpoint) -> Endpoints:
        answer = EndpointAnswer.of(after, doing.now)
        told = flow.told(before, after)
        return Endpoints(doing.telling("webhook.change", endpoint_id, told, answer))

    name = doing.company_id, EndpointId(endpoint_id)
    found = flow.change(*name, flow.as_asked(asked), endpoints=Endpoints(table()), written=written)
    return doing.said(EndpointAnswer.of(found, doing.now))


@router.delete("/v1/webhook-endpoints/<endpoint_id>", status_code=204, summary="Send no more")
def remove(endpoint_id: str) -> Response[None]:
    doing = act(router, WRITES)
    flow.remove(
        doing.company_id,
        EndpointId(endpoint_id),
        endpoints=Endpoints(table()),
        written=lambda gone: Endpoints(
            doing.telling("webhook.remove", endpoint_id, {"host": gone.host})
        ),
    )
    return Response(204, headers=web.SAFE)


@router.post(
    "/v1/webhook-endpoints/<endpoint_id>/rotate-secret",
    summary="A new secret, shown once; for 24 hours both sign",
)
def rotate(
    endpoint_id: str, asked: Annotated[SecretRequest | None, Body()] = None
) -> Response[EndpointMade]:
    doing, secret = act(router, WRITES), flow.secret_of(asked or SecretRequest())
    endpoint = flow.rotate(
        doing.company_id,
        EndpointId(endpoint_id),
        secret,
        endpoints=Endpoints(table()),
        seals=sealed(),
        written=doing.written(
            Endpoints, "webhook.rotate", endpoint_id, lambda new: EndpointAnswer.of(new, doing.now)
        ),
        now=doing.now,
    )
    return said(EndpointMade.with_secret(EndpointAnswer.of(endpoint, doing.now), secret.text))
