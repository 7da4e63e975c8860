from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.hours_system import HoursSystem
from ..types import UNSET, Unset

T = TypeVar("T", bound="Hours")


@_attrs_define
class Hours:
    """始業・終業, 休憩, 休日, 時間外.

    Attributes:
        break_minutes (int):
        holidays (str):
        overtime_hours_per_month (int): On average. 0: there is none.
        stated (str): 始業及び終業の時刻, e.g. 9:00-18:00.
        system (HoursSystem):
        deemed_minutes_per_day (int | None | Unset): みなし労働時間. Needed if discretionary.
    """

    break_minutes: int
    holidays: str
    overtime_hours_per_month: int
    stated: str
    system: HoursSystem
    deemed_minutes_per_day: int | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        break_minutes = self.break_minutes

        holidays = self.holidays

        overtime_hours_per_month = self.overtime_hours_per_month

        stated = self.stated

        system = self.system.value

        deemed_minutes_per_day: int | None | Unset
        if isinstance(self.deemed_minutes_per_day, Unset):
            deemed_minutes_per_day = UNSET
        else:
            deemed_minutes_per_day = self.deemed_minutes_per_day

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "break_minutes": break_minutes,
                "holidays": holidays,
                "overtime_hours_per_month": overtime_hours_per_month,
                "stated": stated,
                "system": system,
            }
        )
        if deemed_minutes_per_day is not UNSET:
            field_dict["deemed_minutes_per_day"] = deemed_minutes_per_day

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        break_minutes = d.pop("break_minutes")

        holidays = d.pop("holidays")

        overtime_hours_per_month = d.pop("overtime_hours_per_month")

        stated = d.pop("stated")

        system = HoursSystem(d.pop("system"))

        def _parse_deemed_minutes_per_day(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        deemed_minutes_per_day = _parse_deemed_minutes_per_day(
            d.pop("deemed_minutes_per_day", UNSET)
        )

        hours = cls(
            break_minutes=break_minutes,
            holidays=holidays,
            overtime_hours_per_month=overtime_hours_per_month,
            stated=stated,
            system=system,
            deemed_minutes_per_day=deemed_minutes_per_day,
        )

        return hours
