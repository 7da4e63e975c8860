"""Job orders of many companies, with whose they are: what the agency's lists are made of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from shared.domain.candidate_file import CandidateFile
from shared.domain.company import Company
from shared.domain.errors import CandidateNotFound
from shared.domain.ids import CandidateId, CompanyId, JobOrderId
from shared.domain.job_order import JobOrder
from shared.domain.recommendation import Recommendation
from shared.table import company_item, file_item, job_order_item, keys
from shared.table.candidate_files import CandidateFiles
from shared.table.commit import Table

MOST: Final = 33
"""On a page: of each up to three things are read beside it, a hundred in one request."""

type Name = tuple[CompanyId, JobOrderId]
type Companies = dict[CompanyId, Company]
type Introduced = tuple[Recommendation, Company | None, JobOrder | None, CandidateFile | None]


@dataclass(frozen=True, slots=True)
class OrderLists:
    table: Table

    def open(self, *, after: str | None) -> tuple[list[Name], str | None]:
        """Those somebody is looked for, company by company; as they were a moment ago."""
        items, following = self.table.listed(keys.OPEN_ORDERS, limit=MOST, after=after)
        return [_name(item[keys.COMPANY_SORT]) for item in items], following

    def told(
        self, names: Sequence[Name], of: Iterable[CompanyId]
    ) -> tuple[list[JobOrder], Companies]:
        """One request: these orders, and these companies beside their own."""
        wanted = list(dict.fromkeys([*(company for company, _ in names), *of]))
        return _told(wanted, self.table.get_all(*_wanted(wanted, names)))

    def told_for(
        self, candidate_id: CandidateId, names: Sequence[Name]
    ) -> tuple[CandidateFile, list[JobOrder], Companies]:
        """These orders, and who may be asked about them: one request, while they were not merged.

        Raises:
            CandidateNotFound
        """
        wanted = list(dict.fromkeys(company for company, _ in names))
        [file], read = CandidateFiles(self.table).beside([candidate_id], *_wanted(wanted, names))
        if file is None:
            raise CandidateNotFound("no such candidate")
        return file, *_told(wanted, read)

    def introduced(self, found: Sequence[Recommendation]) -> list[Introduced]:
        """One request: each with whose order it is about, and with whose file."""
        wanted = list(dict.fromkeys(key for one in found for key in _beside(one)))
        read = dict(zip(wanted, self.table.get_all(*wanted), strict=True))
        return [self._introduced(one, *(read[key] for key in _beside(one))) for one in found]

    def _introduced(self, one: Recommendation, *items: dict[str, Any] | None) -> Introduced:
        company, order, file = items
        return (
            one,
            company_item.found(company) if company else None,
            job_order_item.from_item(order) if order else None,
            file_item.from_item(file) if file else None,
        )


def _wanted(companies: Sequence[CompanyId], names: Sequence[Name]) -> list[keys.Key]:
    return [*map(keys.company, companies), *(keys.job_order(*name) for name in names)]


def _told(
    wanted: Sequence[CompanyId], read: Sequence[dict[str, Any] | None]
) -> tuple[list[JobOrder], Companies]:
    companies = {c: company_item.found(i) for c, i in zip(wanted, read, strict=False) if i}
    orders = [job_order_item.from_item(item) for item in read[len(wanted) :] if item]
    return orders, companies


def _beside(one: Recommendation) -> tuple[keys.Key, ...]:
    return (
        keys.company(one.company_id),
        keys.job_order(one.company_id, one.job_order_id),
        keys.candidate_file(one.candidate_id),
    )


def _name(listed: str) -> Name:
    company_id, _, job_order_id = listed.partition("#")
    return CompanyId(company_id), JobOrderId(job_order_id)
