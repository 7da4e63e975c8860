"""A candidate's own page in two requests: the file with its parts, and what those speak of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import batched
from typing import Final

from shared.domain.ids import CandidateId
from shared.domain.message import Message
from shared.domain.own import Introduction, Own
from shared.domain.provision import Provision
from shared.table import cv_item, job_order_item, keys, provision_item, threads
from shared.table import recommendation_item as recommended
from shared.table.commit import Table
from shared.table.file_parts import Item, Parts, bare, parts_of

AT_ONCE: Final = 33
"""Jobs in one request: three items each, of a hundred."""


@dataclass(frozen=True, slots=True)
class OwnFiles:
    table: Table

    def read(self, candidate_id: CandidateId) -> Own:
        """Raises CandidateNotFound: also once they are being erased."""
        return self._own(parts_of(self.table, candidate_id))

    def with_last_message(self, candidate_id: CandidateId) -> tuple[Own, Message | None]:
        """In no more requests. Raises CandidateNotFound, as `read`."""
        parts = parts_of(self.table, candidate_id, thread=True)
        thread = parts.of(keys.THREAD_PREFIX)
        return self._own(parts), threads.from_item(thread[-1]) if thread else None

    def _own(self, parts: Parts) -> Own:
        parts.file.check_there()
        kept = [cv_item.from_item(item) for item in parts.of(keys.CV_PREFIX)]
        introduced = parts.of(keys.RECOMMENDATION_PREFIX)
        return Own(
            parts.file,
            introductions=self._introductions(introduced, parts.file.candidate_id),
            provisions=[_provision(item) for item in parts.of(keys.PROVISION_PREFIX)],
            agreed=parts.agreed,
            answers=parts.answers,
            cv=kept[-1] if kept else None,
        )

    def parts(self, candidate_id: CandidateId, prefix: str) -> Iterator[Item]:
        return map(bare, self.table.all_of(keys.of_candidate(candidate_id), prefix))

    def _introductions(
        self, parts: Sequence[Item], candidate_id: CandidateId
    ) -> Sequence[Introduction]:
        newest = sorted(parts, key=lambda part: part["asked_at"], reverse=True)
        found = dict[keys.Key, Item]()
        for some in batched(newest, AT_ONCE, strict=False):
            wanted = sorted({key for part in some for key in _asked(part)})
            items = self.table.get_all(*wanted)
            found |= {k: item for k, item in zip(wanted, items, strict=True) if item}
        return [one for part in newest for one in _introduction(part, found, candidate_id)]


def _asked(part: Item) -> tuple[keys.Key, ...]:
    of = part["company_id"], part["job_order_id"]
    return (
        keys.recommendation(*of, part["recommendation_id"]),
        keys.job_order(*of),
        keys.company(part["company_id"]),
    )


def _introduction(
    part: Item, found: Mapping[keys.Key, Item], candidate_id: CandidateId
) -> Iterator[Introduction]:
    made, order, company = map(found.get, _asked(part))
    if made:
        yield Introduction(
            replace(recommended.from_item(made), candidate_id=candidate_id),
            job_order_item.from_item(order) if order else None,
            (company or {}).get("name"),
        )


def _provision(item: Item) -> Provision:
    """The file's copy names nobody: it is read beside the name."""
    return provision_item.from_item({"candidate_name": "", **item})
