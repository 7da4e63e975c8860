"""A company as the agency's people look at it: what it typed, what we found, what was noted."""

from collections.abc import Mapping
from typing import Any, Final

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter

from functions.agency.by_hand.one_company import LIST, about, seen
from functions.agency.by_hand.room import done, shown
from shared import clock, programs
from shared.domain.admission import NoteKind, ScreeningNote
from shared.domain.ids import CompanyId
from shared.domain.link import Link
from shared.domain.locale import Locale
from shared.domain.next_steps import is_open
from shared.domain.progress import Progress, exact, published
from shared.pages import trade
from shared.pages.when import day_of, last_day, moment
from shared.rooms import language, may, start
from shared.table import keys
from shared.table.dossiers import Dossier, Dossiers
from shared.wires import table

FIGURES: Final = ("counted", "toward_next", "milestones", "carried_deficit")


def company_page(
    router: APIGatewayHttpRouter,
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
        **_facts(found, language(router)),
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


def _facts(found: Dossier, locale: Locale) -> dict[str, Any]:
    company, approved_at = found.admission.company, found.admission.approved_at
    notes = [_note(note, found, locale) for note in found.notes]
    return {
        "industry": trade.industry(company.industry or "", locale) or "–",
        "size": trade.size(company.size_band or "", locale) or "–",
        "asked": moment(company.created_at, locale),
        "approved": moment(approved_at, locale) if approved_at else None,
        "usable": last_day(company.usable_until, locale) if company.usable_until else None,
        "figures": _figures(published(found.head), exact(found.tally, found.head)),
        "head": found.head,
        "links": [_link(link, locale) for link in found.links],
        "more_links": found.more_links,
        "notes": notes,
        "following": programs.cursor(found.following),
        "last": next((one for one in notes if one["note"].kind is not NoteKind.NOTE), None),
    }


def _figures(theirs: Progress, ours: Progress) -> list[tuple[str, int, int]]:
    return [(name, getattr(theirs, name), getattr(ours, name)) for name in FIGURES]


def _note(note: ScreeningNote, found: Dossier, locale: Locale) -> dict[str, Any]:
    at = moment(note.at, locale)
    return {"note": note, "at": at, "who": found.names.get(note.who) or note.who[:12]}


def _link(link: Link, locale: Locale) -> dict[str, Any]:
    made = day_of(link.created_at, locale)
    return {"link": link, "is_open": is_open(link, clock.now()), "made": made}
