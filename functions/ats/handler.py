from functools import cache
from typing import Any, Final

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.utilities.typing import LambdaContext

from shared import clock, request, web
from shared.ats.refusal import Refusal
from shared.contracts.received import Received
from shared.domain.connection import PURPOSE
from shared.domain.errors import DeliveryNotBelieved, DeliveryRefused, RelayError, Unavailable
from shared.domain.ids import ConnectionId
from shared.door import Call, knock
from shared.edge import lock
from shared.memory import RememberedSecrets
from shared.mint import mint
from shared.observe import logger, metrics, tell, tick
from shared.settings import at_start
from shared.table.connections import Connections
from shared.wires import pepper, received, sealed, table

app = web.resolver()
LONGEST: Final = 1024 * 1024
"""An application with every answer, note and field of its own. What we call too long is lost to its
company, for few vendors say it again; it is read only when it was believed, and kept nowhere."""


@cache
def secrets() -> RememberedSecrets:
    return RememberedSecrets(sealed(), PURPOSE)


@app.post("/ats/<provider>/<connection_id>")
def deliver(provider: str, connection_id: str) -> Response[str]:
    event = app.current_event.raw_event
    raw = request.raw(event, LONGEST)
    call = Call(provider, ConnectionId(connection_id), raw, event.get("headers") or {})
    try:
        return _knocked(call)
    except RelayError:
        raise
    except Exception as error:
        tell(error)  # a vendor is told to come again
        raise Unavailable("something went wrong on our side") from None


def _knocked(call: Call) -> Response[str]:
    now = clock.now()
    answer, refusal = knock(
        call,
        mint("dlv", now),
        connections=Connections(table()),
        opened=secrets().open,
        tenant=pepper().tenant,
        hand_on=_hand_on,
        now=now,
    )
    if refusal is not None:
        raise _said_no(answer.status, refusal)
    tick("DeliveryQueued")
    headers = {**web.SAFE, **answer.headers}
    return Response(answer.status.value, request.JSON, "{}", headers=headers)


def _hand_on(delivery: Received) -> None:
    received().leave(delivery.model_dump_json())


def _said_no(status: int, refusal: Refusal) -> RelayError:
    tick("DeliveryRefused")
    says = f"this delivery is not believed: {refusal}"
    return DeliveryNotBelieved(says) if status == 401 else DeliveryRefused(says)


def _bounded(event: dict[str, Any]) -> None:
    request.raw(event, LONGEST)


@logger.inject_lambda_context
@metrics.log_metrics
def handle(event: dict[str, Any], context: LambdaContext) -> dict[str, Any]:
    return web.answer(app, event, context, body=_bounded)


at_start(table, pepper, received, secrets, lock)
