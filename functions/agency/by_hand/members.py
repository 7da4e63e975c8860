"""/agency/members: who works here. Managers name people, and take them away."""

from collections.abc import Mapping
from typing import Any, Final

from aws_lambda_powertools.event_handler import Response

from functions.agency import members_flow
from functions.agency.by_hand.room import done, shown, words
from shared import forms, programs, signed_in
from shared.acts import Act
from shared.contracts.events import ColleagueInvited
from shared.contracts.member import ColleagueNamed
from shared.contracts.wire import parse
from shared.domain.errors import AlreadyDone, InvalidRequest, NotFound, StateForbids
from shared.domain.ids import PersonKey
from shared.domain.member import Member, Role
from shared.domain.seat import AGENCY_MANAGE
from shared.mint import mint
from shared.pages.when import day_of
from shared.retry import retry_on_conflict
from shared.rooms import caller, language, routes, start
from shared.signed_acts import act, over
from shared.table import keys
from shared.table.api_keys import ApiKeys
from shared.table.members import Members
from shared.table.sessions import Sessions
from shared.wires import pepper, table

router = routes()
HERE: Final = "/agency/members"
PAGE: Final = 100
TYPED: Final = ("name", "email", "role", "locale")


@router.get(HERE)
def page() -> Response[str]:
    caller(router, AGENCY_MANAGE)
    return _listed({}, {})


def _listed(
    said: Mapping[str, str], mistakes: Mapping[str, str], refused: str = "", status: int = 200
) -> Response[str]:
    after = start(router, keys.MEMBER_PREFIX)
    found, following = Members(table()).page(limit=PAGE, after=after)
    told = {
        "rows": [_row(person, member) for person, member in found.items()],
        "following": programs.cursor(following),
        "is_later": after is not None,
        "roles": [*Role],
        "values": {"role": Role.ADVISER, "locale": language(router), **said},
        "mistakes": mistakes,
        "refused": words(router, "members")["refused"][refused] if refused else None,
        "done": None if mistakes or refused else done(router, "members"),
    }
    return shown(router, "members", HERE, told, status=status)


def _row(person: PersonKey, member: Member) -> dict[str, Any]:
    return {
        "person": person,
        "member": member,
        "is_me": person == signed_in.session(router).person,
        "since": day_of(member.since, language(router)),
    }


@router.post(HERE)
def add() -> Response[str]:
    doing, said = act(router, AGENCY_MANAGE, f"{HERE}?done=added"), forms.typed(router)
    try:
        _add(doing, parse(ColleagueNamed, forms.filled(said, *TYPED)))
    except InvalidRequest as error:
        return _wrong(said, error.fields)
    except AlreadyDone:
        return _wrong(said, {"email": "known"})
    return over(doing)


def _add(doing: Act, asked: ColleagueNamed) -> None:
    """Raises AlreadyDone: a member."""
    person = pepper().person(asked.email)
    member = Member(asked.name.strip(), asked.email, asked.role, doing.now)
    said = ColleagueInvited(
        event_id=f"colleague:{mint('mem', doing.now)}",
        occurred_at=doing.now,
        member=person,
        locale=asked.locale,
    )
    members = Members(doing.table("member.add", person, role=asked.role))
    with doing.answering():
        retry_on_conflict(members.invite)(person, member, said)


def _wrong(said: Mapping[str, str], fields: Mapping[str, str]) -> Response[str]:
    mistakes = forms.mistakes(fields, words(router, "members")["errors"])
    return _listed(said, mistakes, status=422)


@router.get(f"{HERE}/<person>")
def one(person: str) -> Response[str]:
    caller(router, AGENCY_MANAGE)
    member = Members(table()).find(PersonKey(person))
    if member is None:
        raise NotFound("no such member")
    return shown(router, "member", HERE, _row(PersonKey(person), member))


@router.post(f"{HERE}/<person>/remove")
def remove(person: str) -> Response[str]:
    doing = act(router, AGENCY_MANAGE, f"{HERE}?done=removed")

    def written(member: Member) -> Members:
        return Members(doing.table("member.remove", person, role=member.role))

    try:
        with doing.answering():
            members_flow.remove(
                PersonKey(person),
                members=Members(table()),
                keys=ApiKeys(table()),
                sessions=Sessions(table()),
                written=written,
            )
    except StateForbids:
        return _listed({}, {}, refused=members_flow.LAST, status=409)
    return over(doing)
