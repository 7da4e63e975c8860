from contextlib import suppress
from typing import Any, Final

from aws_lambda_powertools.event_handler import Response

from functions.answer import consent_flow as flow
from shared import clock, people, request, web
from shared.domain.errors import StateForbids
from shared.domain.recommendation import Stage
from shared.pages import handing_over
from shared.pages.handing_over import TEXT_VERSION, Asked, Said
from shared.programs import routes
from shared.table.candidate_files import CandidateFiles
from shared.table.companies import Companies
from shared.table.job_orders import JobOrders
from shared.table.recommendations import Recommendations
from shared.wires import pepper, table

router = routes()
SAID: Final[dict[Stage, Said]] = {Stage.CONSENTED: "yes", Stage.REFUSED: "no"}


def stores() -> flow.Stores:
    return flow.Stores(
        Companies(table()), CandidateFiles(table()), JobOrders(table()), Recommendations(table())
    )


@router.route("/consents/<token>", method=["GET", "HEAD"])
def question(token: str) -> Response[str]:
    """Whoever opens it changes nothing: a mail's scanner opens it first."""
    return _page(token, 200)


@router.post("/consents/<token>")
def answer(token: str) -> Response[str]:
    """A choice must be made: what only presses the button has said nothing."""
    event: dict[str, Any] = router.current_event.raw_event
    said = request.values(event)
    chosen = said.get("answer") if isinstance(said, dict) else None
    if chosen not in ("yes", "no"):
        return _page(token, 422)
    with suppress(*([] if request.prefers_json(event) else [StateForbids])):
        flow.answer(  # too late, and the page says so
            token,
            yes=chosen == "yes",
            text_version=TEXT_VERSION,
            secrecy=pepper(),
            stores=stores(),
            now=clock.now(),
        )
    where = f"{event['rawPath']}?lang={people.locale_of(event)}"
    return Response(303, "text/plain", "", headers={**web.SAFE, "Location": where})


def _page(token: str, status: int) -> Response[str]:
    event: dict[str, Any] = router.current_event.raw_event
    found = flow.read(token, secrecy=pepper(), stores=stores())
    document = handing_over.consents(
        locale=people.locale_of(event),
        agency=people.agency(),
        token=token,
        asked=_asked(found),
        unanswered=status != 200,
    )
    return people.html(status, document)


def _asked(found: flow.Question) -> Asked:
    of = found.recommendation
    return Asked(
        company=found.company_name,
        title=found.order.title,
        conditions=found.order.conditions,
        items=of.items,
        returning=of.returning,
        said=SAID.get(of.stage),
        answered_at=of.answered_at,
        is_open=found.is_open(clock.now()),
        is_shown=of.recommended_at is not None,
    )
