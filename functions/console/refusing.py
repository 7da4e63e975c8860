"""What a page says above everything where an act was refused and no field of it is wrong."""

from collections.abc import Mapping
from typing import Final

from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter

from functions.console.room import words
from shared.domain.errors import (
    CompanyNotActive,
    LastOwner,
    RelayError,
    StateForbids,
    TooManyRequests,
)

SAYS_NO: Final = (CompanyNotActive, StateForbids, LastOwner, TooManyRequests)


def why(router: APIGatewayHttpRouter, name: str, refused: RelayError | None) -> str | None:
    """A sentence of the page's own words."""
    said: Mapping[str, str] = words(router, name)["refused"]
    return said[refused.code] if refused else None
