from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.step_answer import StepAnswer


T = TypeVar("T", bound="SelfTestAnswer")


@_attrs_define
class SelfTestAnswer:
    """Nothing of it is kept, counted or told.

    Attributes:
        good (bool): Nothing failed.
        steps (list[StepAnswer]):
    """

    good: bool
    steps: list[StepAnswer]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        good = self.good

        steps = []
        for steps_item_data in self.steps:
            steps_item = steps_item_data.to_dict()
            steps.append(steps_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "good": good,
                "steps": steps,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.step_answer import StepAnswer  # noqa: PLC0415

        d = dict(src_dict)
        good = d.pop("good")

        steps = []
        _steps = d.pop("steps")
        for steps_item_data in _steps:
            steps_item = StepAnswer.from_dict(steps_item_data)

            steps.append(steps_item)

        self_test_answer = cls(
            good=good,
            steps=steps,
        )

        self_test_answer.additional_properties = d
        return self_test_answer

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
