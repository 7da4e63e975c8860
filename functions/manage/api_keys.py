from typing import Annotated

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.openapi.params import Body

from shared import clock, mint, programs, web
from shared.acts import asking, said
from shared.company import api_keys as flow
from shared.contracts.api_key import KeyAnswer, KeyMade, KeyPage, KeyRequest
from shared.domain.seat import COMPANY_MANAGE
from shared.settings import STAGE, setting
from shared.signed_acts import act_in_json
from shared.table.api_keys import ApiKeys
from shared.wires import table

router = programs.routes()


@router.get("/v1/api-keys", summary="The company's keys, the newest first; never a key itself")
def page() -> Response[KeyPage]:
    mine = asking(router, COMPANY_MANAGE).company_for(COMPANY_MANAGE)
    now = clock.now()
    return said(KeyPage(items=[KeyAnswer.of(key, now) for key in ApiKeys(table()).all(mine)]))


@router.post("/v1/api-keys", status_code=201, summary="Make a key, shown this once")
def make(asked: Annotated[KeyRequest, Body()]) -> Response[KeyMade]:
    doing = act_in_json(router, COMPANY_MANAGE)
    secret = mint.api_key("company", setting(STAGE))
    name = doing.company_id, mint.mint("key", doing.now)
    key = flow.drawn_up(asked, name, mint.key_digest(secret), now=doing.now)
    answer = KeyAnswer.of(key, doing.now)
    noted = doing.table("key.make", key.key_id, answer, 201, scopes=" ".join(key.scopes))
    with doing.answering():
        flow.make(key, api_keys=ApiKeys(noted), now=doing.now)
    return said(KeyMade(**answer.model_dump(), api_key=secret), 201)


@router.delete("/v1/api-keys/<key_id>", status_code=204, summary="Revoke a key, at once")
def revoke(key_id: str) -> Response[None]:
    doing = act_in_json(router, COMPANY_MANAGE)
    flow.revoke(
        doing.company_id,
        key_id,
        api_keys=ApiKeys(table()),
        written=lambda key: ApiKeys(doing.table("key.revoke", key_id)),
        now=doing.now,
    )
    return Response(204, headers=web.SAFE)
