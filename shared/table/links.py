"""Links as their company sees them, and the doorways their slugs open."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from shared.domain.company import Company
from shared.domain.errors import Conflict, LinkMoved, LinkNotFound
from shared.domain.ids import CompanyId, LinkId, Slug
from shared.domain.link import Doorway, Link, LinkState
from shared.domain.void import Span
from shared.table import company_item, keys
from shared.table.codec import moment, optional_moment, stamp
from shared.table.commit import Table
from shared.table.spending import has_not_left
from shared.table.writes import Write


@dataclass(frozen=True, slots=True)
class Links:
    table: Table

    def open(self, slug: Slug) -> Doorway:
        """Raises LinkNotFound."""
        item = self.table.get(keys.doorway(slug))
        if item is None:
            raise LinkNotFound("no such link")
        return to_doorway(item)

    def add(self, link: Link, doorway: Doorway) -> None:
        """Raises StateForbids: the company left."""
        self.table.commit(
            has_not_left(link.company_id),
            self.table.new(keys.link(link.company_id, link.link_id), _link_values(link)),
            self.table.new(keys.doorway(doorway.slug), doorway_values(doorway)),
        )

    def find(self, company_id: CompanyId, link_id: LinkId) -> Link:
        """Raises LinkNotFound, also for another company's link."""
        return found(self.table.get(keys.link(company_id, link_id)))

    def with_company(self, company_id: CompanyId, link_id: LinkId) -> tuple[Company, Link]:
        """Both in one request. Raises CompanyNotFound; LinkNotFound, as `find`."""
        company, link = self.table.get_all(keys.company(company_id), keys.link(company_id, link_id))
        return company_item.found(company), found(link)

    def page(
        self, company_id: CompanyId, *, limit: int, after: str | None, newest: bool = False
    ) -> tuple[Sequence[Link], str | None]:
        partition, prefix = keys.of_company(company_id), keys.LINK_PREFIX
        items, next_key = self.table.page(
            partition, prefix, limit=limit, after=after, newest=newest
        )
        return [to_link(item) for item in items], next_key

    def change(self, before: Link, after: Link) -> None:
        """A new label or state, for people who come from now on. Raises Conflict."""
        self.table.commit(
            self.swap(before, {"label": after.label, "state": after.state}),
            self.table.change(keys.doorway(before.slug), put={"state": after.state}),
        )

    def rotate(self, before: Link, after: Link, doorway: Doorway) -> None:
        """Raises Conflict, StateForbids: the company left."""
        self.table.commit(
            has_not_left(before.company_id),
            self.swap(before, {"slug": after.slug, "former": list(after.former)}),
            self.table.change(keys.doorway(before.slug), put={"state": LinkState.CLOSED}),
            self.table.new(keys.doorway(doorway.slug), doorway_values(doorway)),
        )

    def stands(self, doorway: Doorway) -> Write:
        """That its link is open, and had no window since it was told here. Raises LinkMoved."""
        return self.table.check(
            keys.link(doorway.company_id, doorway.link_id),
            guards=[("state", "=", LinkState.ACTIVE), ("voids", "=", doorway.voids)],
            refusal=lambda old: LinkMoved(to_link(old)) if old else LinkNotFound("no such link"),
        )

    def swap(self, before: Link, put: dict[str, Any]) -> Write:
        return self.table.change(
            keys.link(before.company_id, before.link_id),
            guards=[
                ("slug", "=", before.slug),
                ("label", "=", before.label),
                ("state", "=", before.state),
                ("voids", "=", before.voids),
            ],
            put=put,
            refusal=lambda _: Conflict("the link was changed meanwhile"),
        )


def spans(windows: Iterable[Span]) -> list[list[str]]:
    return [[stamp(span.since), stamp(span.until)] for span in windows]


def _to_spans(kept: Iterable[Sequence[str]]) -> tuple[Span, ...]:
    return tuple(Span(moment(since), moment(until)) for since, until in kept)


def _link_values(link: Link) -> dict[str, Any]:
    return {
        **asdict(link),
        "created_at": stamp(link.created_at),
        "closes_at": stamp(link.closes_at) if link.closes_at else None,
        "former": list(link.former),
        "windows": spans(link.windows),
    }


def found(item: dict[str, Any] | None) -> Link:
    """Raises LinkNotFound."""
    if item is None:
        raise LinkNotFound("no such link")
    return to_link(item)


def to_link(item: dict[str, Any]) -> Link:
    fields = {k: v for k, v in item.items() if k in Link.__dataclass_fields__}
    made: dict[str, Any] = {
        "state": LinkState(item["state"]),
        "created_at": moment(item["created_at"]),
        "closes_at": optional_moment(item.get("closes_at")),
        "former": tuple(item["former"]),
        "windows": _to_spans(item["windows"]),
    }
    return Link(**{**fields, **made})


def doorway_values(doorway: Doorway) -> dict[str, Any]:
    closes_at = stamp(doorway.closes_at) if doorway.closes_at else None
    return {**asdict(doorway), "closes_at": closes_at, "windows": spans(doorway.windows)}


def to_doorway(item: dict[str, Any]) -> Doorway:
    fields = {k: v for k, v in item.items() if k in Doorway.__dataclass_fields__}
    made: dict[str, Any] = {
        "state": LinkState(item["state"]),
        "closes_at": optional_moment(item.get("closes_at")),
        "windows": _to_spans(item["windows"]),
    }
    return Doorway(**{**fields, **made})
