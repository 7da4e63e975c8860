"""The relay of the week, as everybody in it meets it: over HTTP, and by the hour."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from infra.local.story.cast import Candidate, Member
from infra.local.story.hours import Hours
from infra.local.story.stillness import Stillness
from infra.local.story.world import World, together
from shared.domain.ids import RegistrationId
from tests.live.story.firm import filed
from tests.live.week.cast import Company
from tests.live.week.days import Days
from tests.support.live import Live
from tests.support.live_company import LiveCompany
from tests.support.person import Person


@dataclass(frozen=True, slots=True)
class Week:
    live: Live
    world: World
    still: Stillness
    days: Days
    companies: dict[str, LiveCompany] = field(default_factory=dict)
    links: dict[str, list[dict[str, Any]]] = field(default_factory=lambda: defaultdict(list))
    registered: dict[str, RegistrationId] = field(default_factory=dict)
    """Registrations' ids, by address."""

    @classmethod
    def of(cls, live: Live) -> "Week":
        file = live.state / "clock"
        world = World.behind(live.url, live.clients, live.stack, Hours(file))
        return cls(live, world, Stillness.of(world), Days(file))

    def hires(self, member: Member) -> None:
        asked = {"email": member.email, "name": member.name, "role": member.role}
        self.world.operate("IssueKeyFunction", {"kind": "agency", "member": asked})

    def of_company(self, company: Company) -> LiveCompany:
        return self.companies[company.key]

    def of_agency(self, path: str) -> Any:
        """What the agency's program reads."""
        bearer = {"Authorization": f"Bearer {self.live.known['agency']['api_key']}"}
        return self.world.ask("GET", f"/v1/agency/{path}", headers=bearer).json()

    def link(self, company: Company, label: str) -> str:
        """A new one; where it leads."""
        made = self.of_company(company).asks("POST", "/v1/links", json={"label": label}).json()
        self.links[company.key].append(made)
        return str(made["url"])

    def come(self, candidates: Iterable[Candidate], link: str) -> None:
        together(lambda one: self.comes(one, link), candidates)
        self.still.wait()

    def comes(self, one: Candidate, link: str) -> None:
        """They type the code of their mail; nobody waits for it: it is derived, as for the mail."""
        form = {"email": one.email, "full_name": one.full_name, "locale": "ja"}
        form |= {"desired_occupation": one.occupation, "desired_location": one.location}
        said = form | {"consents": {"core": True, "news": one.news}}
        taken = self.world.ask("POST", f"{link}/registrations", one.address, json=said).json()
        registration = RegistrationId(taken["registration_id"])
        code = {"code": self.world.pepper.code(registration, 1)}
        path = f"/registrations/{registration}/verification"
        self.world.ask("POST", path, one.address, json=code)
        self.registered[one.email] = registration

    def file_of(self, one: Candidate) -> str:
        """The path of their page at the desk."""
        return f"/agency/candidates/{self.id_of(one)}"

    def id_of(self, one: Candidate) -> str:
        return filed(self.live, Person(self.live.visit, one.email, 0))
