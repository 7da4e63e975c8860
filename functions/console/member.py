from typing import Final

from aws_lambda_powertools.event_handler import Response

from functions.console.members import HERE, listed, row
from functions.console.refusing import SAYS_NO
from functions.console.room import company, routes, shown, words
from shared import forms
from shared.company import members as flow
from shared.contracts.company_member import RoleChange
from shared.contracts.wire import parse
from shared.domain.errors import InvalidRequest
from shared.domain.ids import CompanyId
from shared.domain.seat import COMPANY_MANAGE, CompanyRole
from shared.signed_acts import act, over
from shared.table.companies import Companies
from shared.table.company_members import CompanyMembers
from shared.table.sessions import Sessions
from shared.wires import table

router = routes()
ONE: Final = f"{HERE}/<member_id>"


@router.get(ONE)
def page(member_id: str) -> Response[str]:
    return _page(company(router, COMPANY_MANAGE), member_id)


def _page(company_id: CompanyId, member_id: str, wrong: bool = False) -> Response[str]:
    member = CompanyMembers(table()).find(company_id, member_id)
    mine = Companies(table()).find(company_id)
    told = {
        **row(router, member),
        "company": mine,
        "roles": [*CompanyRole],
        "path": f"{HERE}/{member_id}",
        "mistakes": {"role": words(router, "member")["errors"]["role"]} if wrong else {},
    }
    return shown(router, "member", HERE, told, place=mine.name, status=422 if wrong else 200)


@router.post(ONE)
def turn(member_id: str) -> Response[str]:
    doing, said = act(router, COMPANY_MANAGE, f"{HERE}?done=turned"), forms.typed(router)
    try:
        asked = parse(RoleChange, forms.filled(said, "role"))
        with doing.answering():
            flow.turn(
                doing.company_id,
                member_id,
                asked.role,
                members=CompanyMembers(table()),
                sessions=Sessions(table()),
                written=lambda before, after: CompanyMembers(
                    doing.telling("member.role", member_id, flow.told(before, after))
                ),
            )
    except InvalidRequest:
        return _page(doing.company_id, member_id, wrong=True)
    except SAYS_NO as refused:
        return listed(router, doing.company_id, refused=refused)
    return over(doing)


@router.post(f"{ONE}/remove")
def remove(member_id: str) -> Response[str]:
    doing = act(router, COMPANY_MANAGE, f"{HERE}?done=removed")
    try:
        with doing.answering():
            flow.remove(
                doing.company_id,
                member_id,
                members=CompanyMembers(table()),
                sessions=Sessions(table()),
                written=lambda member: CompanyMembers(
                    doing.telling("member.remove", member_id, {"role.before": member.role})
                ),
            )
    except SAYS_NO as refused:
        return listed(router, doing.company_id, refused=refused)
    return over(doing)
