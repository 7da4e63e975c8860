"""An answer that is saved as a file: its headers, and how OpenAPI says that there is one."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from aws_lambda_powertools.event_handler import Response

from shared import request, web
from shared.pages import sheet


def forms(page: Any) -> Any:
    """JSON, or a spreadsheet of the same."""
    content = {request.JSON: {"model": page}, "text/csv": {"schema": {"type": "string"}}}
    return {200: {"description": "Successful Response", "content": content}}


def spreadsheet(name: str, text: str, there: str | None = None) -> Response[Any]:
    """`there`: where it goes on."""
    headers = {**web.SAFE, **saved(f"{name}.csv"), **goes_on(there)}
    return Response(200, sheet.CONTENT_TYPE, text, headers=headers)


def saved(name: str) -> Mapping[str, str]:
    return {"Content-Disposition": f'attachment; filename="{name}"'}


def dated(what: str, as_of: date | None) -> str:
    return "-".join(["career-relay", what, *([str(as_of)] if as_of else [])])


def goes_on(there: str | None) -> Mapping[str, str]:
    """RFC 8288."""
    return {"Link": f'<{there}>; rel="next"'} if there else {}
