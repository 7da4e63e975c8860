from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.job_order_state import JobOrderState

if TYPE_CHECKING:
    from ..models.fee_answer import FeeAnswer
    from ..models.job_order_answer_conditions import JobOrderAnswerConditions
    from ..models.refusal_answer import RefusalAnswer
    from ..models.reserved_answer import ReservedAnswer


T = TypeVar("T", bound="JobOrderAnswer")


@_attrs_define
class JobOrderAnswer:
    """
    Attributes:
        accepted_at (datetime.datetime | None):
        annual_income_jpy (int):
        closed_at (datetime.datetime | None):
        closes_on (datetime.date | None):
        company_id (str):
        conditions (JobOrderAnswerConditions):
        credit (None | ReservedAnswer):
        fee (FeeAnswer): Of one hire. What is left to pay with a credit is accepted when it is reserved.
        filled (int):
        job_order_id (str):
        openings (int):
        penalty_notice_version (str):
        posted_at (datetime.datetime):
        refusal (None | RefusalAnswer):
        refused_at (datetime.datetime | None):
        state (JobOrderState):
        title (str):
    """

    accepted_at: datetime.datetime | None
    annual_income_jpy: int
    closed_at: datetime.datetime | None
    closes_on: datetime.date | None
    company_id: str
    conditions: JobOrderAnswerConditions
    credit: None | ReservedAnswer
    fee: FeeAnswer
    filled: int
    job_order_id: str
    openings: int
    penalty_notice_version: str
    posted_at: datetime.datetime
    refusal: None | RefusalAnswer
    refused_at: datetime.datetime | None
    state: JobOrderState
    title: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.refusal_answer import RefusalAnswer  # noqa: PLC0415
        from ..models.reserved_answer import ReservedAnswer  # noqa: PLC0415

        accepted_at: None | str
        if isinstance(self.accepted_at, datetime.datetime):
            accepted_at = self.accepted_at.isoformat()
        else:
            accepted_at = self.accepted_at

        annual_income_jpy = self.annual_income_jpy

        closed_at: None | str
        if isinstance(self.closed_at, datetime.datetime):
            closed_at = self.closed_at.isoformat()
        else:
            closed_at = self.closed_at

        closes_on: None | str
        if isinstance(self.closes_on, datetime.date):
            closes_on = self.closes_on.isoformat()
        else:
            closes_on = self.closes_on

        company_id = self.company_id

        conditions = self.conditions.to_dict()

        credit: dict[str, Any] | None
        if isinstance(self.credit, ReservedAnswer):
            credit = self.credit.to_dict()
        else:
            credit = self.credit

        fee = self.fee.to_dict()

        filled = self.filled

        job_order_id = self.job_order_id

        openings = self.openings

        penalty_notice_version = self.penalty_notice_version

        posted_at = self.posted_at.isoformat()

        refusal: dict[str, Any] | None
        if isinstance(self.refusal, RefusalAnswer):
            refusal = self.refusal.to_dict()
        else:
            refusal = self.refusal

        refused_at: None | str
        if isinstance(self.refused_at, datetime.datetime):
            refused_at = self.refused_at.isoformat()
        else:
            refused_at = self.refused_at

        state = self.state.value

        title = self.title

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "accepted_at": accepted_at,
                "annual_income_jpy": annual_income_jpy,
                "closed_at": closed_at,
                "closes_on": closes_on,
                "company_id": company_id,
                "conditions": conditions,
                "credit": credit,
                "fee": fee,
                "filled": filled,
                "job_order_id": job_order_id,
                "openings": openings,
                "penalty_notice_version": penalty_notice_version,
                "posted_at": posted_at,
                "refusal": refusal,
                "refused_at": refused_at,
                "state": state,
                "title": title,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.fee_answer import FeeAnswer  # noqa: PLC0415
        from ..models.job_order_answer_conditions import JobOrderAnswerConditions  # noqa: PLC0415
        from ..models.refusal_answer import RefusalAnswer  # noqa: PLC0415
        from ..models.reserved_answer import ReservedAnswer  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_accepted_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                accepted_at_type_0 = datetime.datetime.fromisoformat(data)

                return accepted_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        accepted_at = _parse_accepted_at(d.pop("accepted_at"))

        annual_income_jpy = d.pop("annual_income_jpy")

        def _parse_closed_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                closed_at_type_0 = datetime.datetime.fromisoformat(data)

                return closed_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        closed_at = _parse_closed_at(d.pop("closed_at"))

        def _parse_closes_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                closes_on_type_0 = datetime.date.fromisoformat(data)

                return closes_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        closes_on = _parse_closes_on(d.pop("closes_on"))

        company_id = d.pop("company_id")

        conditions = JobOrderAnswerConditions.from_dict(d.pop("conditions"))

        def _parse_credit(data: object) -> None | ReservedAnswer:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                credit_type_0 = ReservedAnswer.from_dict(data)

                return credit_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | ReservedAnswer, data)

        credit = _parse_credit(d.pop("credit"))

        fee = FeeAnswer.from_dict(d.pop("fee"))

        filled = d.pop("filled")

        job_order_id = d.pop("job_order_id")

        openings = d.pop("openings")

        penalty_notice_version = d.pop("penalty_notice_version")

        posted_at = datetime.datetime.fromisoformat(d.pop("posted_at"))

        def _parse_refusal(data: object) -> None | RefusalAnswer:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                refusal_type_0 = RefusalAnswer.from_dict(data)

                return refusal_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | RefusalAnswer, data)

        refusal = _parse_refusal(d.pop("refusal"))

        def _parse_refused_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                refused_at_type_0 = datetime.datetime.fromisoformat(data)

                return refused_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        refused_at = _parse_refused_at(d.pop("refused_at"))

        state = JobOrderState(d.pop("state"))

        title = d.pop("title")

        job_order_answer = cls(
            accepted_at=accepted_at,
            annual_income_jpy=annual_income_jpy,
            closed_at=closed_at,
            closes_on=closes_on,
            company_id=company_id,
            conditions=conditions,
            credit=credit,
            fee=fee,
            filled=filled,
            job_order_id=job_order_id,
            openings=openings,
            penalty_notice_version=penalty_notice_version,
            posted_at=posted_at,
            refusal=refusal,
            refused_at=refused_at,
            state=state,
            title=title,
        )

        job_order_answer.additional_properties = d
        return job_order_answer

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
