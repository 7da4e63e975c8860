from typing import Annotated

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.openapi.params import Body, Query

from functions.agency import reversals_flow as flow
from shared import programs
from shared.acts import act, asking, said
from shared.contracts.review import (
    MisgivingAnswer,
    MisgivingPage,
    ReverseRequest,
    VerdictAnswer,
)
from shared.domain.ids import RegistrationId
from shared.domain.registration import State
from shared.retry import retry_on_conflict
from shared.table.ledgers import Ledgers
from shared.table.misgivings import Misgivings
from shared.table.registrations import Registrations
from shared.table.reversals import Reversals
from shared.wires import programme, table

router = programs.routes()


@router.post(
    "/v1/agency/registrations/<registration_id>/reverse", summary="Take a counted one back"
)
def reverse(
    registration_id: str, asked: Annotated[ReverseRequest, Body()]
) -> Response[VerdictAnswer]:
    doing, named = act(router, "agency:write"), RegistrationId(registration_id)
    answer = VerdictAnswer(
        registration_id=registration_id, verdict="reversed", state=State.REVERSED
    )
    noted = doing.table("registration.reverse", registration_id, answer, reason=asked.reason)
    with doing.answering():
        closed = Misgivings(table()).closed(named, "reversed", doing.now)
        flow.reverse(
            named,
            asked.reason,
            registrations=Registrations(table()),
            ledgers=Ledgers(table()),
            reversals=Reversals(noted.along(*closed)),
            programme=programme(),
            now=doing.now,
        )
    return doing.said(answer)


@router.get("/v1/agency/reversals", summary="Counted ones of voided windows, oldest first")
def page(
    limit: Annotated[int, Query(ge=1, le=100)] = 50, cursor: Annotated[str, Query()] = ""
) -> Response[MisgivingPage]:
    asking(router, "agency:read")
    start = programs.after(cursor, "{")
    found, following = Misgivings(table()).waiting(limit=limit, after=start)
    items = [MisgivingAnswer.of(one) for one in found]
    return said(MisgivingPage(items=items, next_cursor=programs.cursor(following)))


@router.post("/v1/agency/reversals/<registration_id>/dismiss", summary="It goes on counting")
def dismiss(registration_id: str) -> Response[VerdictAnswer]:
    doing = act(router, "agency:write")
    answer = VerdictAnswer(
        registration_id=registration_id, verdict="dismissed", state=State.COUNTED
    )
    waiting = Misgivings(doing.table("reversal.dismiss", registration_id, answer))
    with doing.answering():
        retry_on_conflict(waiting.dismiss)(RegistrationId(registration_id), doing.now)
    return doing.said(answer)
