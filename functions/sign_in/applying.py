"""/apply: a company asks to take part. Who asks signs in afterwards, and waits with it."""

from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime
from typing import Any, Final

from aws_lambda_powertools.event_handler import Response

from functions.sign_in.asking import visitor
from functions.sign_in.room import asked_for, outside, said, with_query
from shared import clock, found_by, people, request, signed_in
from shared.company import applying
from shared.contracts.company import CompanyRequest
from shared.contracts.wire import parse
from shared.domain.company_member import first_owner
from shared.domain.errors import Answered, InvalidRequest
from shared.domain.ids import CompanyId
from shared.domain.once import Once, Reply
from shared.mint import mint
from shared.pages import trade
from shared.pages.inside import once
from shared.rooms import routes
from shared.signed_acts import ONCE
from shared.table.companies import Companies
from shared.table.company_members import CompanyMembers
from shared.wires import pepper, table

router = routes()
HERE: Final = "/apply"
FIELDS: Final = ("name", "contact_name", "contact_email", "industry", "size_band")
"""In the order of the form."""


@router.get("/apply")
def page() -> Response[str]:
    """The form; once it was sent, what happens now."""
    event: dict[str, Any] = router.current_event.raw_event
    if asked_for(event, "done"):
        return outside(event, "applied", HERE, query={"done": "1"})
    return _form(event, {}, {})


@router.post("/apply")
def apply() -> Response[str]:
    """The same answer for everybody, whoever asked before."""
    event: dict[str, Any] = router.current_event.raw_event
    typed, locale = _typed(event), people.locale_of(event)
    try:
        asked = parse(CompanyRequest, {"locale": locale, **_filled(typed)})
    except InvalidRequest as error:
        return _form(event, typed, _mistakes(error, said(locale, "apply")["errors"]), 422)
    then = with_query(HERE, done="1", lang=locale)
    with suppress(Answered):  # the button was pressed twice
        _ask(event, asked, typed.get(ONCE, ""), Reply(303, then))
    return signed_in.to(then)


def _ask(event: dict[str, Any], asked: CompanyRequest, word: str, reply: Reply) -> None:
    now = clock.now()
    company = applying.drawn_up(asked, CompanyId(mint("co", now)), now=now)
    owner = first_owner(company, pepper().person(company.contact_email), mint("mem", now))
    beside = *CompanyMembers(table()).added(owner), *found_by.company(pepper(), company)
    applying.ask(
        company,
        visitor=visitor(event, now),
        once=_once(event, word, now),
        reply=reply,
        companies=Companies(table().along(*beside)),
    )


def _once(event: dict[str, Any], word: str, now: datetime) -> Once | None:
    """A form that was changed in between is another."""
    asked = request.asked(event)
    return Once.of(HERE, f"{word}\n{asked}", asked, now) if word else None


def _typed(event: dict[str, Any]) -> dict[str, str]:
    fields = request.values(event)
    found = fields.items() if isinstance(fields, dict) else ()
    return {name: value.strip() for name, value in found if isinstance(value, str)}


def _filled(typed: Mapping[str, str]) -> dict[str, str]:
    """A field left empty was not said."""
    return {name: typed[name] for name in FIELDS if typed.get(name)}


def _mistakes(error: InvalidRequest, wrong: Mapping[str, str]) -> dict[str, str]:
    found = {name: error.fields[name] for name in FIELDS if name in error.fields}
    return {name: wrong.get(f"{name}-{code}", wrong[code]) for name, code in found.items()}


def _form(
    event: dict[str, Any], values: Mapping[str, str], mistakes: Mapping[str, str], status: int = 200
) -> Response[str]:
    locale = people.locale_of(event)
    return outside(
        event,
        "apply",
        HERE,
        status=status,
        once=once(mint("once", clock.now())),
        values=values,
        mistakes=mistakes,
        industries=trade.industries(locale),
        sizes=trade.sizes(locale),
    )
