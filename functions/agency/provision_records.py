from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import Annotated, Any, Final, Literal

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.openapi.params import Query

from functions.agency.acts import asking
from shared import programs, request, web
from shared.contracts.provision import ProvisionAnswer, ProvisionList
from shared.domain.errors import InvalidRequest
from shared.domain.provision import Provision
from shared.domain.tokyo import TOKYO
from shared.pages import sheet
from shared.pages.provisions import provision_sheet
from shared.table.provisions import Provisions
from shared.wires import table

router = programs.routes()

MOST: Final = 5_000
"""Records in one answer: below what Lambda may say, whatever they hold."""
LONGEST: Final = timedelta(days=3 * 366)
FORMS: Final[Any] = {
    200: {
        "description": "Successful Response",
        "content": {
            request.JSON: {"model": ProvisionList},
            "text/csv": {"schema": {"type": "string"}},
        },
    }
}


@router.get(
    "/v1/agency/provision-records",
    summary="Who was shown to whom, when, what of them, by which consent",
    description=f"From the day `from` to the day `to`, both by Tokyo's calendar; {MOST:,} at most.",
    responses=FORMS,
)
def records(
    since: Annotated[date, Query(alias="from")],
    until: Annotated[date, Query(alias="to")],
    format: Annotated[Literal["json", "csv"], Query()] = "json",
) -> Response[ProvisionList | str]:
    asking(router, "agency:read")
    found = _between(since, until)
    if format == "csv":
        name = f'attachment; filename="provision-records-{since}-{until}.csv"'
        headers = {**web.SAFE, "Content-Disposition": name}
        return Response(200, sheet.CONTENT_TYPE, provision_sheet(found), headers=headers)
    answer = ProvisionList(items=[ProvisionAnswer.of(made) for made in found])
    return Response(200, request.JSON, answer, headers=web.SAFE)


def _between(since: date, until: date) -> Sequence[Provision]:
    if not timedelta(0) <= until - since <= LONGEST:
        raise InvalidRequest("`to` is before `from`, or over three years after it", _WRONG)
    start, end = _midnight(since), _midnight(until) + timedelta(days=1)
    found = list(islice(Provisions(table()).between(start, end), MOST + 1))
    if len(found) > MOST:
        raise InvalidRequest(f"over {MOST:,} records; ask for fewer days", _WRONG)
    return found


_WRONG: Final = {"to": "malformed"}


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), TOKYO)
