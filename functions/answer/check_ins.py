from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from aws_lambda_powertools.event_handler import Response

from functions.answer import check_in_flow
from shared import clock, people, request, web
from shared.domain.candidate_file import Search
from shared.domain.errors import InvalidRequest
from shared.observe import tick
from shared.pages import aftercare
from shared.programs import routes
from shared.table.candidate_files import CandidateFiles
from shared.wires import pepper, programme, table

router = routes()


@router.route("/check-ins/<token>", method=["GET", "HEAD"])
def look(token: str) -> Response[str]:
    """The answer in the link is only laid out: pressing its button gives it."""
    event = router.current_event.raw_event
    query = request.query(event)
    file = check_in_flow.asked(token, secrecy=pepper(), files=CandidateFiles(table()))
    document = aftercare.check_in(
        locale=people.locale_of(event),
        agency=people.agency(),
        token=token,
        chosen=_read(query.get("answer")),
        answered=file.search if "answered" in query else None,
        reply_by=file.contact_by,
        now=clock.now(),
    )
    return people.html(200, "" if _is_head(event) else document)


@router.post("/check-ins/<token>")
def answer(token: str) -> Response[str]:
    event = router.current_event.raw_event
    said = request.values(event)
    search = _read(said.get("answer")) if isinstance(said, dict) else None
    if search is None:
        raise InvalidRequest("answer with one of the three", {"answer": "malformed"})
    check_in_flow.answer(
        token,
        search,
        secrecy=pepper(),
        files=CandidateFiles(table()),
        programme=programme(),
        now=clock.now(),
    )
    tick("CheckInAnswered")
    where = f"{event['rawPath']}?lang={people.locale_of(event)}&answered=1"
    return Response(303, "text/plain", "", headers={**web.SAFE, "Location": where})


def _read(said: Any) -> Search | None:
    with suppress(ValueError):
        return Search(said)
    return None


def _is_head(event: Mapping[str, Any]) -> bool:
    return bool(event["requestContext"]["http"]["method"] == "HEAD")
