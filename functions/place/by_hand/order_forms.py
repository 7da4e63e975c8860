"""What was typed into a form about a job order, and what stands beside a field that is wrong."""

from collections.abc import Mapping
from typing import Any, Final
from unicodedata import normalize

from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter

from shared import request
from shared.domain.errors import RelayError
from shared.signed_acts import ONCE
from shared.signed_in import FORM_WORD

_OURS: Final = frozenset({FORM_WORD, ONCE})
_BETWEEN: Final = str.maketrans("", "", ",、円 ")


def typed(router: APIGatewayHttpRouter) -> dict[str, str]:
    """The fields of a form, without those that are ours; spaces around them are nobody's."""
    said = request.values(router.current_event.raw_event)
    fields = said.items() if isinstance(said, dict) else ()
    return {k: v.strip() for k, v in fields if isinstance(v, str) and k not in _OURS}


def filled(said: Mapping[str, str], *names: str) -> dict[str, Any]:
    """What a contract reads: a field left empty was not said."""
    return {name: said[name] for name in names if said.get(name)}


def number(text: str) -> int | str:
    """As people write it; what is none stays what it is, for the contract to refuse.

    >>> number("６,０００,０００円"), number("六百万")
    (6000000, '六百万')
    """
    plain = normalize("NFKC", text).translate(_BETWEEN)
    return int(plain) if plain.isascii() and plain.isdigit() and len(plain) < 16 else text


def seen(said: Mapping[str, str]) -> int:
    """The version of what was read, which a form carries; one without it has seen nothing."""
    found = number(said.get("seen", ""))
    return found if isinstance(found, int) else -1


def mistakes(fields: Mapping[str, str], said: Mapping[str, str]) -> dict[str, str]:
    """Beside each field what to do: of the field and the code, or of the field."""
    return {
        name: said.get(f"{name}-{code}") or said.get(name) or said["general"]
        for name, code in fields.items()
    }


def why(refused: RelayError, said: Mapping[str, str]) -> str:
    """Why an act was refused: of the code and what there is by now, or of the code."""
    state = refused.extra().get("state", "")
    return said.get(f"{refused.code}-{state}") or said.get(refused.code) or said["state_forbids"]
