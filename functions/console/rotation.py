"""A link under a new address."""

from aws_lambda_powertools.event_handler import Response

from functions.console.link import LIST, doing_to, facts
from functions.console.room import company, routes, seen, shown
from shared import mint
from shared.company import links as flow
from shared.domain.ids import LinkId, Slug
from shared.signed_acts import over
from shared.table.companies import Companies
from shared.table.links import Links
from shared.wires import table

router = routes()


@router.get("/console/links/<link_id>/rotate")
def ask(link_id: str) -> Response[str]:
    with seen():
        mine, link = Links(table()).with_company(company(router, "links:write"), LinkId(link_id))
    return shown(router, "link_rotate", LIST, facts(router, link), place=mine.name)


@router.post("/console/links/<link_id>/rotate")
def rotate(link_id: str) -> Response[str]:
    doing, slug = doing_to(router, link_id, "rotated"), Slug(mint.slug())
    noted = doing.table("link.rotate", link_id)
    with seen(), doing.answering():
        flow.rotate(
            doing.company_id,
            LinkId(link_id),
            slug,
            links=Links(table()),
            companies=Companies(table()),
            written=lambda _: Links(noted),
        )
    return over(doing)
