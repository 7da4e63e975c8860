"""What a form finds when it comes in: the link it came by, and who is known. One request."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from shared.domain.errors import Conflict, LinkNotFound
from shared.domain.ids import PersonKey, Slug
from shared.domain.link import Doorway
from shared.domain.screening import Passing, Sighting
from shared.table import keys, marked
from shared.table.codec import moment, stamp
from shared.table.commit import Table
from shared.table.links import to_doorway
from shared.table.writes import Write


@dataclass(frozen=True, slots=True)
class Arrivals:
    table: Table

    def meet(
        self, slug: Slug, *, person: PersonKey, visitor: str, phone: str | None
    ) -> tuple[Doorway, Sighting]:
        """Raises LinkNotFound, Conflict, Unavailable."""
        asked = [keys.doorway(slug), keys.burst(visitor, slug), keys.member(person)]
        by_phone = [keys.whose_file(person), keys.phone(phone)] if phone else []
        found, burst, member, *files = self.table.get_all(*asked, *by_phone)
        if found is None:
            raise LinkNotFound("no such link")
        return to_doorway(found), Sighting(
            is_member=member is not None,
            shares_phone=_is_anothers(*files) if files else False,
            recent=tuple(map(moment, (burst or {}).get("times", []))),
            seen=(burst or {}).get("seen", 0),
        )


def _is_anothers(own: dict[str, Any] | None, by_phone: dict[str, Any] | None) -> bool:
    """Whether the number stands in a file that is not this person's."""
    mine = (own or {}).get("candidate_id")
    return any(name != mine for name in marked.names(by_phone or {}))


def remembered(table: Table, passing: Passing) -> Write:
    """Two forms of one visitor at one moment both count: the later one reads again."""
    return table.replace(
        keys.burst(passing.visitor, passing.slug),
        {
            "times": [stamp(at) for at in passing.times],
            "seen": passing.seen_before + 1,
            keys.EXPIRES: int(passing.until.timestamp()),
        },
        unless=lambda e: f"{e.name('seen')} = {e.value(passing.seen_before)}",
        refusal=lambda _: Conflict("this visitor handed in another form meanwhile"),
    )
