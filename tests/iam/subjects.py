"""Somebody for each check, put into the tables by their owner: no function is asked for it."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

from shared.contracts.events import Event
from shared.counting import settle
from shared.domain.hold import BY_SIGNALS, HeldFor, Hold
from shared.domain.ids import CompanyId, PersonKey
from shared.domain.link import Link
from shared.domain.registration import CODE_VALID, Reason, Registration
from shared.domain.void import Span, VoidWindow
from shared.table import keys
from shared.table.writes import key_of
from tests.iam.stage import Stage
from tests.support.acts import SAID
from tests.support.builders import NOON, PROGRAMME, a_company, a_doorway, a_link, a_registration
from tests.support.facts import approved, held, submitted, verified

NUMBERS = count(1)


def contact(company_id: CompanyId) -> str:
    """Whom the company's mails go to."""
    return f"saiyo@{company_id}.example"


@dataclass(frozen=True, slots=True)
class Subjects:
    stage: Stage

    def waiting_company(self) -> CompanyId:
        company_id = CompanyId(f"co-subject{next(NUMBERS)}")
        company = a_company(company_id, contact_email=contact(company_id))
        self.stage.stores.companies.ask(company, company_id, None, SAID)
        return company_id

    def company(self) -> CompanyId:
        """Approved, with nobody counted."""
        company_id = self.waiting_company()
        self.stage.stores.companies.approve(company_id, approved(company_id), NOON)
        return company_id

    def link_url(self, **changed: Any) -> str:
        """A way in nobody remembers."""
        name, company_id = f"subject{next(NUMBERS)}", self.company()
        opens = a_doorway(name, company_id, **changed)
        self.stage.stores.links.add(a_link(name, company_id), opens)
        return f"/r/{name}"

    def link(self, company_id: CompanyId) -> Link:
        name = f"subject{next(NUMBERS)}"
        link = a_link(name, company_id)
        self.stage.stores.links.add(link, a_doorway(name, company_id))
        return link

    def held(
        self, company_id: CompanyId, until: datetime | None = None, **changed: Any
    ) -> Registration:
        """Waiting for its time alone, or without one for a person."""
        registration = self.taken_in(company_id, **changed)
        self.stage.stores.referrals.hold(
            registration,
            self.person(registration),
            held(registration),
            datetime.now(UTC),
            Hold(HeldFor.PERIOD, until) if until else BY_SIGNALS,
        )
        return registration

    def voids(self, link: Link, span: Span) -> None:
        made_at = datetime.now(UTC) - timedelta(seconds=1)
        window = VoidWindow(
            f"void_{link.link_id}", link.company_id, link.link_id, span, "x", made_at
        )
        self.stage.stores.voids.add(window, link, link.voided((span,)))

    def taken_in(
        self, company_id: CompanyId, exclusion: Reason | None = None, **changed: Any
    ) -> Registration:
        now = datetime.now(UTC)
        registration = a_registration(
            f"subject{next(NUMBERS)}",
            company_id,
            submitted_at=now,
            code_until=now + CODE_VALID,
            exclusion=exclusion,
            **changed,
        )
        self.stage.stores.registrations.submit(
            registration, self.person(registration), submitted(registration)
        )
        return registration

    def queued(self, company_id: CompanyId, exclusion: Reason | None = None) -> Registration:
        """Verified in a crowd; its count is queued."""
        registration = self.taken_in(company_id, exclusion)
        self.stage.stores.referrals.verify(
            registration, self.person(registration), verified(registration), datetime.now(UTC)
        )
        return registration

    def counted(self, company_id: CompanyId, people: int) -> Registration:
        """The last of them."""
        for _ in range(people):
            registration = self.taken_in(company_id)
            settle(
                registration,
                self.person(registration),
                referrals=self.stage.stores.referrals,
                programme=PROGRAMME,
                now=datetime.now(UTC),
            )
        return registration

    def person(self, registration: Registration) -> PersonKey:
        return self.stage.pepper.person(registration.candidate.email)

    def state(self, registration: Registration) -> str:
        return str(self.stage.stores.registrations.find(registration.registration_id).state)

    def in_outbox(self, fact: Event) -> dict[str, Any] | None:
        return self.stage.core.get(keys.outbox(fact.event_id))

    def record(self, fact: Event) -> dict[str, Any]:
        """A committed fact as its table's stream shows it, as far as `publish` looks."""
        key: Any = key_of(keys.outbox(fact.event_id))
        found = self.stage.core.client.get_item(TableName=self.stage.core.name, Key=key)
        shown = {"Keys": key, "NewImage": found["Item"], "SequenceNumber": fact.event_id}
        return {"eventName": "INSERT", "dynamodb": shown}
