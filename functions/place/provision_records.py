from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import Annotated, Any, Final, Literal

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.openapi.params import Query

from shared import programs
from shared.acts import asking, said
from shared.contracts.provision import ProvisionAnswer, ProvisionList
from shared.domain.errors import InvalidRequest
from shared.domain.provision import Provision
from shared.domain.tokyo import TOKYO
from shared.downloads import forms, spreadsheet
from shared.pages.provisions import provision_sheet
from shared.table.provisions import Provisions
from shared.wires import table

router = programs.routes()

MOST: Final = 5_000
"""Records in one answer: below what Lambda may say, whatever they hold."""
LONGEST: Final = timedelta(days=3 * 366)


@router.get(
    "/v1/agency/provision-records",
    summary="Who was shown to whom, when, what of them, by which consent",
    description=f"From the day `from` to the day `to`, both by Tokyo's calendar; {MOST:,} at most.",
    responses=forms(ProvisionList),
)
def records(
    since: Annotated[date, Query(alias="from")],
    until: Annotated[date, Query(alias="to")],
    format: Annotated[Literal["json", "csv"], Query()] = "json",
) -> Response[Any]:
    asking(router, "agency:read")
    found = made_between(since, until)
    if format == "csv":
        return file_of(since, until, found)
    return said(ProvisionList(items=[ProvisionAnswer.of(made) for made in found]))


def file_of(since: date, until: date, found: Sequence[Provision]) -> Response[Any]:
    return spreadsheet(f"career-relay-provision-records-{since}-{until}", provision_sheet(found))


def made_between(since: date, until: date) -> Sequence[Provision]:
    """Raises InvalidRequest: the wrong way round, too long, or too many for one answer."""
    if not timedelta(0) <= until - since <= LONGEST:
        raise InvalidRequest("`to` is before `from`, or over three years after it", _WRONG)
    start, end = midnight(since), midnight(until) + timedelta(days=1)
    found = list(islice(Provisions(table()).between(start, end), MOST + 1))
    if len(found) > MOST:
        raise InvalidRequest(f"over {MOST:,} records; ask for fewer days", {"to": "too_long"})
    return found


_WRONG: Final = {"to": "malformed"}


def midnight(day: date) -> datetime:
    return datetime.combine(day, time(), TOKYO)
