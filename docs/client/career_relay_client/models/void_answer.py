from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.void_state import VoidState

T = TypeVar("T", bound="VoidAnswer")


@_attrs_define
class VoidAnswer:
    """How many it concerned is not said: a company sees totals only, in its figures. Of what had
    counted, at least 3 are taken back together, an hour after; fewer go on counting.

        Attributes:
            from_ (datetime.datetime):
            reason (str):
            state (VoidState):
            to (datetime.datetime):
            window_id (str):
    """

    from_: datetime.datetime
    reason: str
    state: VoidState
    to: datetime.datetime
    window_id: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from_ = self.from_.isoformat()

        reason = self.reason

        state = self.state.value

        to = self.to.isoformat()

        window_id = self.window_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "from": from_,
                "reason": reason,
                "state": state,
                "to": to,
                "window_id": window_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        from_ = datetime.datetime.fromisoformat(d.pop("from"))

        reason = d.pop("reason")

        state = VoidState(d.pop("state"))

        to = datetime.datetime.fromisoformat(d.pop("to"))

        window_id = d.pop("window_id")

        void_answer = cls(
            from_=from_,
            reason=reason,
            state=state,
            to=to,
            window_id=window_id,
        )

        void_answer.additional_properties = d
        return void_answer

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
