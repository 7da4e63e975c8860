import json
from functools import cache
from typing import Any
from urllib.parse import quote

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.utilities.typing import LambdaContext

from functions.click.flow import Visitor, click
from shared import clock, people, request, web
from shared.aws import clients
from shared.domain import tokyo
from shared.domain.ids import Slug
from shared.domain.screening import is_paid
from shared.edge import lock
from shared.memory import RememberedDoorways
from shared.observe import logger, metrics, tick
from shared.pages import page
from shared.restored import differ_after_restore
from shared.settings import CLICKS_TABLE, at_start, setting
from shared.table.clicks import Clicks
from shared.table.commit import Table
from shared.table.links import Links
from shared.wires import table

app = web.resolver(people.refuse)


@cache
def doorways() -> RememberedDoorways:
    return RememberedDoorways(Links(table()))


@cache
def clicks() -> Clicks:
    return Clicks(Table(setting(CLICKS_TABLE), clients.dynamodb_once()))


@app.route("/r/<slug>", method=["GET", "HEAD"])
def land(slug: str) -> Response[str]:
    event = app.current_event.raw_event
    http = event["requestContext"]["http"]
    now = clock.now()
    visitor = Visitor(http["method"], http.get("userAgent") or "")
    doorway = click(
        Slug(slug),
        visitor,
        doorways=doorways(),
        clicks=clicks(),
        lost=lambda: tick("ClickLost"),
        now=now,
    )
    tick("HumanClick" if visitor.kind == "human" else "SuspectedClick")
    document = page.landing(
        locale=people.locale_of(event),
        slug=slug,
        company_name=doorway.company_name,
        agency=people.agency(),
        is_open=people.agency().may_register(tokyo.day(now)),
        is_paid=is_paid(request.query(event)),
    )
    return people.html(200, "" if http["method"] == "HEAD" else document)


@app.get("/r/<slug>/registrations")
def form_again(slug: str) -> Response[str]:
    """Where a form was sent to; opened by itself, it leads back to the form."""
    headers = {**web.SAFE, "Location": f"/r/{quote(slug, safe='')}"}
    return Response(303, "text/plain", "", headers=headers)


@app.get("/healthz")
def healthy() -> Response[str]:
    return Response(200, "application/json", json.dumps({"status": "ok"}), headers=web.SAFE)


@app.get("/robots.txt")
def robots() -> Response[str]:
    return Response(200, "text/plain", "User-agent: *\nDisallow: /\n", headers=web.SAFE)


@logger.inject_lambda_context
@metrics.log_metrics
def handle(event: dict[str, Any], context: LambdaContext) -> dict[str, Any]:
    return web.answer(app, event, context, people.refuse)


at_start(doorways, clicks, lock, people.agency, differ_after_restore)
