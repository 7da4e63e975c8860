"""Which months of which register, and from where on."""

import re
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from shared import programs
from shared.domain.errors import InvalidRequest
from shared.domain.registers import Kind, months
from shared.table.register_pages import MARK, PREFIXES

MOST: Final = 60
"""Months in one export: each is a read at least."""
CENTURY: Final = "20"


@dataclass(frozen=True, slots=True)
class Asked:
    kind: Kind
    months: tuple[str, ...]
    limit: int
    after: str | None

    @property
    def first(self) -> str:
        return self.months[0]

    @property
    def last(self) -> str:
        return self.months[-1]

    @property
    def name(self) -> str:
        """Of the file it is saved as."""
        return f"career-relay-{self.kind}-{self.first}-{self.last}"

    def next(self, cursor: str) -> str:
        """The path of the spreadsheet's next page."""
        said = {"from": self.first, "to": self.last, "format": "csv", "limit": self.limit}
        return f"/v1/agency/registers/{self.kind}?{urlencode({**said, 'cursor': cursor})}"


def asked(kind: Kind, first: str, last: str, limit: int, cursor: str) -> Asked:
    """Raises InvalidRequest: the wrong way round, too many months, or not a cursor of ours."""
    if first > last:
        raise InvalidRequest("`to` is before `from`", {"to": "malformed"})
    wanted = tuple(months(first, last))
    if len(wanted) > MOST:
        raise InvalidRequest(f"more than {MOST} months", {"to": "malformed"})
    return Asked(kind, wanted, limit, _after(kind, wanted, cursor))


def _after(kind: Kind, wanted: tuple[str, ...], cursor: str) -> str | None:
    after = programs.after(cursor, CENTURY)
    if after is None:
        return None
    month, _, name = after.partition(MARK)
    ours = re.fullmatch(rf"({PREFIXES[kind]}\w{{1,60}})?", name, re.ASCII)
    if month not in wanted or MARK not in after or not ours:
        raise InvalidRequest("wrong or missing: cursor", {"cursor": "malformed"})
    return after
