"""A link to hand out: as a QR code, as a sheet to print, as a candidate will see it."""

from typing import Final

from aws_lambda_powertools.event_handler import Response

from functions.console.link import LIST, facts
from functions.console.room import ROOM, company, language, query, routes, seen, shown
from shared import people, qr, web
from shared.domain.company import Company
from shared.domain.ids import LinkId
from shared.domain.link import Link
from shared.downloads import saved
from shared.pages import page
from shared.pages.locale import spoken
from shared.table.links import Links
from shared.wires import table

router = routes()
SIZES: Final = ("a4", "a6")


def _found(link_id: str) -> tuple[Company, Link]:
    with seen():
        return Links(table()).with_company(company(router, "links:read"), LinkId(link_id))


def _query(name: str) -> str:
    return query(router).get(name) or ""


def _drawn_as(link: Link, ending: str) -> dict[str, str]:
    """Shown in the page; with `?save=1` saved as a file."""
    named = saved(f"career-relay-{link.slug}.{ending}") if _query("save") else {}
    return {**web.SAFE, **named}


@router.get("/console/links/<link_id>/qr.svg")
def svg(link_id: str) -> Response[str]:
    link = _found(link_id)[1]
    drawn = qr.svg(facts(router, link)["url"])
    return Response(200, "image/svg+xml", drawn, headers=_drawn_as(link, "svg"))


@router.get("/console/links/<link_id>/qr.png")
def png(link_id: str) -> Response[bytes]:
    link = _found(link_id)[1]
    drawn = qr.png(facts(router, link)["url"])
    return Response(200, "image/png", drawn, headers=_drawn_as(link, "png"))


@router.get("/console/links/<link_id>/sheet")
def sheet(link_id: str) -> Response[str]:
    mine, link = _found(link_id)
    text = spoken(_query("text")) or language(router)
    told = {
        **facts(router, link),
        "company": mine,
        "size": _query("size") if _query("size") in SIZES else SIZES[0],
        "text": text,
        "paper": ROOM.words(text, "paper"),
        "agency": people.agency(),
        "agency_name": people.agency().name_in(text),
    }
    return shown(router, "link_sheet", LIST, told, place=mine.name)


@router.get("/console/links/<link_id>/preview")
def preview(link_id: str) -> Response[str]:
    """No visit: nothing here counts, and the form cannot be sent."""
    mine, link = _found(link_id)
    document = page.landing(
        locale=language(router),
        slug=link.slug,
        company_name=mine.name,
        agency=people.agency(),
        is_open=True,
        back=f"{LIST}/{link.link_id}",
    )
    return people.html(200, document, {"Vary": "Cookie, Accept"})
