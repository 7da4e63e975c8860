"""The registrations of the last days over all companies, as far as a bounded number of requests
reads: for whoever thinks about other rules.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import batched, islice
from typing import Any, Final

from shared.domain.effect import DUPLICATES, Past
from shared.domain.ids import CompanyId, PersonKey, RegistrationId
from shared.domain.registration import Reason
from shared.table import keys
from shared.table.codec import moment, optional_moment
from shared.table.commit import Table
from shared.table.registration_item import from_item

COMPANIES: Final = 100
"""So many are read, those let in first; a request a month of each."""
REGISTRATIONS: Final = 2000
"""So many are read, the newest."""
AT_ONCE: Final = 100
"""Items one request reads."""
SIDE_BY_SIDE: Final = 8

type Items = Mapping[keys.Key, dict[str, Any] | None]


@dataclass(frozen=True, slots=True)
class Looked:
    """
    Args:
        since: from then on they are all there.
        companies: how many were looked at.
        are_all: no company was left out.
    """

    pasts: Sequence[Past]
    since: datetime
    companies: int
    are_all: bool


@dataclass(frozen=True, slots=True)
class Pasts:
    table: Table
    person: Callable[[str], PersonKey]

    def read(self, since: datetime, until: datetime, most: int = REGISTRATIONS) -> Looked:
        """Raises Conflict, Unavailable."""
        found, more = self.table.listed(keys.COMPANIES, limit=COMPANIES, after=None)
        ids = [CompanyId(i[keys.PARTITION].removeprefix(keys.COMPANY_PREFIX)) for i in found]
        months = [month for one in ids for month in keys.company_months(one, since, until)]
        with ThreadPoolExecutor(SIDE_BY_SIDE) as several:
            listed = several.map(lambda month: self._listed(month, since, until, most), months)
            shown = sorted((i for some in listed for i in some), key=_when, reverse=True)
        fits = shown[:most]
        begun = moment(_when(fits[-1])) if len(shown) > most else since
        return Looked(self._pasts(fits), begun, len(ids), more is None)

    def _listed(
        self, month: str, since: datetime, until: datetime, most: int
    ) -> list[dict[str, Any]]:
        found = self.table.by_company_between(month, since, until, newest=True)
        return [*islice(found, most + 1)]

    def _pasts(self, shown: Sequence[dict[str, Any]]) -> list[Past]:
        named = [RegistrationId(i[keys.PARTITION].split("#", 1)[1]) for i in shown]
        items = self._all(map(keys.registration, named))
        own = [item for item in items.values() if item]
        taken = self._taken([item for item in own if _is_duplicate(item)])
        return [replace(_past(i), taken_at=taken.get(i["registration_id"])) for i in own]

    def _taken(self, items: Sequence[dict[str, Any]]) -> Mapping[RegistrationId, datetime]:
        """Of duplicates: when the person was claimed by who holds them, unless that came later."""
        mine = {i["registration_id"]: self.person(e) for i in items if (e := _email(i))}
        held = self._all(map(keys.person, {*mine.values()}))
        holders = {key: RegistrationId(item["reg"]) for key, item in held.items() if item}
        others = self._all(map(keys.registration, {*holders.values()}))
        found = dict[RegistrationId, datetime]()
        for item in items:
            name = item["registration_id"]
            holder = holders.get(keys.person(mine[name])) if name in mine else None
            other = others.get(keys.registration(holder)) if holder else None
            at, own = other and _verified(other), _verified(item)
            if at and own and at < own:
                found[name] = at
        return found

    def _all(self, wanted: Iterator[keys.Key]) -> Items:
        some = [*batched(wanted, AT_ONCE, strict=False)]
        with ThreadPoolExecutor(SIDE_BY_SIDE) as several:
            read = several.map(lambda keys_: self.table.get_all(*keys_), some)
            return {
                key: item
                for keys_, items in zip(some, read, strict=True)
                for key, item in zip(keys_, items, strict=True)
            }


def _when(item: Mapping[str, Any]) -> str:
    return str(item[keys.COMPANY_SORT])


def _is_duplicate(item: Mapping[str, Any]) -> bool:
    return item.get("reason") in DUPLICATES


def _email(item: Mapping[str, Any]) -> str:
    return str(item.get("candidate", {}).get("email", ""))


def _verified(item: Mapping[str, Any]) -> datetime | None:
    """A verdict given at once was given when it was verified."""
    if item.get("reason") == Reason.UNVERIFIED:
        return None
    return optional_moment(item.get("verified_at")) or optional_moment(item.get("decided_at"))


def _past(item: dict[str, Any]) -> Past:
    kept = from_item(item)
    return Past(
        link_id=kept.link_id,
        submitted_at=kept.submitted_at,
        state=kept.state,
        verified_at=_verified(item),
        reason=Reason(item["reason"]) if item.get("reason") else None,
        signals=kept.signals,
        held_for=kept.held_for,
    )
