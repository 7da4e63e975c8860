from typing import Annotated

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.openapi.params import Body, Query

from functions.manage.wires import company, origin
from shared import acts, clock, mint, programs, web
from shared.acts import Act, said
from shared.company import connections as flow
from shared.connecting import ours, self_test
from shared.contracts.ats_connection import (
    AtsDeliveryAnswer,
    AtsDeliveryPage,
    AtsSecretRequest,
    ConnectionAnswer,
    ConnectionChange,
    ConnectionMade,
    ConnectionPage,
    ConnectionRequest,
)
from shared.contracts.self_test import SelfTestAnswer
from shared.domain.connection import Connection, Provider
from shared.domain.connection_health import Health
from shared.domain.connection_state import View, link_named
from shared.domain.ids import CompanyId, ConnectionId, Slug
from shared.table import keys
from shared.table.companies import Companies
from shared.table.connection_views import ConnectionViews
from shared.table.connections import Connections
from shared.table.hearings import Hearings
from shared.wires import sealed, table

router = programs.routes()
SCOPE = "ats:write"
HERE = "/v1/ats-connections"


@router.get(HERE, summary="The company's connections to its ATSs, oldest first")
def page() -> Response[ConnectionPage]:
    _, found = ConnectionViews(table()).all(company(router, SCOPE))
    now, here = clock.now(), origin(router)
    return said(ConnectionPage(items=[ConnectionAnswer.of(one, here, now) for one in found]))


@router.post(HERE, status_code=201, summary="Connect an ATS; a secret of ours is shown this once")
def add(asked: Annotated[ConnectionRequest, Body()]) -> Response[ConnectionMade]:
    doing = acts.act(router, SCOPE)
    flow.check(asked)
    chosen = None if asked.secret else ours(Provider(asked.provider))
    connection = flow.drawn_up(
        asked, _names(doing), asked.secret or chosen, sealing=sealed(), now=doing.now
    )
    link = flow.link_of(connection, Slug(mint.slug()))
    answer = ConnectionAnswer.of(View(connection, link, Health()), origin(router), doing.now)
    noted = doing.telling(
        "ats.connect", connection.connection_id, flow.first(connection), answer, 201
    )
    with doing.answering():
        flow.add(
            connection,
            link,
            connections=Connections(table()),
            companies=Companies(table()),
            written=Connections(noted),
        )
    return said(ConnectionMade(**answer.model_dump(), secret=chosen), 201)


def _names(doing: Act) -> flow.Named:
    connection_id = ConnectionId(mint.mint("ats", doing.now))
    return doing.company_id, connection_id, link_named(connection_id)


@router.get(f"{HERE}/<connection_id>", summary="One connection, and how it goes")
def one(connection_id: str) -> Response[ConnectionAnswer]:
    return said(_answer(company(router, SCOPE), connection_id))


def _answer(company_id: CompanyId, connection_id: str) -> ConnectionAnswer:
    view = ConnectionViews(table()).one(company_id, ConnectionId(connection_id))
    return ConnectionAnswer.of(view, origin(router), clock.now())


@router.patch(f"{HERE}/<connection_id>", summary="Another label, key or settings")
def change(
    connection_id: str, asked: Annotated[ConnectionChange, Body()]
) -> Response[ConnectionAnswer]:
    doing = acts.act(router, SCOPE)
    view = ConnectionViews(table()).one(doing.company_id, ConnectionId(connection_id))
    after = flow.change(
        (doing.company_id, ConnectionId(connection_id)),
        asked,
        sealing=sealed(),
        connections=Connections(table()),
        written=lambda after: Connections(
            doing.telling("ats.change", connection_id, flow.told(asked), _as(view, after, doing))
        ),
        now=doing.now,
    )
    return doing.said(_as(view, after, doing))


def _as(view: View, connection: Connection, doing: Act) -> ConnectionAnswer:
    return ConnectionAnswer.of(View(connection, view.link, view.health), origin(router), doing.now)


@router.delete(
    f"{HERE}/<connection_id>",
    status_code=204,
    summary="Hear of it no more; the links of its applications are closed within minutes",
)
def remove(connection_id: str) -> Response[None]:
    doing = acts.act(router, SCOPE)
    flow.remove(
        (doing.company_id, ConnectionId(connection_id)),
        connections=Connections(table()),
        written=lambda _: Connections(doing.table("ats.disconnect", connection_id)),
        now=doing.now,
    )
    return Response(204, headers=web.SAFE)


@router.post(
    f"{HERE}/<connection_id>/secrets",
    status_code=201,
    summary="Another signing secret; the one before stays good for 24 hours",
)
def give_secret(
    connection_id: str, asked: Annotated[AtsSecretRequest, Body()]
) -> Response[ConnectionMade]:
    doing = acts.act(router, SCOPE)
    name = doing.company_id, ConnectionId(connection_id)
    view = ConnectionViews(table()).one(*name)
    after, chosen = flow.give_secret(
        name,
        asked,
        ours,
        sealing=sealed(),
        connections=Connections(table()),
        written=lambda after: Connections(
            doing.table("ats.secret", connection_id, _as(view, after, doing), 201)
        ),
        now=doing.now,
    )
    return said(ConnectionMade(**_as(view, after, doing).model_dump(), secret=chosen), 201)


@router.get(
    f"{HERE}/<connection_id>/deliveries", summary="What came, and what followed, or why not"
)
def deliveries(
    connection_id: str,
    limit: Annotated[int, Query(ge=1, le=100)] = 50,
    cursor: Annotated[str, Query()] = "",
) -> Response[AtsDeliveryPage]:
    name = company(router, SCOPE), ConnectionId(connection_id)
    Connections(table()).own(*name)
    start = programs.after(cursor, keys.DELIVERY_PREFIX)
    found, following = Hearings(table()).page(name[1], limit=limit, after=start)
    items = [AtsDeliveryAnswer.of(listed) for listed in found]
    return said(AtsDeliveryPage(items=items, next_cursor=programs.cursor(following)))


@router.post(
    f"{HERE}/<connection_id>/self-test",
    summary="Signed samples of the vendor through the real path; nothing of it is kept or counted",
)
def try_it(connection_id: str) -> Response[SelfTestAnswer]:
    doing = acts.act(router, SCOPE)
    view = ConnectionViews(table()).one(doing.company_id, ConnectionId(connection_id))
    return doing.said(SelfTestAnswer.of(self_test(view, doing.now)))
