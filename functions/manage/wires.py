"""What every route here is wired to, once per process."""

from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter

from shared import request
from shared.domain.access import Caller
from shared.domain.ids import CompanyId


def company(router: APIGatewayHttpRouter, scope: str) -> CompanyId:
    """The company asking, if its key may. Raises InsufficientScope."""
    asking: Caller = router.context["caller"]
    return asking.company_for(scope)


def origin(router: APIGatewayHttpRouter) -> str:
    """Where visitors reach us."""
    return request.origin(router.current_event.raw_event)
