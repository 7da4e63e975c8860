"""How much waits for the agency, and who it is about: what its first page asks beside the rest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any, Final

from shared.domain.ids import CandidateId, CompanyId, RegistrationId
from shared.table import keys
from shared.table.codec import stamp
from shared.table.commit import Table
from shared.table.expression import Expression
from shared.table.refusals import understanding

MOST: Final = 100
"""Nobody counts on from here; more is not told from more."""
TOGETHER: Final = 100
"""Items DynamoDB hands out at once."""
type Item = dict[str, Any]
type Days = tuple[date, date]
"""Both of them in it."""


@dataclass(frozen=True, slots=True)
class Inboxes:
    table: Table

    def how_many(self, what: keys.Inbox, days: Days | None = None) -> int:
        """Up to MOST, as it was a moment ago."""
        expression = Expression()
        condition = f"{expression.name(keys.DUE_PARTITION)} = {expression.value(keys.inbox(what))}"
        if days:
            ends = " AND ".join(expression.value(stamp(start_of(on))) for on in days)
            condition += f" AND {expression.name(keys.DUE_SORT)} BETWEEN {ends}"
        with understanding():
            found: Any = self.table.client.query(
                TableName=self.table.name,
                IndexName=keys.DUE_INDEX,
                KeyConditionExpression=condition,
                Limit=MOST,
                Select="COUNT",
                **expression.arguments(),
            )
        return int(found["Count"])

    def names(
        self,
        companies: Iterable[str] = (),
        candidates: Iterable[str] = (),
        registrations: Iterable[str] = (),
    ) -> Mapping[str, str]:
        """What they are called, by their ids; empty of whom we forgot.

        One request, of TOGETHER names at most; none where nobody is asked for.
        """
        of = {
            **{keys.company(CompanyId(name)): name for name in companies},
            **{keys.candidate_file(CandidateId(name)): name for name in candidates},
            **{keys.registration(RegistrationId(name)): name for name in registrations},
        }
        wanted = [*of][:TOGETHER]
        found = zip(wanted, self.table.get_all(*wanted), strict=True)
        return {of[key]: called(item) for key, item in found if item}


def start_of(on: date) -> datetime:
    """What is known by its day alone is due then."""
    return datetime.combine(on, time(), UTC)


def called(item: Item) -> str:
    return str(item.get("name") or item.get("candidate", {}).get("full_name", ""))
