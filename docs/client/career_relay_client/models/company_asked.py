from __future__ import annotations

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

T = TypeVar("T", bound="CompanyAsked")


@_attrs_define
class CompanyAsked:
    """
    Attributes:
        company_id (str):
        status (Literal['pending_review'] | Unset):  Default: 'pending_review'.
    """

    company_id: str
    status: Literal["pending_review"] | Unset = "pending_review"
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        company_id = self.company_id

        status = self.status

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "company_id": company_id,
            }
        )
        if status is not UNSET:
            field_dict["status"] = status

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        company_id = d.pop("company_id")

        status = cast(Literal["pending_review"] | Unset, d.pop("status", UNSET))
        if status != "pending_review" and not isinstance(status, Unset):
            raise ValueError(f"status must match const 'pending_review', got '{status}'")

        company_asked = cls(
            company_id=company_id,
            status=status,
        )

        company_asked.additional_properties = d
        return company_asked

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
