import json
from functools import cache
from pathlib import Path
from typing import Any

from aws_lambda_powertools.event_handler import Response

from shared import programs, request, web

router = programs.routes()


@cache
def document() -> dict[str, Any]:
    """Generated from the code before it ships; a test holds the two together."""
    path = Path(__file__).parents[2] / "docs" / "openapi.json"
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


@router.get("/v1/openapi.json", include_in_schema=False)
def openapi() -> Response[dict[str, Any]]:
    return Response(200, request.JSON, document(), headers=web.SAFE)
