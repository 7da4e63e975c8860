"""/agency/counts: how much waits of each kind, for pages that are open."""

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final

from aws_lambda_powertools.event_handler import Response

from functions.agency.by_hand.kinds import KINDS, Kind
from shared import people, signed_in
from shared.pages.render import environment
from shared.rooms import caller, routes

router = routes()
HERE: Final = "/agency/counts"
PAGES: Final = Path(__file__).parents[1] / "pages"
MOST_SHOWN: Final = 99


def tally(people: int) -> str:
    """As it stands beside a heading: nothing where nobody waits.

    >>> tally(0), tally(99), tally(100)
    ('', '99', '99+')
    """
    if people > MOST_SHOWN:
        return f"{MOST_SHOWN}+"
    return str(people or "")


@router.get(HERE)
def page() -> Response[str]:
    """Each tally finds its places by itself."""
    caller(router, "agency:read")
    said = environment(PAGES).get_template("counts.html").render(tallies=_tallies())
    return people.html(200, said, signed_in.HEADERS)


def _tallies() -> Mapping[str, str]:
    with ThreadPoolExecutor(len(KINDS)) as several:
        found = several.map(Kind.how_many, KINDS)
    return {str(kind.inbox): tally(n) for kind, n in zip(KINDS, found, strict=True)}
