from typing import Annotated

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.openapi.params import Body

from functions.agency.ruling import answer, rule
from shared import clock, programs
from shared.acts import act, asking, said
from shared.contracts.rules import EditionAnswer, EditionPage, RulesRequest
from shared.domain.edition import ORIGINAL
from shared.domain.rules import in_force
from shared.table.rulebook import Rulebook
from shared.wires import table

router = programs.routes()


@router.get("/v1/agency/rules", summary="Every version of the rules, with who made it and when")
def versions() -> Response[EditionPage]:
    asking(router, "agency:read")
    now = clock.now()
    editions = [ORIGINAL, *Rulebook(table()).all()]
    now_good = in_force([edition.rules for edition in editions], now)
    items = [answer(edition, is_in_force=edition.rules == now_good) for edition in editions]
    return said(EditionPage(items=items, as_of=now))


@router.post("/v1/agency/rules", status_code=201, summary="Make the rules' next version")
def add(asked: Annotated[RulesRequest, Body()]) -> Response[EditionAnswer]:
    doing = act(router, "agency:manage")
    return doing.said(rule(doing, asked), 201)
