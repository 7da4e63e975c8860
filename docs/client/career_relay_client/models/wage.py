from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.wage_per import WagePer
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.fixed_overtime import FixedOvertime


T = TypeVar("T", bound="Wage")


@_attrs_define
class Wage:
    """賃金, without 固定残業代.

    Attributes:
        from_jpy (int):
        per (WagePer):
        to_jpy (int):
        detail (None | str | Unset): Allowances, bonuses, commutation.
        fixed_overtime (FixedOvertime | None | Unset):
    """

    from_jpy: int
    per: WagePer
    to_jpy: int
    detail: None | str | Unset = UNSET
    fixed_overtime: FixedOvertime | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.fixed_overtime import FixedOvertime  # noqa: PLC0415

        from_jpy = self.from_jpy

        per = self.per.value

        to_jpy = self.to_jpy

        detail: None | str | Unset
        if isinstance(self.detail, Unset):
            detail = UNSET
        else:
            detail = self.detail

        fixed_overtime: dict[str, Any] | None | Unset
        if isinstance(self.fixed_overtime, Unset):
            fixed_overtime = UNSET
        elif isinstance(self.fixed_overtime, FixedOvertime):
            fixed_overtime = self.fixed_overtime.to_dict()
        else:
            fixed_overtime = self.fixed_overtime

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "from_jpy": from_jpy,
                "per": per,
                "to_jpy": to_jpy,
            }
        )
        if detail is not UNSET:
            field_dict["detail"] = detail
        if fixed_overtime is not UNSET:
            field_dict["fixed_overtime"] = fixed_overtime

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.fixed_overtime import FixedOvertime  # noqa: PLC0415

        d = dict(src_dict)
        from_jpy = d.pop("from_jpy")

        per = WagePer(d.pop("per"))

        to_jpy = d.pop("to_jpy")

        def _parse_detail(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        detail = _parse_detail(d.pop("detail", UNSET))

        def _parse_fixed_overtime(data: object) -> FixedOvertime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                fixed_overtime_type_0 = FixedOvertime.from_dict(data)

                return fixed_overtime_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(FixedOvertime | None | Unset, data)

        fixed_overtime = _parse_fixed_overtime(d.pop("fixed_overtime", UNSET))

        wage = cls(
            from_jpy=from_jpy,
            per=per,
            to_jpy=to_jpy,
            detail=detail,
            fixed_overtime=fixed_overtime,
        )

        return wage
