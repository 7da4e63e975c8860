from collections.abc import Sequence
from dataclasses import dataclass, replace

from shared.domain.company import CompanyState, not_active
from shared.domain.errors import Conflict, LinkNotFound
from shared.domain.ids import CompanyId, LinkId, Slug
from shared.domain.link import Doorway, Link, LinkState
from tests.support.fakes.memory import Memory


@dataclass
class FakeLinks:
    """Doorways and Links."""

    memory: Memory

    def open(self, slug: Slug) -> Doorway:
        if slug not in self.memory.doorways:
            raise LinkNotFound(slug)
        return self.memory.doorways[slug]

    def add(self, link: Link, doorway: Doorway) -> None:
        self.memory.begin()
        self._check_company(link.company_id)
        self.keep(link)
        self.memory.doorways[doorway.slug] = doorway

    def find(self, company_id: CompanyId, link_id: LinkId) -> Link:
        if (company_id, link_id) not in self.memory.links:
            raise LinkNotFound(link_id)
        return self.memory.links[company_id, link_id]

    def page(
        self, company_id: CompanyId, *, limit: int, after: str | None
    ) -> tuple[Sequence[Link], str | None]:
        kept = sorted(self.memory.links.items())
        found = [link for (of, name), link in kept if of == company_id and name > (after or "")]
        return found[:limit], found[limit - 1].link_id if found[limit:] else None

    def change(self, before: Link, after: Link) -> None:
        self.check(before)
        self.keep(replace(before, label=after.label, state=after.state))
        self._set(before.slug, after.state)

    def rotate(self, before: Link, after: Link, doorway: Doorway) -> None:
        self._check_company(before.company_id)
        self.check(before)
        self.keep(replace(before, slug=after.slug, former=after.former))
        self._set(before.slug, LinkState.CLOSED)
        self.memory.doorways[doorway.slug] = doorway

    def check(self, before: Link) -> None:
        self.memory.begin()
        found = self.find(before.company_id, before.link_id)
        was = before.slug, before.label, before.state, before.voids
        if (found.slug, found.label, found.state, found.voids) != was:
            raise Conflict("the link was changed meanwhile")

    def _check_company(self, company_id: CompanyId) -> None:
        company = self.memory.companies.get(company_id)
        if company and company.state is CompanyState.LEFT:
            raise not_active(company.state)

    def keep(self, link: Link) -> None:
        self.memory.links[link.company_id, link.link_id] = link

    def _set(self, slug: Slug, state: LinkState) -> None:
        self.memory.doorways[slug] = replace(self.memory.doorways[slug], state=state)
