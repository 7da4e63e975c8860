from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="FixedOvertime")


@_attrs_define
class FixedOvertime:
    """固定残業代: how much, for how many hours; more hours are paid besides.

    Attributes:
        amount_jpy (int):
        excess_paid (bool):
        hours_per_month (int):
    """

    amount_jpy: int
    excess_paid: bool
    hours_per_month: int

    def to_dict(self) -> dict[str, Any]:
        amount_jpy = self.amount_jpy

        excess_paid = self.excess_paid

        hours_per_month = self.hours_per_month

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "amount_jpy": amount_jpy,
                "excess_paid": excess_paid,
                "hours_per_month": hours_per_month,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        amount_jpy = d.pop("amount_jpy")

        excess_paid = d.pop("excess_paid")

        hours_per_month = d.pop("hours_per_month")

        fixed_overtime = cls(
            amount_jpy=amount_jpy,
            excess_paid=excess_paid,
            hours_per_month=hours_per_month,
        )

        return fixed_overtime
