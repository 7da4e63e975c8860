"""/agency/companies/<id>: what it typed, what we found, whether it takes part."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from aws_lambda_powertools.event_handler import Response

from functions.agency import admitting
from functions.agency.by_hand.one_company import LIST, about, seen
from functions.agency.by_hand.room import done, shown, words
from shared import clock, forms, programs
from shared.acts import Act
from shared.contracts.admission import CompanyStanding, NoteRequest, ReasonRequest
from shared.contracts.wire import parse
from shared.domain.admission import NoteKind, ScreeningNote
from shared.domain.errors import InvalidRequest, StateForbids
from shared.domain.ids import CompanyId
from shared.domain.link import Link
from shared.domain.next_steps import is_open
from shared.domain.progress import Progress, exact, published
from shared.pages import trade
from shared.pages.when import day_of, last_day, moment
from shared.rooms import caller, language, may, routes, start
from shared.signed_acts import act, over
from shared.table import keys
from shared.table.dossiers import Dossier, Dossiers
from shared.wires import table

router = routes()
ONE: Final = f"{LIST}/<company_id>"
FIGURES: Final = ("counted", "toward_next", "milestones", "carried_deficit")
type Turn = Callable[[Act, CompanyId], CompanyStanding]


@router.get(ONE)
def page(company_id: str) -> Response[str]:
    caller(router, "agency:read")
    return _page(company_id)


def _page(
    company_id: str,
    typed: Mapping[str, str] | None = None,
    mistakes: Mapping[str, str] | None = None,
    *,
    moved: bool = False,
) -> Response[str]:
    """`moved`: it changed meanwhile, and the page says to what."""
    after = start(router, keys.NOTE_PREFIX)
    with seen():
        found = Dossiers(table()).of(CompanyId(company_id), after)
    values = {
        **about(router, found.admission.company, "whole"),
        **_facts(found),
        "values": typed or {},
        "mistakes": mistakes or {},
        "moved": moved,
        "is_later": after is not None,
        "may_write": may(router, "agency:write"),
        "may_manage": may(router, "agency:manage"),
        "done": None if mistakes or moved else done(router, "company"),
    }
    status = 422 if mistakes else 409 if moved else 200
    return shown(router, "company", LIST, values, status=status)


def _facts(found: Dossier) -> dict[str, Any]:
    locale, company = language(router), found.admission.company
    approved_at, notes = found.admission.approved_at, [_note(n, found) for n in found.notes]
    return {
        "industry": trade.industry(company.industry or "", locale) or "–",
        "size": trade.size(company.size_band or "", locale) or "–",
        "asked": moment(company.created_at, locale),
        "approved": moment(approved_at, locale) if approved_at else None,
        "usable": last_day(company.usable_until, locale) if company.usable_until else None,
        "figures": _figures(published(found.head), exact(found.tally, found.head)),
        "head": found.head,
        "links": [_link(link) for link in found.links],
        "more_links": found.more_links,
        "notes": notes,
        "following": programs.cursor(found.following),
        "last": next((one for one in notes if one["note"].kind is not NoteKind.NOTE), None),
    }


def _figures(theirs: Progress, ours: Progress) -> list[tuple[str, int, int]]:
    return [(name, getattr(theirs, name), getattr(ours, name)) for name in FIGURES]


def _note(note: ScreeningNote, found: Dossier) -> dict[str, Any]:
    at = moment(note.at, language(router))
    return {"note": note, "at": at, "who": found.names.get(note.who) or note.who[:12]}


def _link(link: Link) -> dict[str, Any]:
    made = day_of(link.created_at, language(router))
    return {"link": link, "is_open": is_open(link, clock.now()), "made": made}


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
    return _page(company_id, said, forms.sentences(error, words(router, "company")["errors"]))


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
    doing = act(router, "agency:manage", _done(company_id, what))
    try:
        with seen():
            turn(doing, CompanyId(company_id))
    except InvalidRequest as error:
        return _wrong(company_id, forms.typed(router), error)
    except StateForbids:
        return _page(company_id, forms.typed(router), moved=True)
    return over(doing) if doing.done else _page(company_id, forms.typed(router), moved=True)
