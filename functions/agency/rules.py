from datetime import UTC, datetime
from typing import Annotated

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.openapi.params import Body

from functions.agency.rules_flow import make
from shared import programs, request, web
from shared.contracts.rules import EditionAnswer, EditionPage, RulesRequest
from shared.domain.access import Caller
from shared.domain.edition import ORIGINAL, Edition
from shared.domain.once import Reply
from shared.domain.rules import in_force
from shared.pages.rules import in_words
from shared.table.rulebook import Rulebook
from shared.wires import table

router = programs.routes()


@router.get("/v1/agency/rules", summary="Every version of the rules, with who made it and when")
def versions() -> Response[EditionPage]:
    asking: Caller = router.context["caller"]
    asking.check("agency:read")
    now = datetime.now(UTC)
    editions = [ORIGINAL, *Rulebook(table()).all()]
    said = in_force([edition.rules for edition in editions], now)
    items = [_answer(edition, is_in_force=edition.rules == said) for edition in editions]
    return Response(200, request.JSON, EditionPage(items=items, as_of=now), headers=web.SAFE)


@router.post("/v1/agency/rules", status_code=201, summary="Make the rules' next version")
def add(asked: Annotated[RulesRequest, Body()]) -> Response[EditionAnswer]:
    asking: Caller = router.context["caller"]
    asking.check("agency:manage")
    once = programs.once(router.current_event.raw_event, asking.who)
    table().replay(once)  # its time may have come meanwhile
    made = make(
        asked.changed(),
        effective_from=asked.effective_from,
        made_by=asking.who,
        once=once,
        reply=lambda edition: Reply(201, _answer(edition).model_dump_json()),
        rulebook=Rulebook(table()),
        now=datetime.now(UTC),
    )
    return Response(201, request.JSON, _answer(made), headers=web.SAFE)


def _answer(edition: Edition, *, is_in_force: bool = False) -> EditionAnswer:
    return EditionAnswer.of(edition, in_words(edition.rules), is_in_force=is_in_force)
