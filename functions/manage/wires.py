"""What every route here is wired to, once per process."""

from functools import cache

from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter

from shared import request
from shared.aws.secret import secret
from shared.domain.access import Caller
from shared.domain.ids import CompanyId
from shared.settings import ORIGIN_SECRET, setting


@cache
def origin_secret() -> str:
    return secret(setting(ORIGIN_SECRET))


def company(router: APIGatewayHttpRouter, scope: str) -> CompanyId:
    """The company asking, if its key may. Raises InsufficientScope."""
    asking: Caller = router.context["caller"]
    return asking.company_for(scope)


def origin(router: APIGatewayHttpRouter) -> str:
    """Where visitors reach us."""
    event = router.current_event.raw_event
    return request.origin(event, origin_secret())
