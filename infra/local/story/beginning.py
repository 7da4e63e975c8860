"""The agency's people, and the companies: asked for, let in, with links and members."""

from dataclasses import dataclass
from typing import Any

from infra.local.story.cast import AGENCY, Company, Member
from infra.local.story.seated import Seated
from infra.local.story.world import World


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


def applies(world: World, company: Company, visitor: str) -> str:
    """Its id. It waits until a manager lets it in."""
    form = {
        "name": company.name,
        "contact_email": company.owner.email,
        "contact_name": company.owner.name,
        "industry": company.industry,
        "size_band": company.size_band,
        "locale": "ja",
    }
    return str(world.ask("POST", "/v1/companies", visitor, json=form).json()["company_id"])


def begins(world: World, company: Company, visitor: str) -> Made:
    """A manager lets it in."""
    company_id = applies(world, company, visitor)
    world.as_(AGENCY[0].email, "POST", f"/v1/agency/companies/{company_id}/approve")
    asked = {"kind": "company", "company_id": company_id}
    key = world.keys[company.key] = world.operate("IssueKeyFunction", asked)["api_key"]
    _sit(world, company)
    links = tuple(_link(world, company, *link) for link in company.links)
    return Made(company, company_id, key, links)


def agrees_to_terms(world: World, company: Company) -> None:
    Seated.at(world, company.owner.email).sends("/console/terms", "version")


def says_its_costs(world: World, company: Company) -> None:
    """What it paid for hires in a year without the relay."""
    owner, path = Seated.at(world, company.owner.email), "/console/saving"
    costs = {"agency-hires": "6", "agency-each_jpy": "1650000"}
    costs |= {"media-hires": "4", "media-each_jpy": "480000"}
    owner.fills(path, owner.reads(path), "once", **costs)


def _link(world: World, company: Company, label: str, stage: str, family: str, by: str) -> str:
    asked = {"label": label, "stage": stage, "job_family": family, "channel": by}
    return str(world.as_(company.key, "POST", "/v1/links", asked)["url"])


def _sit(world: World, company: Company) -> None:
    """The owner invites the others, who come."""
    owner = Seated.at(world, company.owner.email)
    for member in company.members[1:]:
        owner.says("/v1/members", told(member))
        Seated.at(world, member.email)
