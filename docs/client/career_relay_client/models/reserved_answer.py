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

T = TypeVar("T", bound="ReservedAnswer")


@_attrs_define
class ReservedAnswer:
    """
    Attributes:
        credit_id (str):
        expires_at (datetime.datetime): Not while it is reserved.
        job_order_id (str):
        number (int):
        state (Literal['reserved'] | Unset):  Default: 'reserved'.
    """

    credit_id: str
    expires_at: datetime.datetime
    job_order_id: str
    number: int
    state: Literal["reserved"] | Unset = "reserved"
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        credit_id = self.credit_id

        expires_at = self.expires_at.isoformat()

        job_order_id = self.job_order_id

        number = self.number

        state = self.state

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "credit_id": credit_id,
                "expires_at": expires_at,
                "job_order_id": job_order_id,
                "number": number,
            }
        )
        if state is not UNSET:
            field_dict["state"] = state

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        credit_id = d.pop("credit_id")

        expires_at = datetime.datetime.fromisoformat(d.pop("expires_at"))

        job_order_id = d.pop("job_order_id")

        number = d.pop("number")

        state = cast(Literal["reserved"] | Unset, d.pop("state", UNSET))
        if state != "reserved" and not isinstance(state, Unset):
            raise ValueError(f"state must match const 'reserved', got '{state}'")

        reserved_answer = cls(
            credit_id=credit_id,
            expires_at=expires_at,
            job_order_id=job_order_id,
            number=number,
            state=state,
        )

        reserved_answer.additional_properties = d
        return reserved_answer

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
