"""Somebody for each check, put into the tables by their owner: no function is asked for it."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import count
from typing import Any

from shared.contracts.events import Event
from shared.counting import settle
from shared.domain.ids import CompanyId, PersonKey
from shared.domain.registration import CODE_VALID, Reason, Registration, Signal
from shared.table import keys
from shared.table.writes import key_of
from tests.iam.stage import Stage
from tests.support.acts import SAID
from tests.support.builders import NOON, a_company, a_doorway, a_link, a_registration
from tests.support.facts import approved, submitted, verified

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

    def link_url(self) -> str:
        """A way in nobody remembers."""
        name, company_id = f"subject{next(NUMBERS)}", self.company()
        self.stage.stores.links.add(
            a_link(name, company_id), a_doorway(name, company_id), None, SAID
        )
        return f"/r/{name}"

    def taken_in(self, company_id: CompanyId, exclusion: Reason | None = None) -> Registration:
        now = datetime.now(UTC)
        registration = a_registration(
            f"subject{next(NUMBERS)}",
            company_id,
            submitted_at=now,
            code_until=now + CODE_VALID,
            exclusion=exclusion,
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

    def held(self, company_id: CompanyId) -> Registration:
        registration = replace(self.taken_in(company_id), signals=(Signal.OWN_DOMAIN,))
        referrals, now = self.stage.stores.referrals, datetime.now(UTC)
        settle(registration, self.person(registration), referrals=referrals, now=now)
        return registration

    def counted(self, company_id: CompanyId, people: int) -> Registration:
        """The last of them."""
        for _ in range(people):
            registration = self.taken_in(company_id)
            settle(
                registration,
                self.person(registration),
                referrals=self.stage.stores.referrals,
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
