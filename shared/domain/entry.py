"""One line of the ledger, chained to the line before it. Written once, never changed."""

import hashlib
import json
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Final, Literal

from shared.domain.ids import CompanyId

Kind = Literal[
    "count",
    "uncount",
    "grant",
    "reserve",
    "release",
    "consume",
    "expire",
    "void",
    "restore",
    "adjust",
    "carry_deficit",
]
GENESIS: Final = "0" * 64


@dataclass(frozen=True, slots=True)
class Entry:
    """`entry_id` says why it exists (`grant:3`), so the same why cannot post twice.

    Days, not moments: a company must not learn from a time who registered.
    """

    company_id: CompanyId
    seq: int
    entry_id: str
    kind: Kind
    amount: int
    recorded_on: date
    occurred_on: date
    rule_version: int
    prev_hash: str
    hash: str = ""

    def digest(self) -> str:
        """SHA-256 over everything else, as JSON with sorted keys and no spaces (UTF-8)."""
        said = {k: v for k, v in asdict(self).items() if k != "hash"}
        text = json.dumps(
            said, sort_keys=True, separators=(",", ":"), ensure_ascii=False, default=str
        )
        return hashlib.sha256(text.encode()).hexdigest()

    def sealed(self) -> "Entry":
        return replace(self, hash=self.digest())
