from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from aws_lambda_powertools.event_handler import Response

from functions.console import room
from functions.console.room import company, done, may, routes, shown, words
from shared import forms, people
from shared.acts import Act
from shared.contracts.profile import ProfileChange
from shared.contracts.wire import parse
from shared.domain.company import Company
from shared.domain.company_member import CompanyMember
from shared.domain.errors import InvalidRequest
from shared.domain.ids import CompanyId
from shared.domain.seat import COMPANY_MANAGE, COMPANY_READ
from shared.retry import retry_on_conflict
from shared.signed_acts import act, over
from shared.table.companies import Companies
from shared.table.company_members import CompanyMembers
from shared.table.profiles import AT_ONCE, Profiles
from shared.wires import table

router = routes()
HERE = "/console/profile"
HEARS = "hears-"
"""What the field of a member begins with; their id follows."""


@router.get("/console/profile")
def page() -> Response[str]:
    return _page(company(router, COMPANY_READ), {}, {})


def _page(
    company_id: CompanyId, values: Mapping[str, str], mistakes: Mapping[str, str], status: int = 200
) -> Response[str]:
    mine, members = Companies(table()).find(company_id), CompanyMembers(table()).all(company_id)
    kept = {
        "contact_name": mine.contact_name,
        "shows_partners": "on" if mine.shows_partners else "",
    }
    kept |= {f"{HEARS}{m.member_id}": "on" if m.hears_of_credits else "" for m in members}
    told = {
        "company": mine,
        "agency": people.agency(),
        "members": members,
        "values": dict.fromkeys(kept, "") | dict(values) if values else kept,
        "mistakes": mistakes,
        "may_write": may(router, COMPANY_MANAGE),
        "done": done(router, "profile"),
        "trade": room.trade(router, mine.industry, mine.size_band),
    }
    return shown(router, "profile", HERE, told, place=mine.name, status=status)


@router.post("/console/profile")
def change() -> Response[str]:
    doing, said = act(router, COMPANY_MANAGE, f"{HERE}?done=saved"), forms.typed(router)
    try:
        asked = _asked(said)
        with doing.answering():
            _keep(doing, asked, said)
    except InvalidRequest as error:
        errors = words(router, "profile")["errors"]
        return _page(doing.company_id, said, forms.sentences(error, errors), 422)
    return over(doing)


def _asked(said: Mapping[str, str]) -> ProfileChange:
    """Raises InvalidRequest."""
    shows = forms.ticked(said, "shows_partners")
    contact = said.get("contact_name", "")
    return parse(ProfileChange, {"contact_name": contact, "shows_partners": shows})


@retry_on_conflict
def _keep(doing: Act, asked: ProfileChange, said: Mapping[str, str]) -> None:
    """Where nothing changes nothing is noted. Raises InvalidRequest: too many at once."""
    changed = list(_changed(CompanyMembers(table()).all(doing.company_id), said))
    if len(changed) > AT_ONCE:
        raise InvalidRequest(f"more than {AT_ONCE} members change", {"hears": "too_many"})
    told = dict(_told(Companies(table()).find(doing.company_id), asked, changed))
    if told:
        noted = doing.telling("profile.change", doing.company_id, told)
        Profiles(noted).change(doing.company_id, asked.model_dump(), changed)


def _told(
    before: Company, asked: ProfileChange, changed: Sequence[tuple[CompanyMember, CompanyMember]]
) -> Iterator[tuple[str, str]]:
    """What the log says: from what to what; of a person's name, that it is another."""
    if asked.contact_name != before.contact_name:
        yield "contact_name", "changed"
    if asked.shows_partners is not before.shows_partners:
        yield "shows_partners.before", str(before.shows_partners)
        yield "shows_partners.after", str(asked.shows_partners)
    for was, now in changed:
        yield f"{HEARS}{was.member_id}.before", str(was.hears_of_credits)
        yield f"{HEARS}{was.member_id}.after", str(now.hears_of_credits)


def _changed(
    members: Sequence[CompanyMember], said: Mapping[str, str]
) -> Iterator[tuple[CompanyMember, CompanyMember]]:
    """Those for whom the form says another thing than is so."""
    for member in members:
        hears = forms.ticked(said, f"{HEARS}{member.member_id}")
        if hears is not member.hears_of_credits:
            yield member, replace(member, hears_of_credits=hears)
