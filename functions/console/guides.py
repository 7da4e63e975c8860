from collections.abc import Mapping
from typing import Final

from aws_lambda_powertools.event_handler import Response

from functions.console.room import company, may, routes, shown
from shared.domain.connection import Provider
from shared.table.companies import Companies
from shared.wires import table

router = routes()
BY_FILE: Final = ("hrmos", "sonar", "jobcan")
CONNECTED: Final[Mapping[str, str]] = {str(one): str(one) for one in Provider} | dict.fromkeys(
    BY_FILE, str(Provider.CSV)
)
"""How each system of the guides is connected."""


@router.get("/console/guides")
def guides() -> Response[str]:
    """Where each applicant tracking system keeps its mails, in its own words as far as known."""
    found = Companies(table()).find(company(router, "links:read"))
    told = {"connected": CONNECTED if may(router, "ats:write") else {}}
    return shown(router, "guides", "/console/guides", told, place=found.name)
