"""The agency's people, and the companies: asked for, let in, with links and members."""

from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from infra.local.story.cast import AGENCY, Company, Member
from infra.local.story.world import World
from shared import clock
from shared.domain.company_member import CompanyMember
from shared.domain.errors import AlreadyDone
from shared.domain.ids import CompanyId
from shared.domain.seat import CompanyRole
from shared.table.company_members import CompanyMembers


@dataclass(frozen=True, slots=True)
class Made:
    """A company as the relay knows it. `links` lead where its candidates come in."""

    company: Company
    company_id: str
    api_key: str
    links: tuple[str, ...]

    def told(self) -> dict[str, Any]:
        return {
            "name": self.company.name,
            "company_id": self.company_id,
            "api_key": self.api_key,
            "link_url": self.links[0],
            "members": [told(member) for member in self.company.members],
        }


def told(member: Member) -> dict[str, str]:
    return {"name": member.name, "email": member.email, "role": member.role}


def agency(world: World) -> str:
    """Everybody there has a key by their address; and one is a program's, which is given back."""
    for member in AGENCY:
        asked = {"kind": "agency", "member": told(member)}
        world.keys[member.email] = world.operate("IssueKeyFunction", asked)["api_key"]
    return str(world.operate("IssueKeyFunction", {"kind": "agency"})["api_key"])


def begins(world: World, company: Company, visitor: str) -> Made:
    """A manager lets it in."""
    form = {
        "name": company.name,
        "contact_email": company.owner.email,
        "contact_name": company.owner.name,
        "industry": company.industry,
        "size_band": company.size_band,
        "locale": "ja",
    }
    company_id = str(world.ask("POST", "/v1/companies", visitor, json=form).json()["company_id"])
    world.as_(AGENCY[0].email, "POST", f"/v1/agency/companies/{company_id}/approve")
    asked = {"kind": "company", "company_id": company_id}
    key = world.keys[company.key] = world.operate("IssueKeyFunction", asked)["api_key"]
    for member in company.members:
        _seat(world, CompanyId(company_id), member)
    links = tuple(_link(world, company, *link) for link in company.links)
    return Made(company, company_id, key, links)


def _link(world: World, company: Company, label: str, stage: str, family: str, by: str) -> str:
    asked = {"label": label, "stage": stage, "job_family": family, "channel": by}
    return str(world.as_(company.key, "POST", "/v1/links", asked)["url"])


def _seat(world: World, company_id: CompanyId, member: Member) -> None:
    """Nobody waits for an invitation to be answered: it is written as an answered one would be."""
    now, person = clock.now(), world.pepper.person(member.email)
    seated = CompanyMember(
        company_id=company_id,
        member_id=f"mem_{person[:26]}",
        person=person,
        email=member.email,
        name=member.name,
        role=CompanyRole(member.role),
        since=now,
        hears_of_credits=member.role == "owner",
    )
    with suppress(AlreadyDone):  # the owner sits there since the company asked
        world.core.commit(*CompanyMembers(world.core).added(seated))
