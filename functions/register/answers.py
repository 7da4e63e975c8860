"""What each side gets back: a browser the next page, a program a small body."""

from collections.abc import Mapping
from typing import Any, Final

from aws_lambda_powertools.event_handler import Response

from shared import clock, people, request, web
from shared.contracts.candidate import RegistrationAccepted, Verified
from shared.domain import tokyo
from shared.domain.errors import CodeInvalid, InvalidRequest
from shared.domain.ids import RegistrationId
from shared.domain.link import Doorway
from shared.pages import page

type Event = Mapping[str, Any]

SEE_OTHER: Final = 303


def accepted(event: Event, registration_id: str, more: str = "") -> Response[str]:
    """A code is on its way, the first or another."""
    if request.prefers_json(event):
        body = RegistrationAccepted(registration_id=registration_id).model_dump_json()
        return Response(202, request.JSON, body, headers=web.SAFE)
    return onward(event, f"/registrations/{registration_id}/verification", more)


def verified(event: Event, registration_id: str) -> Response[str]:
    if request.prefers_json(event):
        return Response(200, request.JSON, Verified().model_dump_json(), headers=web.SAFE)
    return onward(event, f"/registrations/{registration_id}")


def resent(event: Event, registration_id: str) -> Response[str]:
    return accepted(event, registration_id, "&resent=1")


def onward(event: Event, path: str, more: str = "") -> Response[str]:
    """To the next page, in the language of this one: reloading it sends nothing twice."""
    where = f"{path}?lang={people.locale_of(event)}{more}"
    return Response(SEE_OTHER, "text/plain", "", headers={**web.SAFE, "Location": where})


def form_again(
    event: Event, doorway: Doorway, typed: Mapping[str, Any], error: InvalidRequest
) -> Response[str]:
    """The same form, with what was typed and what to mend."""
    document = page.landing(
        locale=people.locale_of(event),
        slug=doorway.slug,
        company_name=doorway.company_name,
        agency=people.agency(),
        is_open=people.agency().may_register(tokyo.day(clock.now())),
        values=_flat(typed),
        is_paid=bool(typed.get("paid")),
        errors=error.fields,
    )
    return people.html(422, document)


def _flat(typed: Mapping[str, Any]) -> dict[str, str]:
    given = typed.get("consents")
    consents = given if isinstance(given, dict) else {}
    ticked = {f"consents.{k}": "on" for k, on in consents.items() if on}
    return {k: v for k, v in typed.items() if isinstance(v, str)} | ticked


def code_page(
    event: Event, registration_id: RegistrationId, error: CodeInvalid | InvalidRequest | None = None
) -> Response[str]:
    """Where the code is typed; after a wrong one, with what to do."""
    query = request.query(event)
    invalid = isinstance(error, CodeInvalid)
    document = page.code(
        locale=people.locale_of(event),
        registration_id=registration_id,
        agency=people.agency(),
        error=None if error is None else "code_invalid" if invalid else "code_malformed",
        tries_left=error.tries_left if isinstance(error, CodeInvalid) else None,
        resent="resent" in query and error is None,
    )
    return people.html(200 if error is None else 422, document)
