from typing import Annotated

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.openapi.params import Body

from shared import programs, web
from shared.acts import asking, said
from shared.company import members as flow
from shared.contracts.company_member import (
    CompanyMemberAnswer,
    CompanyMemberPage,
    Invitation,
    RoleChange,
)
from shared.domain.company_member import CompanyMember
from shared.domain.seat import COMPANY_MANAGE, COMPANY_READ
from shared.mint import mint
from shared.signed_acts import act_in_json
from shared.table.company_members import CompanyMembers
from shared.table.sessions import Sessions
from shared.wires import pepper, table

router = programs.routes()


@router.get("/v1/members", summary="Who works here, whoever came first first")
def page() -> Response[CompanyMemberPage]:
    mine = asking(router, COMPANY_READ).company_for(COMPANY_READ)
    found = CompanyMembers(table()).all(mine)
    return said(CompanyMemberPage(items=[CompanyMemberAnswer.of(one) for one in found]))


@router.post("/v1/members", status_code=201, summary="Invite somebody, by mail")
def invite(asked: Annotated[Invitation, Body()]) -> Response[CompanyMemberAnswer]:
    doing = act_in_json(router, COMPANY_MANAGE)
    name = doing.company_id, mint("mem", doing.now)
    new = flow.drawn_up(asked, name, pepper().person(asked.email), now=doing.now)
    answer = CompanyMemberAnswer.of(new)
    noted = doing.table("member.invite", new.member_id, answer, 201, role=new.role)
    with doing.answering():
        flow.invite(new, members=CompanyMembers(noted), now=doing.now)
    return doing.said(answer, 201)


@router.patch("/v1/members/<member_id>", summary="Another role; who has it is signed out")
def turn(member_id: str, asked: Annotated[RoleChange, Body()]) -> Response[CompanyMemberAnswer]:
    doing = act_in_json(router, COMPANY_MANAGE)

    def written(before: CompanyMember, after: CompanyMember) -> CompanyMembers:
        told, answer = flow.told(before, after), CompanyMemberAnswer.of(after)
        return CompanyMembers(doing.telling("member.role", member_id, told, answer))

    with doing.answering():
        after = flow.turn(
            doing.company_id,
            member_id,
            asked.role,
            members=CompanyMembers(table()),
            sessions=Sessions(table()),
            written=written,
        )
    return doing.said(CompanyMemberAnswer.of(after))


@router.delete("/v1/members/<member_id>", status_code=204, summary="Let somebody go, at once")
def remove(member_id: str) -> Response[None]:
    doing = act_in_json(router, COMPANY_MANAGE)
    flow.remove(
        doing.company_id,
        member_id,
        members=CompanyMembers(table()),
        sessions=Sessions(table()),
        written=lambda member: CompanyMembers(
            doing.telling("member.remove", member_id, {"role.before": member.role})
        ),
    )
    return Response(204, headers=web.SAFE)
