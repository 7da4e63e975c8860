from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.delivery_asked_state import DeliveryAskedState
from ..types import UNSET, Unset

T = TypeVar("T", bound="DeliveryAsked")


@_attrs_define
class DeliveryAsked:
    """On its way. What became of it is at `deliveries`.

    Attributes:
        delivery_id (str):
        state (DeliveryAskedState | Unset):  Default: DeliveryAskedState.WAITING.
    """

    delivery_id: str
    state: DeliveryAskedState | Unset = DeliveryAskedState.WAITING
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        delivery_id = self.delivery_id

        state: str | Unset = UNSET
        if not isinstance(self.state, Unset):
            state = self.state.value

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "delivery_id": delivery_id,
            }
        )
        if state is not UNSET:
            field_dict["state"] = state

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        delivery_id = d.pop("delivery_id")

        _state = d.pop("state", UNSET)
        state: DeliveryAskedState | Unset
        if isinstance(_state, Unset):
            state = UNSET
        else:
            state = DeliveryAskedState(_state)

        delivery_asked = cls(
            delivery_id=delivery_id,
            state=state,
        )

        delivery_asked.additional_properties = d
        return delivery_asked

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
