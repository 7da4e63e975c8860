from aws_lambda_powertools.event_handler import Response

from shared import programs
from shared.acts import asking, said
from shared.contracts.member import MemberAnswer, MemberPage
from shared.table.members import Members
from shared.wires import table

router = programs.routes()


@router.get("/v1/agency/members", summary="Who works here, whoever came first first")
def everybody() -> Response[MemberPage]:
    """A manager reads it. No mail addresses."""
    asking(router, "agency:manage")
    members = Members(table()).all()
    return said(MemberPage(items=[MemberAnswer.of(*one) for one in members.items()]))
