from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.conditions import Conditions


T = TypeVar("T", bound="JobOrderRequest")


@_attrs_define
class JobOrderRequest:
    """
    Attributes:
        annual_income_jpy (int): 理論年収: what the first year would pay; 80 % of the lowest wage at least.
        conditions (Conditions): 労働条件.
        penalty_clause_acknowledged (bool): The notice at /v1/job-orders/notice was read.
        title (str):
        closes_on (datetime.date | None | Unset): The last day somebody is looked for.
        openings (int | Unset):  Default: 1.
    """

    annual_income_jpy: int
    conditions: Conditions
    penalty_clause_acknowledged: bool
    title: str
    closes_on: datetime.date | None | Unset = UNSET
    openings: int | Unset = 1

    def to_dict(self) -> dict[str, Any]:
        annual_income_jpy = self.annual_income_jpy

        conditions = self.conditions.to_dict()

        penalty_clause_acknowledged = self.penalty_clause_acknowledged

        title = self.title

        closes_on: None | str | Unset
        if isinstance(self.closes_on, Unset):
            closes_on = UNSET
        elif isinstance(self.closes_on, datetime.date):
            closes_on = self.closes_on.isoformat()
        else:
            closes_on = self.closes_on

        openings = self.openings

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "annual_income_jpy": annual_income_jpy,
                "conditions": conditions,
                "penalty_clause_acknowledged": penalty_clause_acknowledged,
                "title": title,
            }
        )
        if closes_on is not UNSET:
            field_dict["closes_on"] = closes_on
        if openings is not UNSET:
            field_dict["openings"] = openings

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.conditions import Conditions  # noqa: PLC0415

        d = dict(src_dict)
        annual_income_jpy = d.pop("annual_income_jpy")

        conditions = Conditions.from_dict(d.pop("conditions"))

        penalty_clause_acknowledged = d.pop("penalty_clause_acknowledged")

        title = d.pop("title")

        def _parse_closes_on(data: object) -> datetime.date | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                closes_on_type_0 = datetime.date.fromisoformat(data)

                return closes_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None | Unset, data)

        closes_on = _parse_closes_on(d.pop("closes_on", UNSET))

        openings = d.pop("openings", UNSET)

        job_order_request = cls(
            annual_income_jpy=annual_income_jpy,
            conditions=conditions,
            penalty_clause_acknowledged=penalty_clause_acknowledged,
            title=title,
            closes_on=closes_on,
            openings=openings,
        )

        return job_order_request
