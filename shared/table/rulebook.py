"""The rules' versions: one item each, put where none was, never changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields
from typing import Any, Final

from shared.domain.edition import ORIGINAL, Edition
from shared.domain.errors import Conflict, NotFound
from shared.domain.rules import FIRST, Rules
from shared.table import keys
from shared.table.codec import moment, stamp
from shared.table.commit import Table

FIRST_LOOK: Final = 2
"""Items: one version is found in one request. Mostly nothing follows, and each costs two units."""
AT_A_TIME: Final = 10
"""At most, where more follow."""


@dataclass(frozen=True, slots=True)
class Rulebook:
    table: Table

    def after(self, version: int) -> Sequence[Edition]:
        """Those that follow, the oldest first. By their keys: who judges needs no right to search.

        Raises Conflict, Unavailable.
        """
        found, asked = list[Edition](), FIRST_LOOK
        while True:
            following = version + len(found) + 1
            wanted = (keys.rules(n) for n in range(following, following + asked))
            read = [item for item in self.table.get_all(*wanted) if item]
            found += map(to_edition, read)
            if len(read) < asked:
                return found
            asked = min(2 * asked, AT_A_TIME)

    def all(self) -> Sequence[Edition]:
        return self.after(FIRST.version)

    def page(self, *, limit: int, after: str | None) -> tuple[Sequence[Edition], str | None]:
        """Those made since the programme began, the newest first."""
        how: Any = {"limit": limit, "after": after, "newest": True}
        items, following = self.table.page(keys.PROGRAMME, keys.RULES_PREFIX, **how)
        return [to_edition(item) for item in items], following

    def newest(self) -> Edition:
        found, _ = self.page(limit=1, after=None)
        return found[0] if found else ORIGINAL

    def find(self, version: int) -> Edition:
        """Raises NotFound."""
        if version == FIRST.version:
            return ORIGINAL
        item = self.table.get(keys.rules(version))
        if item is None:
            raise NotFound("there is no such version of the rules")
        return to_edition(item)

    def add(self, edition: Edition) -> None:
        """Raises Conflict: somebody made this version meanwhile."""
        self.table.commit(
            self.table.new(keys.rules(edition.rules.version), from_edition(edition), _made_before),
        )


def _made_before(_: object) -> Conflict:
    return Conflict("somebody made this version meanwhile")


def from_edition(edition: Edition) -> dict[str, Any]:
    rules = asdict(edition.rules)
    return {
        **rules,
        "effective_from": stamp(edition.rules.effective_from),
        "notice_days": list(edition.rules.notice_days),
        "made_at": stamp(edition.made_at),
        "made_by": edition.made_by,
    }


def to_edition(item: dict[str, Any]) -> Edition:
    """A rule that came after this version has the value the programme began with."""
    kept = {field.name: item[field.name] for field in fields(Rules) if field.name in item}
    kept["effective_from"] = moment(item["effective_from"])
    kept["notice_days"] = tuple(item["notice_days"])
    return Edition(Rules(**kept), moment(item["made_at"]), item["made_by"])
