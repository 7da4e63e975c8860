from contextlib import suppress
from typing import Annotated

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.openapi.params import Body

from functions.manage.wires import origin
from shared import acts, clock, mint, people, programs, rejecting
from shared.acts import Act
from shared.contracts.rejection import MailAnswer, MailRequest, RejectionAnswer, RejectionRequest
from shared.domain.errors import Answered
from shared.domain.ids import Slug
from shared.domain.link import Link
from shared.domain.locale import Locale
from shared.domain.millisecond import to_the_millisecond
from shared.domain.once import Reply
from shared.hearing import Ears
from shared.pages.relay_line.line import relay_line
from shared.pages.relay_line.mail import Body as Mail
from shared.pages.relay_line.mail import with_line
from shared.pages.sentences import Snippet
from shared.rejecting import Own
from shared.table.answers import Answers
from shared.table.applications import Applications
from shared.table.audits import Audits
from shared.table.connections import Connections
from shared.table.links import Links
from shared.wires import pepper, table

router = programs.routes()
SCOPE = "rejections:write"


@router.post("/v1/rejections", status_code=201, summary="A link for one candidate you let go")
def reject(asked: Annotated[RejectionRequest, Body()]) -> Response[RejectionAnswer]:
    """Same external_id, same link, whichever Idempotency-Key. Ten a second, 300 at once: after
    that 429 with Retry-After, which lets thousands through in minutes.
    """
    doing = acts.act(router, SCOPE)
    ref = rejecting.named(asked.external_id)
    own = _own(doing)
    slug = rejecting.reject(own.connection, ref, asked.stage, ears=_ears(), now=doing.now)
    line = _line(own, slug, asked.locale)
    return doing.said(RejectionAnswer(url=_url(slug), text=line.text, html=line.html), 201)


@router.post("/v1/rejection-mails/render", summary="Your own mail, with the relay line in it")
def render(asked: Annotated[MailRequest, Body()]) -> Response[MailAnswer]:
    """Before the signature, once; a mail that has the line stays as it is. With an external_id it
    is the candidate's own link, as by POST /v1/rejections.
    """
    doing = _doing_again()
    ref = rejecting.named(asked.external_id) if asked.external_id else None
    own = _own(doing)
    slug, mail = own.link.slug, Mail(asked.text, asked.html)
    with_line(mail, _line(own, slug, asked.locale))  # what cannot be read makes no link
    if ref:
        slug = rejecting.reject(own.connection, ref, None, ears=_ears(), now=doing.now)
    done = with_line(mail, _line(own, slug, asked.locale))
    with suppress(Answered):
        Answers(table()).keep(doing.once, Reply(200, "{}"))
    return acts.said(MailAnswer(text=done.text, html=done.html, url=_url(slug)))


def _doing_again() -> Act:
    """The mail names people, so that no answer is kept: asked again it is answered anew, alike.

    Raises:
        InsufficientScope, InvalidRequest, IdempotencyMismatch
    """
    caller = acts.asking(router, SCOPE)
    once = programs.once(router.current_event.raw_event, caller.company_id or caller.key_id)
    with suppress(Answered):
        table().replay(once)
    return Act(caller, to_the_millisecond(clock.now()), once)


def _own(doing: Act) -> Own:
    return rejecting.own(
        doing.company_id,
        slug=mint.slug,
        connections=Connections(table()),
        written=lambda link: _noting(doing, link),
        now=doing.now,
    )


def _noting(doing: Act, link: Link) -> Connections:
    note = doing.noted("link.make", link.link_id, {"label": link.label})
    return Connections(table().along(Audits(table()).note(note)))


def _ears() -> Ears:
    return Ears(Applications(table()), Links(table()), pepper(), mint.slug)


def _url(slug: Slug) -> str:
    return f"{origin(router)}/r/{slug}"


def _line(own: Own, slug: Slug, locale: Locale | None) -> Snippet:
    return relay_line(people.agency(), _url(slug), locale or own.company.locale)
