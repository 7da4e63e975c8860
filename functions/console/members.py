from collections.abc import Mapping
from typing import Any, Final

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter

from functions.console.refusing import SAYS_NO, why
from functions.console.room import company, done, language, may, routes, shown, words
from shared import forms, mint, signed_in
from shared.acts import Act
from shared.company import members as flow
from shared.contracts.company_member import Invitation
from shared.contracts.problem import page_status
from shared.contracts.wire import parse
from shared.domain.company_member import CompanyMember
from shared.domain.errors import (
    AlreadyDone,
    InvalidRequest,
    RelayError,
)
from shared.domain.ids import CompanyId
from shared.domain.seat import COMPANY_MANAGE, COMPANY_READ, CompanyRole
from shared.pages.when import moment
from shared.signed_acts import act, over
from shared.table.companies import Companies
from shared.table.company_members import CompanyMembers
from shared.wires import pepper, table

router = routes()
HERE: Final = "/console/members"
TYPED: Final = ("email", "name", "role", "locale")


@router.get(HERE)
def page() -> Response[str]:
    return listed(router, company(router, COMPANY_READ))


def listed(
    router: APIGatewayHttpRouter,
    company_id: CompanyId,
    values: Mapping[str, str] | None = None,
    mistakes: Mapping[str, str] | None = None,
    refused: RelayError | None = None,
) -> Response[str]:
    mine, found = Companies(table()).find(company_id), CompanyMembers(table()).all(company_id)
    told = {
        "company": mine,
        "rows": [row(router, member) for member in found],
        "roles": [*CompanyRole],
        "may_manage": may(router, COMPANY_MANAGE),
        "values": {"role": "recruiter", "locale": language(router), **(values or {})},
        "mistakes": mistakes or {},
        "refused": why(router, "members", refused),
        "done": None if refused else done(router, "members"),
    }
    answered = page_status(refused, mistakes)
    return shown(router, "members", HERE, told, place=mine.name, status=answered)


def row(router: APIGatewayHttpRouter, member: CompanyMember) -> Mapping[str, Any]:
    locale = language(router)
    return {
        "member": member,
        "is_me": member.person == signed_in.session(router).person,
        "since": moment(member.since, locale),
        "last_in": moment(member.last_in_at, locale) if member.last_in_at else None,
    }


@router.post(HERE)
def invite() -> Response[str]:
    doing, said = act(router, COMPANY_MANAGE, f"{HERE}?done=invited"), forms.typed(router)
    try:
        _invite(doing, parse(Invitation, forms.filled(said, *TYPED)))
    except InvalidRequest as error:
        return _wrong(doing, said, error)
    except SAYS_NO as refused:
        return listed(router, doing.company_id, said, refused=refused)
    except AlreadyDone:
        return _wrong(doing, said, InvalidRequest("", {"email": "known"}))
    return over(doing)


def _wrong(doing: Act, said: Mapping[str, str], error: InvalidRequest) -> Response[str]:
    errors = words(router, "members")["errors"]
    return listed(router, doing.company_id, said, forms.sentences(error, errors))


def _invite(doing: Act, asked: Invitation) -> None:
    name = doing.company_id, mint.mint("mem", doing.now)
    new = flow.drawn_up(asked, name, pepper().person(asked.email), now=doing.now)
    noted = doing.table("member.invite", new.member_id, role=new.role)
    with doing.answering():
        flow.invite(new, members=CompanyMembers(noted), now=doing.now)
