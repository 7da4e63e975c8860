from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.try_request_meanings_additional_property import (
    TryRequestMeaningsAdditionalProperty,
)

T = TypeVar("T", bound="TryRequestMeanings")


@_attrs_define
class TryRequestMeanings:
    """Of words we do not know, or understand otherwise. Only `company` opens a link"""

    additional_properties: dict[str, TryRequestMeaningsAdditionalProperty] = _attrs_field(
        init=False, factory=dict
    )

    def to_dict(self) -> dict[str, Any]:

        field_dict: dict[str, Any] = {}
        for prop_name, prop in self.additional_properties.items():
            field_dict[prop_name] = prop.value

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        try_request_meanings = cls()

        additional_properties = {}
        for prop_name, prop_dict in d.items():
            additional_property = TryRequestMeaningsAdditionalProperty(prop_dict)

            additional_properties[prop_name] = additional_property

        try_request_meanings.additional_properties = additional_properties
        return try_request_meanings

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> TryRequestMeaningsAdditionalProperty:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: TryRequestMeaningsAdditionalProperty) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
