"""The statutory registers, row by row."""

from collections.abc import Mapping
from datetime import date
from typing import Self

from pydantic import Field

from shared.contracts.wire import Answer
from shared.domain.dealing import Dealing, Result, Stay
from shared.domain.fee_row import FeeRow
from shared.domain.ids import CompanyId
from shared.domain.register_rows import Employer, Ending, OrderRow, SeekerRow


class DealingAnswer(Answer):
    """職業紹介の取扱状況: one introduction."""

    recommendation_id: str
    introduced_on: date
    other: str = Field(description="Who stands opposite, by name.")
    result: Result
    joined_on: date | None
    indefinite: bool | None
    left_alone_until: date | None = Field(description="転職勧奨の禁止期間, its last day.")
    stay: Stay | None = Field(description="Six months after joining; null while it is not due.")
    left_on: date | None
    credit_restored: bool
    refund_jpy: int | None

    @classmethod
    def of(cls, one: Dealing, today: date) -> Self:
        return cls(
            recommendation_id=one.recommendation_id,
            introduced_on=one.introduced_on,
            other=one.other,
            result=one.result,
            joined_on=one.joined_on,
            indefinite=one.indefinite,
            left_alone_until=one.left_alone_until,
            stay=one.stay_by(today),
            left_on=one.left_on,
            credit_restored=one.restored,
            refund_jpy=one.refund_jpy,
        )


class SeekerRowAnswer(Answer):
    candidate_id: str
    name: str
    address: str | None
    born_on: date | None
    occupation: str | None
    received_on: date
    ended_on: date | None
    ending: Ending | None
    remark: str | None
    dealings: list[DealingAnswer]

    @classmethod
    def of(cls, row: SeekerRow, today: date) -> Self:
        return cls(
            candidate_id=row.candidate_id,
            name=row.name,
            address=row.address,
            born_on=row.born_on,
            occupation=row.occupation,
            received_on=row.received_on,
            ended_on=row.ended_on,
            ending=row.ending,
            remark=row.remark,
            dealings=[DealingAnswer.of(one, today) for one in row.dealings],
        )


class EmployerAnswer(Answer):
    company_id: str
    name: str
    contact: str
    address: str | None
    phone: str | None

    @classmethod
    def of(cls, company_id: CompanyId, known: Mapping[CompanyId, Employer]) -> Self:
        found = known.get(company_id, Employer("", ""))
        return cls(
            company_id=company_id,
            name=found.name,
            contact=found.contact,
            address=found.address,
            phone=found.phone,
        )


class OrderRowAnswer(Answer):
    job_order_id: str
    employer: EmployerAnswer
    received_on: date
    ended_on: date | None
    openings: int
    title: str
    workplace: str
    term: str
    wage: str
    remark: str | None
    dealings: list[DealingAnswer]

    @classmethod
    def of(cls, row: OrderRow, known: Mapping[CompanyId, Employer], today: date) -> Self:
        return cls(
            job_order_id=row.job_order_id,
            employer=EmployerAnswer.of(row.company_id, known),
            received_on=row.received_on,
            ended_on=row.ended_on,
            openings=row.openings,
            title=row.title,
            workplace=row.workplace,
            term=row.term,
            wage=row.wage,
            remark=row.remark,
            dealings=[DealingAnswer.of(one, today) for one in row.dealings],
        )


class FeeRowAnswer(Answer):
    recommendation_id: str
    payer: EmployerAnswer
    candidate_id: str
    job_order_id: str
    joined_on: date
    fee_jpy: int
    basis: str = Field(description="手数料の算出の根拠; a free hire names its credit.")
    credit_id: str | None
    collected_on: date | None
    remark: str | None

    @classmethod
    def of(cls, row: FeeRow, known: Mapping[CompanyId, Employer], basis: str) -> Self:
        return cls(
            recommendation_id=row.recommendation_id,
            payer=EmployerAnswer.of(row.company_id, known),
            candidate_id=row.candidate_id,
            job_order_id=row.job_order_id,
            joined_on=row.joined_on,
            fee_jpy=row.fee_jpy,
            basis=basis,
            credit_id=row.credit_id,
            collected_on=row.collected_on,
            remark=row.remark,
        )


class SeekerRows(Answer):
    items: list[SeekerRowAnswer]
    next_cursor: str | None


class OrderRows(Answer):
    items: list[OrderRowAnswer]
    next_cursor: str | None


class FeeRows(Answer):
    items: list[FeeRowAnswer]
    next_cursor: str | None
