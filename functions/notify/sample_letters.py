"""A sentence of the library, to the member who wants to see it."""

from dataclasses import dataclass
from typing import Protocol

from functions.notify.flow import Due
from shared.contracts.events import Event, SampleAsked
from shared.domain.agency import Agency
from shared.domain.errors import LinkNotFound, NotFound
from shared.domain.ids import CompanyId, LinkId
from shared.domain.link import Link
from shared.pages.sample_mail import sample_mail
from shared.pages.sentences import Snippet, snippet
from shared.ports.signing_in import CompanyMembers


class Links(Protocol):
    def find(self, company_id: CompanyId, link_id: LinkId) -> Link:
        """Raises LinkNotFound."""
        ...


@dataclass(frozen=True, slots=True)
class SampleLetters:
    agency: Agency
    members: CompanyMembers
    links: Links
    site: str

    def due(self, fact: Event) -> Due | None:
        """None for who is no member any more."""
        if not isinstance(fact, SampleAsked):
            return None
        company_id = CompanyId(fact.company_id)
        try:
            member = self.members.find(company_id, fact.member_id)
            link = self.links.find(company_id, LinkId(fact.link_id))
        except (NotFound, LinkNotFound):
            return None
        return Due(
            fact.event_id,
            member.email,
            lambda: sample_mail(
                locale=member.locale,
                agency=self.agency,
                name=member.name,
                snippet=self._snippet(fact, link),
            ),
            {"mail": "sample", "company": fact.company_id},
        )

    def _snippet(self, fact: SampleAsked, link: Link) -> Snippet:
        url = f"{self.site}/r/{link.slug}"
        return snippet(self.agency, url, fact.locale, fact.stage, fact.tone)
