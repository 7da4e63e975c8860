from aws_lambda_powertools.event_handler import Response

from functions.answer.unsubscribing_flow import PURPOSE, unsubscribe
from shared import clock, people
from shared.observe import tick
from shared.pages import aftercare
from shared.programs import routes
from shared.table.candidate_files import CandidateFiles
from shared.wires import pepper, table

router = routes()


@router.route("/unsubscribe/<token>", method=["GET", "HEAD"])
def ask(token: str) -> Response[str]:
    event = router.current_event.raw_event
    pepper().told(PURPOSE, token)
    document = aftercare.unsubscribe(
        locale=people.locale_of(event), agency=people.agency(), token=token
    )
    is_head = event["requestContext"]["http"]["method"] == "HEAD"
    return people.html(200, "" if is_head else document)


@router.post("/unsubscribe/<token>")
def leave(token: str) -> Response[str]:
    """The page's button, or a mail program's one click (RFC 8058): whatever the body says, and
    answered here, for such a program follows no other address."""
    event = router.current_event.raw_event
    files, now = CandidateFiles(table()), clock.now()
    if unsubscribe(token, secrecy=pepper(), files=files, now=now):
        tick("Unsubscribed")
    document = aftercare.unsubscribed(
        locale=people.locale_of(event), agency=people.agency(), token=token
    )
    return people.html(200, document)
