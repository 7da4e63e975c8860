"""Forms of who signed in: what was typed, and what stands beside a field that is wrong."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter

from shared import request
from shared.domain.errors import InvalidRequest
from shared.domain.tokyo import TOKYO
from shared.signed_in import FORM_WORD


def typed(router: APIGatewayHttpRouter) -> dict[str, str]:
    """The fields of a form, without those that are ours; spaces around them are nobody's."""
    said = request.values(router.current_event.raw_event)
    fields = said.items() if isinstance(said, dict) else ()
    return {k: v.strip() for k, v in fields if isinstance(v, str) and k != FORM_WORD}


def ticked(said: Mapping[str, Any], name: str) -> bool:
    return said.get(name) == "on"


def filled(said: Mapping[str, str], *names: str) -> dict[str, Any]:
    """What a contract reads: a field left empty was not said."""
    return {name: said[name] for name in names if said.get(name)}


def mistakes(
    errors: Mapping[str, str],
    said: Mapping[str, Any],
    name: Callable[[str], str] = lambda path: path,
) -> dict[str, str]:
    """Beside each field what to do: of the field and the code, or of the field, or of the code."""
    found = {name(path): code for path, code in errors.items()}
    return {
        field: str(
            said.get(f"{field}-{code}") or said.get(field) or said.get(code) or said["general"]
        )
        for field, code in found.items()
    }


def sentences(error: InvalidRequest, said: Mapping[str, Any]) -> dict[str, str]:
    return mistakes(error.fields, said)


def moment(text: str, name: str) -> datetime:
    """What a datetime-local field says, by Tokyo's clock. Raises InvalidRequest."""
    try:
        return datetime.fromisoformat(text).replace(tzinfo=TOKYO)
    except ValueError:
        raise InvalidRequest(f"{name} is no time", {name: "malformed"}) from None
