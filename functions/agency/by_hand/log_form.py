"""Forms of what is noted by hand: what was typed, and what stands beside a field that is wrong."""

from collections.abc import Mapping
from typing import Final

from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter

from shared import request
from shared.domain.errors import InvalidRequest
from shared.signed_acts import ONCE
from shared.signed_in import FORM_WORD

OURS: Final = frozenset({FORM_WORD, ONCE})


def typed(router: APIGatewayHttpRouter) -> dict[str, str]:
    """The fields of a form, without those that are ours; spaces around them are nobody's."""
    said = request.values(router.current_event.raw_event)
    fields = said.items() if isinstance(said, dict) else ()
    return {k: v.strip() for k, v in fields if isinstance(v, str) and k not in OURS}


def sentences(error: InvalidRequest, said: Mapping[str, str]) -> dict[str, str]:
    """Beside each field what to do: of the field and the code, or of the field."""
    return {
        field: said.get(f"{field}-{code}") or said.get(field) or said["general"]
        for field, code in error.fields.items()
    }


def filled(said: Mapping[str, str]) -> dict[str, str]:
    """A field left empty was not said."""
    return {name: value for name, value in said.items() if value}
