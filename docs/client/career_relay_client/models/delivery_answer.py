from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.delivery_answer_state import DeliveryAnswerState

if TYPE_CHECKING:
    from ..models.attempt_answer import AttemptAnswer


T = TypeVar("T", bound="DeliveryAnswer")


@_attrs_define
class DeliveryAnswer:
    """
    Attributes:
        attempts (list[AttemptAnswer]): The newest last; the newest 24 are kept.
        delivery_id (str): The message's `webhook-id`: the same however often sent.
        made_at (datetime.datetime):
        next_attempt_at (datetime.datetime | None):
        state (DeliveryAnswerState): failed: no attempt is left. dropped: the endpoint was paused or disabled.
        type_ (str):
    """

    attempts: list[AttemptAnswer]
    delivery_id: str
    made_at: datetime.datetime
    next_attempt_at: datetime.datetime | None
    state: DeliveryAnswerState
    type_: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        attempts = []
        for attempts_item_data in self.attempts:
            attempts_item = attempts_item_data.to_dict()
            attempts.append(attempts_item)

        delivery_id = self.delivery_id

        made_at = self.made_at.isoformat()

        next_attempt_at: None | str
        if isinstance(self.next_attempt_at, datetime.datetime):
            next_attempt_at = self.next_attempt_at.isoformat()
        else:
            next_attempt_at = self.next_attempt_at

        state = self.state.value

        type_ = self.type_

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "attempts": attempts,
                "delivery_id": delivery_id,
                "made_at": made_at,
                "next_attempt_at": next_attempt_at,
                "state": state,
                "type": type_,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.attempt_answer import AttemptAnswer  # noqa: PLC0415

        d = dict(src_dict)
        attempts = []
        _attempts = d.pop("attempts")
        for attempts_item_data in _attempts:
            attempts_item = AttemptAnswer.from_dict(attempts_item_data)

            attempts.append(attempts_item)

        delivery_id = d.pop("delivery_id")

        made_at = datetime.datetime.fromisoformat(d.pop("made_at"))

        def _parse_next_attempt_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                next_attempt_at_type_0 = datetime.datetime.fromisoformat(data)

                return next_attempt_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        next_attempt_at = _parse_next_attempt_at(d.pop("next_attempt_at"))

        state = DeliveryAnswerState(d.pop("state"))

        type_ = d.pop("type")

        delivery_answer = cls(
            attempts=attempts,
            delivery_id=delivery_id,
            made_at=made_at,
            next_attempt_at=next_attempt_at,
            state=state,
            type_=type_,
        )

        delivery_answer.additional_properties = d
        return delivery_answer

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
