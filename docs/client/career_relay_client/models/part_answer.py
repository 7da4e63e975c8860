from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.part_answer_not_counted import PartAnswerNotCounted
    from ..models.visits_answer import VisitsAnswer


T = TypeVar("T", bound="PartAnswer")


@_attrs_define
class PartAnswer:
    """
    Attributes:
        counted (int): Those reversed among them.
        from_ (datetime.date):
        not_counted (PartAnswerNotCounted): By reason; each reason in steps of 3.
        reversed_ (int): Counted, and taken back later.
        submitted (int):
        to (datetime.date): Its last day.
        verified (int):
        visits (VisitsAnswer):
    """

    counted: int
    from_: datetime.date
    not_counted: PartAnswerNotCounted
    reversed_: int
    submitted: int
    to: datetime.date
    verified: int
    visits: VisitsAnswer
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        counted = self.counted

        from_ = self.from_.isoformat()

        not_counted = self.not_counted.to_dict()

        reversed_ = self.reversed_

        submitted = self.submitted

        to = self.to.isoformat()

        verified = self.verified

        visits = self.visits.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "counted": counted,
                "from": from_,
                "not_counted": not_counted,
                "reversed": reversed_,
                "submitted": submitted,
                "to": to,
                "verified": verified,
                "visits": visits,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.part_answer_not_counted import PartAnswerNotCounted  # noqa: PLC0415
        from ..models.visits_answer import VisitsAnswer  # noqa: PLC0415

        d = dict(src_dict)
        counted = d.pop("counted")

        from_ = datetime.date.fromisoformat(d.pop("from"))

        not_counted = PartAnswerNotCounted.from_dict(d.pop("not_counted"))

        reversed_ = d.pop("reversed")

        submitted = d.pop("submitted")

        to = datetime.date.fromisoformat(d.pop("to"))

        verified = d.pop("verified")

        visits = VisitsAnswer.from_dict(d.pop("visits"))

        part_answer = cls(
            counted=counted,
            from_=from_,
            not_counted=not_counted,
            reversed_=reversed_,
            submitted=submitted,
            to=to,
            verified=verified,
            visits=visits,
        )

        part_answer.additional_properties = d
        return part_answer

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
