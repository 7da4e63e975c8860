from typing import Annotated

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.openapi.params import Query

from functions.manage.wires import company
from shared import programs, request, web
from shared.contracts.statement import CreditAnswer, CreditPage, ProgressAnswer
from shared.contracts.wire import midnight
from shared.domain.expiry import over_at
from shared.domain.progress import published
from shared.table import keys
from shared.table.companies import Companies
from shared.table.ledgers import Ledgers
from shared.wires import table

router = programs.routes()


@router.get("/v1/progress", summary="How far to the next credit")
def progress() -> Response[ProgressAnswer]:
    said = published(Ledgers(table()).head(company(router, "progress:read")))
    as_of = midnight(said.as_of) if said.as_of else None
    answer = ProgressAnswer.of(said, as_of=as_of)
    return Response(200, request.JSON, answer, headers=web.SAFE)


@router.get("/v1/credits", summary="Each credit, and until when it is good")
def credits(
    limit: Annotated[int, Query(ge=1, le=100)] = 50, cursor: Annotated[str, Query()] = ""
) -> Response[CreditPage]:
    start = programs.after(cursor, keys.LOT_PREFIX)
    owner = Companies(table()).find(company(router, "credits:read"))
    lots, following = Ledgers(table()).lots(owner.company_id, limit=limit, after=start)
    items = [CreditAnswer.of(lot, over_at(lot, owner)) for lot in lots]
    answer = CreditPage(items=items, next_cursor=programs.cursor(following))
    return Response(200, request.JSON, answer, headers=web.SAFE)
