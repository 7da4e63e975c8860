from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="ReserveRequest")


@_attrs_define
class ReserveRequest:
    """
    Attributes:
        accepted_difference_jpy (int | Unset): fee.with_credit_jpy of the job order; needed where it is above 0.
            Default: 0.
    """

    accepted_difference_jpy: int | Unset = 0

    def to_dict(self) -> dict[str, Any]:
        accepted_difference_jpy = self.accepted_difference_jpy

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if accepted_difference_jpy is not UNSET:
            field_dict["accepted_difference_jpy"] = accepted_difference_jpy

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        accepted_difference_jpy = d.pop("accepted_difference_jpy", UNSET)

        reserve_request = cls(
            accepted_difference_jpy=accepted_difference_jpy,
        )

        return reserve_request
