"""Everything we hold of them, as they may have it (APPI 33): theirs alone, nobody else's."""

from aws_lambda_powertools.event_handler import Response

from functions.me.room import locale, me, routes
from shared import clock, request, web
from shared.downloads import saved
from shared.exporting import exported
from shared.wires import table

router = routes()


@router.get("/me/export")
def export() -> Response[str]:
    said = exported(table(), me(router), clock.now(), locale(router))
    headers = {**web.SAFE, **saved("career-relay-my-data.json")}
    return Response(200, f"{request.JSON}; charset=utf-8", said, headers=headers)
