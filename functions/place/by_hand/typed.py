"""Forms of the desk: what was typed, and what stands beside a field that is wrong."""

from collections.abc import Mapping
from typing import Any

from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter

from shared import request
from shared.domain.errors import InvalidRequest
from shared.signed_in import FORM_WORD


def typed(router: APIGatewayHttpRouter) -> dict[str, str]:
    """The fields of a form, without those that are ours; spaces around them are nobody's."""
    said = request.values(router.current_event.raw_event)
    fields = said.items() if isinstance(said, dict) else ()
    return {k: v.strip() for k, v in fields if isinstance(v, str) and k != FORM_WORD}


def ticked(said: Mapping[str, str], name: str) -> bool:
    return said.get(name) == "on"


def mistakes(error: InvalidRequest, said: Mapping[str, Any]) -> dict[str, str]:
    """Beside each field what to do: of the field and the code, of the field, or of any."""
    found = {path.partition(".")[0]: code for path, code in error.fields.items()}
    return {
        field: str(said.get(f"{field}-{code}") or said.get(field) or said["general"])
        for field, code in found.items()
    }
