"""What somebody or something is found by: an item for each beginning of its names (FIND#)."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, Any

from shared.domain.errors import Conflict
from shared.domain.finding import Kind
from shared.domain.ids import CandidateId, CompanyId, JobOrderId
from shared.table import keys
from shared.table.expression import Expression
from shared.table.writes import Write, Writes

if TYPE_CHECKING:
    from shared.domain.candidate_file import CandidateFile


def as_before(file: CandidateFile) -> CandidateFile:
    """An act that leaves the name alone."""
    return file


def of_candidate(
    table: Writes, before: CandidateFile | None, after: CandidateFile | None
) -> Iterator[Write]:
    """For the transaction that changes the file, which says what it is found by."""
    file = after or before
    if file:
        was, becomes = (each.finds if each else () for each in (before, after))
        yield from moved(table, candidate(file.candidate_id), was, becomes)


def moved(
    table: Writes, name: str, before: Collection[str], after: Collection[str]
) -> Iterator[Write]:
    """What is there already, or gone already, is as good."""
    for found in sorted({*before} - {*after}):
        yield table.delete(keys.found(found, name), guards=(), refusal=_meanwhile)
    for found in sorted({*after} - {*before}):
        yield table.replace(keys.found(found, name), {}, _is_there, _meanwhile)


def candidate(candidate_id: CandidateId) -> str:
    return f"{Kind.CANDIDATE}#{candidate_id}"


def company(company_id: CompanyId) -> str:
    return f"{Kind.COMPANY}#{company_id}"


def job_order(company_id: CompanyId, job_order_id: JobOrderId) -> str:
    return f"{Kind.JOB_ORDER}#{company_id}#{job_order_id}"


def _is_there(_: Expression) -> str:
    return f"attribute_exists({keys.PARTITION})"


def _meanwhile(_: dict[str, Any]) -> Conflict:
    return Conflict("the index of names was changed meanwhile")
