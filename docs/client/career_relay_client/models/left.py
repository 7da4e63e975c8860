from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import (
    Any,
    Literal,
    TypeVar,
    cast,
)

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="Left")


@_attrs_define
class Left:
    """
    Attributes:
        company_id (str):
        credits_available (int):
        credits_reserved (int): They go on; one that is released expires as said.
        usable_until (datetime.datetime): Credits may be reserved and used until then; what is left over expires.
        links (str | Unset):  Default: 'They go on serving candidates, and count nobody.'.
        status (Literal['left'] | Unset):  Default: 'left'.
    """

    company_id: str
    credits_available: int
    credits_reserved: int
    usable_until: datetime.datetime
    links: str | Unset = "They go on serving candidates, and count nobody."
    status: Literal["left"] | Unset = "left"
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        company_id = self.company_id

        credits_available = self.credits_available

        credits_reserved = self.credits_reserved

        usable_until = self.usable_until.isoformat()

        links = self.links

        status = self.status

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "company_id": company_id,
                "credits_available": credits_available,
                "credits_reserved": credits_reserved,
                "usable_until": usable_until,
            }
        )
        if links is not UNSET:
            field_dict["links"] = links
        if status is not UNSET:
            field_dict["status"] = status

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        company_id = d.pop("company_id")

        credits_available = d.pop("credits_available")

        credits_reserved = d.pop("credits_reserved")

        usable_until = datetime.datetime.fromisoformat(d.pop("usable_until"))

        links = d.pop("links", UNSET)

        status = cast(Literal["left"] | Unset, d.pop("status", UNSET))
        if status != "left" and not isinstance(status, Unset):
            raise ValueError(f"status must match const 'left', got '{status}'")

        left = cls(
            company_id=company_id,
            credits_available=credits_available,
            credits_reserved=credits_reserved,
            usable_until=usable_until,
            links=links,
            status=status,
        )

        left.additional_properties = d
        return left

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
