"""A candidate's file with what lies beside it, in one request: read two ways."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from shared.domain.candidate_file import CandidateFile
from shared.domain.candidate_screen import Agreed, JobAnswer
from shared.domain.consent import Consents
from shared.domain.errors import CandidateNotFound
from shared.domain.ids import CandidateId
from shared.domain.recommendation import Item as Handed
from shared.domain.recommendation import Stage
from shared.table import file_item, keys
from shared.table.codec import moment
from shared.table.commit import Table

TABLES_OWN: Final = frozenset(
    {keys.PARTITION, keys.SORT, keys.DUE_PARTITION, keys.DUE_SORT, keys.EXPIRES}
)

type Item = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Parts:
    file: CandidateFile
    items: Mapping[str, Item]

    def of(self, prefix: str) -> list[Item]:
        return [item for sort, item in sorted(self.items.items()) if sort.startswith(prefix)]

    @property
    def agreed(self) -> Sequence[Agreed]:
        return sorted(map(_agreed, self._said(for_job=False)), key=lambda a: a.at)

    @property
    def answers(self) -> Sequence[JobAnswer]:
        return sorted(map(_answer, self._said(for_job=True)), key=lambda a: a.at)

    def _said(self, *, for_job: bool) -> Iterator[Item]:
        """What they agreed to stands beside what they answered for a job."""
        kept = self.of(keys.CONSENT_PREFIX)
        return (item for item in kept if (item.get("consent") == "job") is for_job)


def parts_of(
    table: Table, candidate_id: CandidateId, *, thread: bool = False, acts: int = 0
) -> Parts:
    """Of the file this one was merged into, where it was. Raises CandidateNotFound.

    Args:
        thread: with all that was written, too.
        acts: how many of the last acts on it; before them stands all else.
    """
    of = keys.of_candidate(candidate_id)
    whole = table.partition(of) if thread else table.ahead_of(of, keys.THREAD_PREFIX)
    items = {item[keys.SORT]: item for item in (whole if thread else _but_old_acts(whole, acts))}
    own = items.get(keys.candidate_file(candidate_id).sk)
    if own is None:
        raise CandidateNotFound("no such candidate")
    file = file_item.from_item(own)
    if file.merged_into:
        return parts_of(table, file.merged_into, thread=thread, acts=acts)
    return Parts(file, items)


def _but_old_acts(last_first: Iterable[Item], acts: int) -> Iterator[Item]:
    for item in last_first:
        acts -= str(item[keys.SORT]).startswith(keys.ACT_PREFIX)
        if acts < 0:
            return
        yield item


def bare(item: Item) -> Item:
    """As it is kept, without what the table adds."""
    return {name: value for name, value in item.items() if name not in TABLES_OWN}


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
