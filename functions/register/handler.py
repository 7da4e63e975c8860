from typing import Any

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.utilities.typing import LambdaContext

from functions.register import answers, flow
from functions.register.reading import form_of, parsed, sender_of
from shared import clock, people, request, web
from shared.contracts.candidate import RegistrationRequest, VerificationRequest
from shared.disposable import is_disposable
from shared.domain import tokyo
from shared.domain.errors import CodeExpired, CodeInvalid, InvalidRequest
from shared.domain.ids import RegistrationId, Slug
from shared.edge import lock
from shared.mint import mint
from shared.observe import logger, metrics, tick
from shared.pages import page
from shared.restored import differ_after_restore
from shared.settings import at_start
from shared.table.arrivals import Arrivals
from shared.table.links import Links
from shared.table.referrals import Referrals
from shared.table.registrations import Registrations
from shared.wires import pepper, programme, table

app = web.resolver(people.refuse)


@app.post("/r/<slug>/registrations")
def submit(slug: str) -> Response[str]:
    event = app.current_event.raw_event
    typed = request.values(event)
    try:
        asked = parsed(RegistrationRequest, typed)
    except InvalidRequest as error:
        if request.prefers_json(event):
            raise
        return answers.form_again(event, Links(table()).open(Slug(slug)), typed, error)
    now = clock.now()
    form = form_of(asked, fallback=people.locale_of(event), method=request.media_type(event))
    registration = flow.submit(
        RegistrationId(mint("reg", now)),
        Slug(slug),
        form,
        sender_of(form.candidate, request.visitor_address(event), now, pepper()),
        arrivals=Arrivals(table()),
        registrations=Registrations(table()),
        programme=programme(),
        is_disposable=is_disposable,
        licensed=people.agency().may_register(tokyo.day(now)),
        now=now,
    )
    tick("RegistrationSubmitted")
    return answers.accepted(event, registration.registration_id)


@app.get("/registrations/<registration_id>/verification")
def ask_code(registration_id: str) -> Response[str]:
    return answers.code_page(app.current_event.raw_event, RegistrationId(registration_id))


@app.post("/registrations/<registration_id>/verification")
def verify(registration_id: str) -> Response[str]:
    event = app.current_event.raw_event
    typed = request.values(event)
    try:
        asked = parsed(VerificationRequest, typed)
        flow.verify(
            RegistrationId(registration_id),
            asked.code,
            registrations=Registrations(table()),
            referrals=Referrals(table()),
            secrecy=pepper(),
            programme=programme(),
            now=clock.now(),
        )
    except (CodeInvalid, InvalidRequest) as error:
        if request.prefers_json(event):
            raise
        if isinstance(error, CodeInvalid) and not error.tries_left:
            raise CodeExpired("the tries are used up") from None
        return answers.code_page(event, RegistrationId(registration_id), error)
    tick("RegistrationVerified")
    return answers.verified(event, registration_id)


@app.post("/registrations/<registration_id>/verification/resend")
def resend(registration_id: str) -> Response[str]:
    flow.resend(
        RegistrationId(registration_id),
        registrations=Registrations(table()),
        secrecy=pepper(),
        now=clock.now(),
    )
    return answers.resent(app.current_event.raw_event, registration_id)


@app.get("/registrations/<registration_id>")
def registered(registration_id: str) -> Response[str]:
    """The same page for whatever id: it knows nothing of the registration."""
    event = app.current_event.raw_event
    now = clock.now()
    by = tokyo.reply_by(now, programme().at(now).contact_weekdays)
    document = page.registered(locale=people.locale_of(event), agency=people.agency(), reply_by=by)
    return people.html(200, document)


@logger.inject_lambda_context
@metrics.log_metrics
def handle(event: dict[str, Any], context: LambdaContext) -> dict[str, Any]:
    return web.answer(app, event, context, people.refuse)


at_start(table, pepper, programme, lock, people.agency, differ_after_restore)
