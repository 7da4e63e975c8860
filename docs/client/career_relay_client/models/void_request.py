from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="VoidRequest")


@_attrs_define
class VoidRequest:
    """
    Attributes:
        from_ (datetime.datetime):
        reason (str):
        to (datetime.datetime): No more in it; an hour to 31 days on.
    """

    from_: datetime.datetime
    reason: str
    to: datetime.datetime

    def to_dict(self) -> dict[str, Any]:
        from_ = self.from_.isoformat()

        reason = self.reason

        to = self.to.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "from": from_,
                "reason": reason,
                "to": to,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        from_ = datetime.datetime.fromisoformat(d.pop("from"))

        reason = d.pop("reason")

        to = datetime.datetime.fromisoformat(d.pop("to"))

        void_request = cls(
            from_=from_,
            reason=reason,
            to=to,
        )

        return void_request
