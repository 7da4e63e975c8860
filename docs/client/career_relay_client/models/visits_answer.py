from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="VisitsAnswer")


@_attrs_define
class VisitsAnswer:
    """
    Attributes:
        human (int):
        suspected_bot (int): Mail scanners and programs, as far as they tell.
        total (int):
    """

    human: int
    suspected_bot: int
    total: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        human = self.human

        suspected_bot = self.suspected_bot

        total = self.total

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "human": human,
                "suspected_bot": suspected_bot,
                "total": total,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        human = d.pop("human")

        suspected_bot = d.pop("suspected_bot")

        total = d.pop("total")

        visits_answer = cls(
            human=human,
            suspected_bot=suspected_bot,
            total=total,
        )

        visits_answer.additional_properties = d
        return visits_answer

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
