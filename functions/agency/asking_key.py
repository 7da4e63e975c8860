"""Who asks, and what they say their request is."""

from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter

from shared import programs
from shared.domain.access import Caller
from shared.domain.once import Once


def asks(router: APIGatewayHttpRouter, scope: str) -> Caller:
    """Raises InsufficientScope."""
    asking: Caller = router.context["caller"]
    asking.check(scope)
    return asking


def writes(router: APIGatewayHttpRouter) -> tuple[Caller, Once | None]:
    """Raises InsufficientScope, InvalidRequest."""
    asking = asks(router, "agency:write")
    return asking, programs.once(router.current_event.raw_event, asking.key_id)
