from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.outcome import Outcome

T = TypeVar("T", bound="AtsDeliveryAnswer")


@_attrs_define
class AtsDeliveryAnswer:
    """
    Attributes:
        application_id (None | str):
        delivery_id (str):
        outcome (Outcome):
        reason (None | str): Why nothing followed, or why it was not believed.
        received_at (datetime.datetime):
        repeated_at (datetime.datetime | None):
        repeats (int): How often it came again.
        what (None | str): application.rejected, ..; null where it was not read.
    """

    application_id: None | str
    delivery_id: str
    outcome: Outcome
    reason: None | str
    received_at: datetime.datetime
    repeated_at: datetime.datetime | None
    repeats: int
    what: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        application_id: None | str
        application_id = self.application_id

        delivery_id = self.delivery_id

        outcome = self.outcome.value

        reason: None | str
        reason = self.reason

        received_at = self.received_at.isoformat()

        repeated_at: None | str
        if isinstance(self.repeated_at, datetime.datetime):
            repeated_at = self.repeated_at.isoformat()
        else:
            repeated_at = self.repeated_at

        repeats = self.repeats

        what: None | str
        what = self.what

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "application_id": application_id,
                "delivery_id": delivery_id,
                "outcome": outcome,
                "reason": reason,
                "received_at": received_at,
                "repeated_at": repeated_at,
                "repeats": repeats,
                "what": what,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_application_id(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        application_id = _parse_application_id(d.pop("application_id"))

        delivery_id = d.pop("delivery_id")

        outcome = Outcome(d.pop("outcome"))

        def _parse_reason(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        reason = _parse_reason(d.pop("reason"))

        received_at = datetime.datetime.fromisoformat(d.pop("received_at"))

        def _parse_repeated_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                repeated_at_type_0 = datetime.datetime.fromisoformat(data)

                return repeated_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        repeated_at = _parse_repeated_at(d.pop("repeated_at"))

        repeats = d.pop("repeats")

        def _parse_what(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        what = _parse_what(d.pop("what"))

        ats_delivery_answer = cls(
            application_id=application_id,
            delivery_id=delivery_id,
            outcome=outcome,
            reason=reason,
            received_at=received_at,
            repeated_at=repeated_at,
            repeats=repeats,
            what=what,
        )

        ats_delivery_answer.additional_properties = d
        return ats_delivery_answer

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
