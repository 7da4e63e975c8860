"""Which versions of the terms a company agreed to: an item each, and the newest on the company."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from shared.domain.acceptance import Acceptance
from shared.domain.company import Company, CompanyState, not_active
from shared.domain.errors import RelayError
from shared.domain.ids import CompanyId
from shared.table import company_item, keys
from shared.table.codec import moment, stamp
from shared.table.commit import Table
from shared.table.rosters import names


def _from_item(item: Mapping[str, Any]) -> Acceptance:
    return Acceptance(
        company_id=item["company_id"],
        version=item["version"],
        person=item["person"],
        name=item["name"],
        at=moment(item["at"]),
    )


def _refused(old: dict[str, Any]) -> RelayError:
    return not_active(old.get("state", "not known"))


@dataclass(frozen=True, slots=True)
class Acceptances:
    table: Table

    def of(
        self, company_id: CompanyId, version: str
    ) -> tuple[Company, Acceptance | None, Mapping[str, str]]:
        """The company, whether it agreed to this version, and what its members are called.

        One request. Raises CompanyNotFound.
        """
        company, accepted, roster = self.table.get_all(
            keys.company(company_id), keys.terms(company_id, version), keys.roster(company_id)
        )
        found = _from_item(accepted) if accepted else None
        return company_item.found(company), found, names(roster)

    def accept(self, said: Acceptance) -> None:
        """Raises AlreadyDone: agreed to before; CompanyNotActive, StateForbids."""
        values = {
            "company_id": said.company_id,
            "version": said.version,
            "person": said.person,
            "name": said.name,
            "at": stamp(said.at),
        }
        self.table.commit(
            self.table.new(keys.terms(said.company_id, said.version), values),
            self.table.change(
                keys.company(said.company_id),
                state_in=[CompanyState.ACTIVE],
                put={"terms_version": said.version},
                refusal=_refused,
            ),
        )
