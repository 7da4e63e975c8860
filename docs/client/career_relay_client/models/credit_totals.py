from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="CreditTotals")


@_attrs_define
class CreditTotals:
    """
    Attributes:
        available (int):
        consumed (int):
        expired (int):
        reserved (int):
        voided (int):
    """

    available: int
    consumed: int
    expired: int
    reserved: int
    voided: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        available = self.available

        consumed = self.consumed

        expired = self.expired

        reserved = self.reserved

        voided = self.voided

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "available": available,
                "consumed": consumed,
                "expired": expired,
                "reserved": reserved,
                "voided": voided,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        available = d.pop("available")

        consumed = d.pop("consumed")

        expired = d.pop("expired")

        reserved = d.pop("reserved")

        voided = d.pop("voided")

        credit_totals = cls(
            available=available,
            consumed=consumed,
            expired=expired,
            reserved=reserved,
            voided=voided,
        )

        credit_totals.additional_properties = d
        return credit_totals

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
