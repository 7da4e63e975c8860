from typing import Any, Final

from aws_lambda_powertools.utilities.typing import LambdaContext

from functions.sign_in import account, applying, asking, seating, second, verifying
from shared import clock, people, request, signed_in, web
from shared.domain.errors import ForgedForm, SecondFactorNeeded, Unauthenticated
from shared.domain.seating import ACCOUNT
from shared.edge import lock
from shared.observe import logger, metrics
from shared.settings import at_start
from shared.wires import pepper, sealed, table

app = web.resolver(signed_in.refuse)
ROUTES = (applying, asking, verifying, seating, second, account)
for routes in ROUTES:
    app.include_router(routes.router)

PUBLIC: Final = frozenset(
    {applying.HERE, "/sign-in", "/sign-in/verification", "/sign-in/verification/resend"},
)


def admit(event: dict[str, Any]) -> None:
    """Who signs in has no session yet, who has one may not sit anywhere yet.

    Raises:
        ForgedForm, Unauthenticated, SecondFactorNeeded
    """
    writes = event["requestContext"]["http"]["method"] not in signed_in.READS
    if writes and request.header(event, "sec-fetch-site") == "cross-site":
        raise ForgedForm("this form stood on a page of somebody else's")
    if event["rawPath"] in PUBLIC:
        return
    session = signed_in.session_of(event, clock.now())
    event[signed_in.SPOKEN] = session.locale
    if writes:
        signed_in.check_form(event, session)
    if event["rawPath"].startswith(ACCOUNT):
        if session.seat is None:
            raise Unauthenticated("take a seat first")
        if session.at(session.seat.kind) is None:
            raise SecondFactorNeeded("the second factor is missing")
    app.append_context(session=session)  # type: ignore[no-untyped-call]


@logger.inject_lambda_context
@metrics.log_metrics
def handle(event: dict[str, Any], context: LambdaContext) -> dict[str, Any]:
    return web.answer(app, event, context, signed_in.refuse, before=admit)


at_start(table, pepper, sealed, lock, people.agency)
