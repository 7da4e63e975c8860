from typing import Annotated

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.openapi.params import Body

from functions.agency.rules_flow import make
from shared import clock, programs
from shared.acts import act, asking, said
from shared.contracts.rules import EditionAnswer, EditionPage, RulesRequest
from shared.domain.edition import ORIGINAL, Edition
from shared.domain.rules import in_force
from shared.pages.rules import in_words
from shared.table.rulebook import Rulebook
from shared.wires import table

router = programs.routes()


@router.get("/v1/agency/rules", summary="Every version of the rules, with who made it and when")
def versions() -> Response[EditionPage]:
    asking(router, "agency:read")
    now = clock.now()
    editions = [ORIGINAL, *Rulebook(table()).all()]
    now_good = in_force([edition.rules for edition in editions], now)
    items = [_answer(edition, is_in_force=edition.rules == now_good) for edition in editions]
    return said(EditionPage(items=items, as_of=now))


@router.post("/v1/agency/rules", status_code=201, summary="Make the rules' next version")
def add(asked: Annotated[RulesRequest, Body()]) -> Response[EditionAnswer]:
    doing = act(router, "agency:manage")
    written = doing.written(Rulebook, "rules.make", "rules", _answer, 201)
    with doing.answering():
        made = make(
            asked.changed(),
            effective_from=asked.effective_from,
            made_by=doing.who,
            rulebook=Rulebook(table()),
            written=written,
            now=doing.now,
        )
    return doing.said(_answer(made), 201)


def _answer(edition: Edition, *, is_in_force: bool = False) -> EditionAnswer:
    return EditionAnswer.of(edition, in_words(edition.rules), is_in_force=is_in_force)
