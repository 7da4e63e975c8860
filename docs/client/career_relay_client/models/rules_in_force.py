from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.rules_answer import RulesAnswer


T = TypeVar("T", bound="RulesInForce")


@_attrs_define
class RulesInForce:
    """
    Attributes:
        coming (list[RulesAnswer]):
        in_force (RulesAnswer):
    """

    coming: list[RulesAnswer]
    in_force: RulesAnswer
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        coming = []
        for coming_item_data in self.coming:
            coming_item = coming_item_data.to_dict()
            coming.append(coming_item)

        in_force = self.in_force.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "coming": coming,
                "in_force": in_force,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.rules_answer import RulesAnswer  # noqa: PLC0415

        d = dict(src_dict)
        coming = []
        _coming = d.pop("coming")
        for coming_item_data in _coming:
            coming_item = RulesAnswer.from_dict(coming_item_data)

            coming.append(coming_item)

        in_force = RulesAnswer.from_dict(d.pop("in_force"))

        rules_in_force = cls(
            coming=coming,
            in_force=in_force,
        )

        rules_in_force.additional_properties = d
        return rules_in_force

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
