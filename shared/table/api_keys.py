"""API keys by what is stored of them: a digest. A company's is listed beside, opening nothing."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final

from shared.domain.access import Caller
from shared.domain.api_key import ApiKey
from shared.domain.errors import (
    Conflict,
    NotFound,
    RelayError,
    TooManyRequests,
    Unauthenticated,
)
from shared.domain.ids import CompanyId, PersonKey
from shared.domain.pace import PACES, Pace
from shared.domain.tokyo import day
from shared.table import keys
from shared.table.codec import optional_moment, stamp
from shared.table.commit import Table
from shared.table.paces import Paces
from shared.table.spending import is_active
from shared.table.writes import Write

MADE_PER_DAY: Final = 20
NEVER: Final = ""
"""Comes before every day."""


def _too_many(_: dict[str, Any]) -> RelayError:
    return TooManyRequests("20 keys were made today; go on tomorrow", retry_after=86400)


def _moved(_: dict[str, Any]) -> RelayError:
    return Conflict("this key changed meanwhile")


def _gone(_: dict[str, Any]) -> RelayError:
    return NotFound("no such key")


def _to_item(key: ApiKey) -> dict[str, Any]:
    return {
        "key_id": key.key_id,
        "company_id": key.company_id,
        "digest": key.digest,
        "name": key.name,
        "scopes": list(key.scopes),
        "made_at": stamp(key.made_at) if key.made_at else None,
        "expires_at": stamp(key.expires_at) if key.expires_at else None,
    }


def _from_item(item: Mapping[str, Any]) -> ApiKey:
    used = item.get("used_on")
    return ApiKey(
        key_id=item["key_id"],
        company_id=item["company_id"],
        digest=item["digest"],
        name=item["name"],
        scopes=tuple(item["scopes"]),
        made_at=optional_moment(item.get("made_at")),
        expires_at=optional_moment(item.get("expires_at")),
        used_on=date.fromisoformat(used) if used else None,
        revoked_at=optional_moment(item.get("revoked_at")),
    )


def _caller(item: Mapping[str, Any]) -> Caller:
    of = item.get("company_id"), item.get("member")
    return Caller(item["key_id"], item["kind"], frozenset(item["scopes"]), *of)


@dataclass(frozen=True, slots=True)
class ApiKeys:
    table: Table

    def add(self, digest: str, caller: Caller) -> None:
        """Of an operator's hand. A company's is shown to its owners, who gave it no name; a
        person's at the agency goes with the person.
        """
        self.table.commit(self._new(digest, caller), *self._beside(digest, caller))

    def list_again(self, item: Mapping[str, Any]) -> bool:
        """A key made before keys were listed; False for a program's, which is nobody's.

        Raises:
            AlreadyDone: it is listed.
            NotFound: it was taken away meanwhile.
        """
        digest = str(item[keys.PARTITION]).removeprefix(keys.API_KEY_PREFIX)
        beside = [*self._beside(digest, _caller(item))]
        if beside:
            as_read = [("key_id", "=", item["key_id"])]
            there = self.table.check(keys.api_key(digest), guards=as_read, refusal=_gone)
            self.table.commit(*beside, there)
        return bool(beside)

    def _beside(self, digest: str, caller: Caller) -> Iterator[Write]:
        if caller.company_id:
            scopes = tuple(sorted(caller.scopes))
            yield self._listed(ApiKey(caller.key_id, caller.company_id, digest, "", scopes))
        elif caller.member:
            theirs = keys.key_of_member(PersonKey(caller.member), caller.key_id)
            yield self.table.new(theirs, {"digest": digest})

    def make(self, key: ApiKey, caller: Caller, now: datetime) -> None:
        """Raises CompanyNotActive, StateForbids, TooManyRequests."""
        self.table.commit(
            is_active(key.company_id),
            self._new(key.digest, caller, key.expires_at),
            self._listed(key),
            self.table.more(keys.roster(key.company_id), {}, {key.key_id: key.name}),
            self.table.ceiling(
                keys.rate(f"keys:{key.company_id}", f"{now:%Y%m%d}"),
                MADE_PER_DAY,
                expires=now + timedelta(days=2),
                refusal=_too_many,
            ),
        )

    def _new(self, digest: str, caller: Caller, expires_at: datetime | None = None) -> Write:
        values = {
            "key_id": caller.key_id,
            "kind": caller.kind,
            "scopes": sorted(caller.scopes),
            "company_id": caller.company_id,
            "member": caller.member,
            "expires_at": stamp(expires_at) if expires_at else None,
            "used_on": NEVER if caller.company_id else None,
            **(dict.fromkeys((pace.field for pace in PACES), 0) if caller.company_id else {}),
        }
        return self.table.new(keys.api_key(digest), values)

    def _listed(self, key: ApiKey) -> Write:
        return self.table.new(keys.own_key(key.company_id, key.key_id), _to_item(key))

    def find(self, digest: str, now: datetime, pace: Pace | None = None) -> Caller:
        """Raises Unauthenticated; with a pace: TooManyRequests, Conflict."""
        key = keys.api_key(digest)
        item = Paces(self.table).admit(key, pace, now) if pace else self.table.get(key)
        if item is None:
            raise Unauthenticated("this key is not known")
        if item.get("expires_at") and item["expires_at"] <= stamp(now):
            raise Unauthenticated("this key's time is over")
        self._used(digest, item, day(now).isoformat())
        return _caller(item)

    def _used(self, digest: str, item: Mapping[str, Any], today: str) -> None:
        """Once a day, and never in the way of what was asked."""
        if item.get("used_on", today) >= today:
            return
        earlier, used = [("used_on", "<", today)], {"used_on": today}
        listed = keys.own_key(CompanyId(item["company_id"]), item["key_id"])
        with suppress(RelayError):
            self.table.commit(
                self.table.change(keys.api_key(digest), guards=earlier, put=used),
                self.table.change(listed, put=used),
            )

    def all(self, company_id: CompanyId) -> Sequence[ApiKey]:
        """A company's, the newest first."""
        found = self.table.all_of(keys.of_company(company_id), keys.OWN_KEY_PREFIX)
        return sorted(map(_from_item, found), key=lambda key: key.key_id, reverse=True)

    def own(self, company_id: CompanyId, key_id: str) -> ApiKey:
        """Raises NotFound, also for another company's."""
        item = self.table.get(keys.own_key(company_id, key_id))
        if item is None:
            raise NotFound("no such key")
        return _from_item(item)

    def going(self, person: PersonKey) -> Iterator[Write]:
        """For the transaction that takes a person away from the agency."""
        for item in self.table.all_of(keys.AGENCY, keys.keys_of_member(person)):
            yield self.table.gone(keys.api_key(item["digest"]), refusal=_moved)
            yield self.table.gone(keys.Key(keys.AGENCY, item[keys.SORT]), refusal=_moved)

    def revoke(self, key: ApiKey, now: datetime) -> None:
        """From now on it opens nothing. Raises Conflict."""
        own = keys.own_key(key.company_id, key.key_id)
        self.table.commit(
            self.table.gone(keys.api_key(key.digest), refusal=_moved),
            self.table.change(
                own, unset=["revoked_at"], put={"revoked_at": stamp(now)}, refusal=_moved
            ),
        )
