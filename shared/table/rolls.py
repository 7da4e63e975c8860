"""A company's registrations that count, by the month they were made, and one by itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from shared.domain.company import Company
from shared.domain.errors import RegistrationNotFound
from shared.domain.ids import CompanyId, RegistrationId
from shared.domain.ledger import Head
from shared.domain.milestone import Tally
from shared.domain.registration import Registration, State
from shared.domain.review import Review
from shared.table import company_item, head_item, keys, tally_item
from shared.table.commit import Table
from shared.table.registration_item import from_item
from shared.table.reviews import review


@dataclass(frozen=True, slots=True)
class Rolls:
    table: Table

    def counted(
        self, company_id: CompanyId, month: date, *, limit: int, after: str | None
    ) -> tuple[Company, Sequence[Registration], str | None]:
        """Oldest first, in two requests; a page may hold fewer than `limit`.

        Args:
            month: any day of it (UTC).

        Raises:
            CompanyNotFound
        """
        partition = keys.company_month(company_id, datetime.combine(month, time(), UTC))
        shown, following = self.table.listed(partition, limit=limit, after=after)
        wanted = (
            keys.Key(item[keys.PARTITION], item[keys.SORT])
            for item in shown
            if item["state"] == State.COUNTED
        )
        company, *found = self.table.get_all(keys.company(company_id), *wanted)
        made = [from_item(item) for item in found if item]
        counted = [one for one in made if one.state is State.COUNTED]
        return company_item.found(company), counted, following

    def one(
        self, company_id: CompanyId, registration_id: RegistrationId
    ) -> tuple[Company, Review, Tally, Head]:
        """In one request. Raises CompanyNotFound; RegistrationNotFound, also for another's."""
        company, item, tally, head = self.table.get_all(
            keys.company(company_id),
            keys.registration(registration_id),
            keys.tally(company_id),
            keys.head(company_id),
        )
        if item is None or item["company_id"] != company_id:
            raise RegistrationNotFound("no such registration")
        return (
            company_item.found(company),
            review(item),
            tally_item.from_item(company_id, tally),
            head_item.from_item(company_id, head),
        )
