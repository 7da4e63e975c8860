"""Forms of who signed in: what was typed, and what stands beside a field that is wrong."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, Final
from unicodedata import normalize

from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter

from shared import request
from shared.domain.errors import InvalidRequest
from shared.domain.tokyo import TOKYO
from shared.signed_acts import ONCE
from shared.signed_in import FORM_WORD

OURS: Final = frozenset({FORM_WORD, ONCE})
BETWEEN: Final = str.maketrans("", "", ",、円 ")
"""What people write into a figure."""


def typed(router: APIGatewayHttpRouter) -> dict[str, str]:
    """The fields of a form, without those that are ours; spaces around them are nobody's."""
    said = request.values(router.current_event.raw_event)
    fields = said.items() if isinstance(said, dict) else ()
    return {k: v.strip() for k, v in fields if isinstance(v, str) and k not in OURS}


def ticked(said: Mapping[str, Any], name: str) -> bool:
    return said.get(name) == "on"


def filled(said: Mapping[str, str], *names: str) -> dict[str, Any]:
    """What a contract reads: a field left empty was not said. Without `names`, of all."""
    return {name: said[name] for name in names or said if said.get(name)}


def number(text: str) -> int | str:
    """As people write it; what is none stays what it is, for a contract to refuse.

    >>> number("６,０００,０００円"), number("六百万")
    (6000000, '六百万')
    """
    plain = normalize("NFKC", text).translate(BETWEEN)
    return int(plain) if plain.isascii() and plain.isdigit() and len(plain) < 16 else text


def first(path: str) -> str:
    """Of a list's third entry, the list's own field."""
    return path.partition(".")[0]


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
