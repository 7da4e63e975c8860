"""What an endpoint was told: each attempt, and by hand once more."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any, Final

from aws_lambda_powertools.event_handler import Response

from functions.console.refusing import why
from functions.console.room import company, done, language, may, query, routes, shown, start, words
from functions.console.webhook_facts import LIST, facts
from functions.console.webhooks import READS, WRITES
from shared import forms, mint, programs
from shared.acts import Act
from shared.company import webhook_messages as flow
from shared.contracts.problem import page_status
from shared.contracts.webhook_delivery import ReplayRequest
from shared.contracts.wire import parse
from shared.domain.errors import InvalidRequest, RelayError, StateForbids
from shared.domain.ids import CompanyId, EndpointId
from shared.domain.webhook_message import Message
from shared.pages.when import moment
from shared.signed_acts import act, over
from shared.table import keys
from shared.table.companies import Companies
from shared.table.endpoints import Endpoints
from shared.table.messages import Messages
from shared.wires import table, tickets

router = routes()
ONE: Final = f"{LIST}/<endpoint_id>"
PAGE: Final = 20
MANY: Final = re.compile(r"[0-9]{1,4}")


@router.get(f"{ONE}/deliveries")
def page(endpoint_id: str) -> Response[str]:
    return _page(company(router, READS), EndpointId(endpoint_id))


def _page(
    company_id: CompanyId,
    endpoint_id: EndpointId,
    values: Mapping[str, str] | None = None,
    mistakes: Mapping[str, str] | None = None,
    refused: RelayError | None = None,
) -> Response[str]:
    mine = Companies(table()).find(company_id)
    endpoint = Endpoints(table()).find(company_id, endpoint_id)
    after = start(router, keys.MESSAGE_PREFIX)
    found, following = Messages(table()).newest(endpoint_id, limit=PAGE, after=after)
    told = {
        **facts(router, endpoint),
        "rows": [_row(message) for message in found],
        "following": programs.cursor(following),
        "is_later": after is not None,
        "may_write": may(router, WRITES),
        "values": values or {},
        "mistakes": mistakes or {},
        "refused": why(router, "webhook_log", refused),
        "done": None if refused or mistakes else _done(),
    }
    status = page_status(refused, mistakes)
    return shown(router, "webhook_log", LIST, told, place=mine.name, status=status)


def _done() -> str | None:
    """With how many, where a time was replayed."""
    said, many = done(router, "webhook_log"), query(router).get("n", "")
    if said is None or not MANY.fullmatch(many):
        return said if said and "{n}" not in said else None
    return said.replace("{n}", many)


def _row(message: Message) -> dict[str, Any]:
    locale = language(router)
    return {
        "message": message,
        "made": moment(message.made_at, locale),
        "following": moment(message.next_at, locale) if message.next_at else None,
        "attempts": [(one, moment(one.at, locale)) for one in reversed(message.attempts)],
        "last": message.attempts[-1] if message.attempts else None,
    }


@router.post(f"{ONE}/test")
def send_test(endpoint_id: str) -> Response[str]:
    doing = _doing(endpoint_id, "tested")
    name = mint.mint("evt", doing.now)
    endpoint = Endpoints(table()).find(doing.company_id, EndpointId(endpoint_id))
    noted = Messages(doing.table("webhook.test", endpoint_id, delivery_id=name))
    try:
        with doing.answering(), doing.kept_is_enough():
            flow.send_test(endpoint, name, messages=noted, tickets=tickets(), now=doing.now)
    except StateForbids as refused:
        return _page(doing.company_id, endpoint.endpoint_id, refused=refused)
    return over(doing)


@router.post(f"{ONE}/deliveries/<delivery_id>/resend")
def resend(endpoint_id: str, delivery_id: str) -> Response[str]:
    doing = _doing(endpoint_id, "resent")
    endpoint = Endpoints(table()).find(doing.company_id, EndpointId(endpoint_id))
    noted = Messages(doing.table("webhook.resend", endpoint_id, delivery_id=delivery_id))
    try:
        with doing.answering(), doing.kept_is_enough():
            flow.resend(endpoint, delivery_id, messages=noted, tickets=tickets(), now=doing.now)
    except StateForbids as refused:
        return _page(doing.company_id, endpoint.endpoint_id, refused=refused)
    return over(doing)


@router.post(f"{ONE}/replay")
def replay(endpoint_id: str) -> Response[str]:
    doing, said = _doing(endpoint_id, "replayed"), forms.typed(router)
    endpoint = Endpoints(table()).find(doing.company_id, EndpointId(endpoint_id))
    try:
        since, until = _span(said, doing.now)
        found = flow.replay(endpoint, since, until, messages=Messages(table()), now=doing.now)
    except InvalidRequest as error:
        errors = words(router, "webhook_log")["errors"]
        wrong = forms.sentences(error, errors)
        return _page(doing.company_id, endpoint.endpoint_id, said, wrong)
    except StateForbids as refused:
        return _page(doing.company_id, endpoint.endpoint_id, said, refused=refused)
    named = "more" if found.until else "replayed"
    doing = replace(doing, then=f"{_log(endpoint_id)}?done={named}&n={found.messages}")
    span = {"since": since.isoformat(), "until": until.isoformat()}
    told = {"messages": str(found.messages), **span}
    doing.telling("webhook.replay", endpoint_id, told).commit()
    return over(doing)


def _span(said: Mapping[str, str], now: datetime) -> tuple[datetime, datetime]:
    """Raises InvalidRequest."""
    ends = {name: forms.moment(said.get(name, ""), name) for name in ("from", "to")}
    return parse(ReplayRequest, ends).span(now)


def _log(endpoint_id: str) -> str:
    return f"{LIST}/{endpoint_id}/deliveries"


def _doing(endpoint_id: str, done: str) -> Act:
    return act(router, WRITES, f"{_log(endpoint_id)}?done={done}")
