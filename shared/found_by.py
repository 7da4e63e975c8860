"""By what candidates, companies and job orders are found: hashes of what their names begin with.

Whoever names something writes these beside it; nothing of a name stands in a key.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace

from shared.domain.candidate_file import CandidateFile
from shared.domain.company import Company
from shared.domain.finding import terms
from shared.domain.job_order import JobOrder
from shared.kana import plain
from shared.ports.speaking import Secrecy
from shared.table import finds
from shared.table.writes import Write, Writes


def beginnings(secrecy: Secrecy, *names: str) -> tuple[str, ...]:
    return tuple(map(secrecy.found, terms(*map(plain, names))))


def candidate(secrecy: Secrecy) -> Callable[[CandidateFile], CandidateFile]:
    """The reading first: of very many beginnings the last are left out."""

    def indexed(file: CandidateFile) -> CandidateFile:
        names = filter(None, (file.reading, file.candidate.full_name))
        return replace(file, finds=beginnings(secrecy, *names))

    return indexed


def company(secrecy: Secrecy, asked: Company) -> Iterator[Write]:
    name = finds.company(asked.company_id)
    return finds.moved(Writes(), name, (), beginnings(secrecy, asked.name))


def job_order(secrecy: Secrecy, before: JobOrder | None, after: JobOrder) -> Iterator[Write]:
    name = finds.job_order(after.company_id, after.job_order_id)
    was = beginnings(secrecy, before.title) if before else ()
    return finds.moved(Writes(), name, was, beginnings(secrecy, after.title))
