"""API keys by what is stored of them: a digest."""

from dataclasses import dataclass

from shared.domain.access import Caller
from shared.domain.errors import Unauthenticated
from shared.table import keys
from shared.table.commit import Table


@dataclass(frozen=True, slots=True)
class ApiKeys:
    table: Table

    def add(self, digest: str, caller: Caller) -> None:
        values = {
            "key_id": caller.key_id,
            "kind": caller.kind,
            "scopes": sorted(caller.scopes),
            "company_id": caller.company_id,
            "member": caller.member,
        }
        self.table.commit(self.table.new(keys.api_key(digest), values))

    def find(self, digest: str) -> Caller:
        """Raises Unauthenticated."""
        item = self.table.get(keys.api_key(digest))
        if item is None:
            raise Unauthenticated("this key is not known")
        scopes = frozenset(item["scopes"])
        of = item.get("company_id"), item.get("member")
        return Caller(item["key_id"], item["kind"], scopes, *of)
