from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.credit_totals import CreditTotals


T = TypeVar("T", bound="ProgressAnswer")


@_attrs_define
class ProgressAnswer:
    """For a company: moves when at least 3 referrals are new or a milestone is reached.

    Attributes:
        as_of (datetime.datetime | None): The day the figures last moved.
        carried_deficit (int):
        counted (int):
        credits_ (CreditTotals):
        milestones (int):
        to_next (int):
        toward_next (int):
        threshold (int | Unset):  Default: 10.
    """

    as_of: datetime.datetime | None
    carried_deficit: int
    counted: int
    credits_: CreditTotals
    milestones: int
    to_next: int
    toward_next: int
    threshold: int | Unset = 10
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        as_of: None | str
        if isinstance(self.as_of, datetime.datetime):
            as_of = self.as_of.isoformat()
        else:
            as_of = self.as_of

        carried_deficit = self.carried_deficit

        counted = self.counted

        credits_ = self.credits_.to_dict()

        milestones = self.milestones

        to_next = self.to_next

        toward_next = self.toward_next

        threshold = self.threshold

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "as_of": as_of,
                "carried_deficit": carried_deficit,
                "counted": counted,
                "credits": credits_,
                "milestones": milestones,
                "to_next": to_next,
                "toward_next": toward_next,
            }
        )
        if threshold is not UNSET:
            field_dict["threshold"] = threshold

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.credit_totals import CreditTotals  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_as_of(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                as_of_type_0 = datetime.datetime.fromisoformat(data)

                return as_of_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        as_of = _parse_as_of(d.pop("as_of"))

        carried_deficit = d.pop("carried_deficit")

        counted = d.pop("counted")

        credits_ = CreditTotals.from_dict(d.pop("credits"))

        milestones = d.pop("milestones")

        to_next = d.pop("to_next")

        toward_next = d.pop("toward_next")

        threshold = d.pop("threshold", UNSET)

        progress_answer = cls(
            as_of=as_of,
            carried_deficit=carried_deficit,
            counted=counted,
            credits_=credits_,
            milestones=milestones,
            to_next=to_next,
            toward_next=toward_next,
            threshold=threshold,
        )

        progress_answer.additional_properties = d
        return progress_answer

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
