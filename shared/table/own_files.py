"""A candidate's own page in two requests: the file with its parts, and what those speak of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import batched
from typing import Any, Final

from shared.domain.candidate_screen import Agreed, JobAnswer
from shared.domain.consent import Consents
from shared.domain.errors import CandidateNotFound
from shared.domain.ids import CandidateId
from shared.domain.own import Introduction, Own
from shared.domain.provision import Provision
from shared.domain.recommendation import Item as Handed
from shared.domain.recommendation import Stage
from shared.table import cv_item, file_item, job_order_item, keys, provision_item
from shared.table import recommendation_item as recommended
from shared.table.codec import moment
from shared.table.commit import Table

AT_ONCE: Final = 33
"""Jobs in one request: three items each, of a hundred."""

type Item = dict[str, Any]


@dataclass(frozen=True, slots=True)
class OwnFiles:
    table: Table

    def read(self, candidate_id: CandidateId) -> Own:
        """Raises CandidateNotFound: also once they are being erased."""
        whole = self.table.ahead_of(keys.of_candidate(candidate_id), keys.THREAD_PREFIX)
        parts = {item[keys.SORT]: item for item in whole}
        own = parts.get(keys.candidate_file(candidate_id).sk)
        if own is None:
            raise CandidateNotFound("no such candidate")
        file = file_item.from_item(own)
        if file.merged_into:
            return self.read(file.merged_into)
        file.check_there()
        kept = [cv_item.from_item(item) for item in _of(parts, keys.CV_PREFIX)]
        return Own(
            file,
            introductions=self._introductions(_of(parts, keys.RECOMMENDATION_PREFIX), candidate_id),
            provisions=[_provision(item) for item in _of(parts, keys.PROVISION_PREFIX)],
            agreed=sorted(map(_agreed, _said(parts, for_job=False)), key=lambda a: a.at),
            answers=sorted(map(_answer, _said(parts, for_job=True)), key=lambda a: a.at),
            cv=kept[-1] if kept else None,
        )

    def parts(self, candidate_id: CandidateId, prefix: str) -> Iterator[Item]:
        """As they are kept, without what the table adds."""
        for item in self.table.all_of(keys.of_candidate(candidate_id), prefix):
            yield {name: value for name, value in item.items() if name not in _TABLES_OWN}

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


_TABLES_OWN: Final = frozenset(
    {keys.PARTITION, keys.SORT, keys.DUE_PARTITION, keys.DUE_SORT, keys.EXPIRES}
)


def _of(parts: Mapping[str, Item], prefix: str) -> list[Item]:
    return [item for sort, item in sorted(parts.items()) if sort.startswith(prefix)]


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


def _said(parts: Mapping[str, Item], *, for_job: bool) -> Iterator[Item]:
    kept = _of(parts, keys.CONSENT_PREFIX)
    return (item for item in kept if (item.get("consent") == "job") is for_job)


def _agreed(item: Item) -> Agreed:
    return Agreed(Consents(**item["consents"]), moment(item["at"]), item.get("registration_id"))


def _answer(item: Item) -> JobAnswer:
    return JobAnswer(
        answer=Stage(item["answer"]),
        recommendation_id=item["recommendation_id"],
        company_id=item["company_id"],
        job_order_id=item["job_order_id"],
        items=tuple(map(Handed, item["items"])),
        text_version=item["text_version"],
        method=item["method"],
        at=moment(item["at"]),
    )
