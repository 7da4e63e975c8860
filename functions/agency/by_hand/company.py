"""/agency/companies/<id>: looked at, noted on, and whether it takes part."""

from collections.abc import Callable, Mapping
from typing import Final

from aws_lambda_powertools.event_handler import Response

from functions.agency import admitting
from functions.agency.by_hand.company_page import company_page
from functions.agency.by_hand.one_company import LIST, seen
from functions.agency.by_hand.room import words
from shared import forms
from shared.acts import Act
from shared.contracts.admission import CompanyStanding, NoteRequest, ReasonRequest
from shared.contracts.wire import parse
from shared.domain.errors import InvalidRequest, StateForbids
from shared.domain.ids import CompanyId
from shared.rooms import caller, routes
from shared.signed_acts import act, over

router = routes()
ONE: Final = f"{LIST}/<company_id>"
type Turn = Callable[[Act, CompanyId], CompanyStanding]


@router.get(ONE)
def page(company_id: str) -> Response[str]:
    caller(router, "agency:read")
    return company_page(router, company_id)


@router.post(f"{ONE}/notes")
def note(company_id: str) -> Response[str]:
    doing, said = act(router, "agency:write", _done(company_id, "noted")), forms.typed(router)
    try:
        asked = parse(NoteRequest, forms.filled(said, "text"))
    except InvalidRequest as error:
        return _wrong(company_id, said, error)
    with seen():
        admitting.note(doing, CompanyId(company_id), asked.text)
    return over(doing)


def _done(company_id: str, what: str) -> str:
    return f"{LIST}/{company_id}?done={what}"


def _wrong(company_id: str, said: Mapping[str, str], error: InvalidRequest) -> Response[str]:
    mistakes = forms.sentences(error, words(router, "company")["errors"])
    return company_page(router, company_id, said, mistakes)


@router.post(f"{ONE}/approve")
def approve(company_id: str) -> Response[str]:
    return _turned(company_id, "approved", admitting.approve)


@router.post(f"{ONE}/resume")
def resume(company_id: str) -> Response[str]:
    return _turned(company_id, "resumed", admitting.resume)


@router.post(f"{ONE}/refuse")
def refuse(company_id: str) -> Response[str]:
    return _turned_because(company_id, "refused", admitting.refuse)


@router.post(f"{ONE}/suspend")
def suspend(company_id: str) -> Response[str]:
    return _turned_because(company_id, "suspended", admitting.suspend)


def _turned_because(
    company_id: str, what: str, turn: Callable[[Act, CompanyId, str], CompanyStanding]
) -> Response[str]:
    def because(doing: Act, named: CompanyId) -> CompanyStanding:
        asked = parse(ReasonRequest, forms.filled(forms.typed(router), "reason"))
        return turn(doing, named, asked.reason)

    return _turned(company_id, what, because)


def _turned(company_id: str, what: str, turn: Turn) -> Response[str]:
    """What somebody else did meanwhile is said, also where it was the same."""
    doing, said = act(router, "agency:manage", _done(company_id, what)), forms.typed(router)
    try:
        with seen():
            turn(doing, CompanyId(company_id))
    except InvalidRequest as error:
        return _wrong(company_id, said, error)
    except StateForbids:
        return company_page(router, company_id, said, moved=True)
    return over(doing) if doing.done else company_page(router, company_id, said, moved=True)
