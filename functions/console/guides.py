from aws_lambda_powertools.event_handler import Response

from functions.console.room import company, routes, shown
from shared.table.companies import Companies
from shared.wires import table

router = routes()


@router.get("/console/guides")
def guides() -> Response[str]:
    """Where each applicant tracking system keeps its mails, in its own words as far as known."""
    found = Companies(table()).find(company(router, "links:read"))
    return shown(router, "guides", "/console/guides", {}, place=found.name)
