from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.lot_state import LotState
from ..types import UNSET, Unset

T = TypeVar("T", bound="CreditAnswer")


@_attrs_define
class CreditAnswer:
    """
    Attributes:
        credit_id (str):
        expires_at (datetime.datetime):
        granted_at (datetime.datetime):
        number (int): Which milestone earned it.
        state (LotState):
        job_order_id (None | str | Unset):
    """

    credit_id: str
    expires_at: datetime.datetime
    granted_at: datetime.datetime
    number: int
    state: LotState
    job_order_id: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        credit_id = self.credit_id

        expires_at = self.expires_at.isoformat()

        granted_at = self.granted_at.isoformat()

        number = self.number

        state = self.state.value

        job_order_id: None | str | Unset
        if isinstance(self.job_order_id, Unset):
            job_order_id = UNSET
        else:
            job_order_id = self.job_order_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "credit_id": credit_id,
                "expires_at": expires_at,
                "granted_at": granted_at,
                "number": number,
                "state": state,
            }
        )
        if job_order_id is not UNSET:
            field_dict["job_order_id"] = job_order_id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        credit_id = d.pop("credit_id")

        expires_at = datetime.datetime.fromisoformat(d.pop("expires_at"))

        granted_at = datetime.datetime.fromisoformat(d.pop("granted_at"))

        number = d.pop("number")

        state = LotState(d.pop("state"))

        def _parse_job_order_id(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        job_order_id = _parse_job_order_id(d.pop("job_order_id", UNSET))

        credit_answer = cls(
            credit_id=credit_id,
            expires_at=expires_at,
            granted_at=granted_at,
            number=number,
            state=state,
            job_order_id=job_order_id,
        )

        credit_answer.additional_properties = d
        return credit_answer

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
