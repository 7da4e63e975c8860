from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.fault_answer import FaultAnswer
    from ..models.plan_answer_counts import PlanAnswerCounts


T = TypeVar("T", bound="PlanAnswer")


@_attrs_define
class PlanAnswer:
    """What the import would do. Nothing was done yet: confirm it by its digest.

    Attributes:
        counts (PlanAnswerCounts):
        digest (str):
        errors (list[FaultAnswer]): The first 100; with one of them nothing is taken
        errors_in_all (int):
        left_alone (int): Rows nothing is done with, and that are not in order
        rows (int):
        superseded (int): Rows of a reference that a later row speaks of again
        unknown_lines (list[int]): The first 20 whose result says nothing to us
    """

    counts: PlanAnswerCounts
    digest: str
    errors: list[FaultAnswer]
    errors_in_all: int
    left_alone: int
    rows: int
    superseded: int
    unknown_lines: list[int]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        counts = self.counts.to_dict()

        digest = self.digest

        errors = []
        for errors_item_data in self.errors:
            errors_item = errors_item_data.to_dict()
            errors.append(errors_item)

        errors_in_all = self.errors_in_all

        left_alone = self.left_alone

        rows = self.rows

        superseded = self.superseded

        unknown_lines = self.unknown_lines

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "counts": counts,
                "digest": digest,
                "errors": errors,
                "errors_in_all": errors_in_all,
                "left_alone": left_alone,
                "rows": rows,
                "superseded": superseded,
                "unknown_lines": unknown_lines,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.fault_answer import FaultAnswer  # noqa: PLC0415
        from ..models.plan_answer_counts import PlanAnswerCounts  # noqa: PLC0415

        d = dict(src_dict)
        counts = PlanAnswerCounts.from_dict(d.pop("counts"))

        digest = d.pop("digest")

        errors = []
        _errors = d.pop("errors")
        for errors_item_data in _errors:
            errors_item = FaultAnswer.from_dict(errors_item_data)

            errors.append(errors_item)

        errors_in_all = d.pop("errors_in_all")

        left_alone = d.pop("left_alone")

        rows = d.pop("rows")

        superseded = d.pop("superseded")

        unknown_lines = cast(list[int], d.pop("unknown_lines"))

        plan_answer = cls(
            counts=counts,
            digest=digest,
            errors=errors,
            errors_in_all=errors_in_all,
            left_alone=left_alone,
            rows=rows,
            superseded=superseded,
            unknown_lines=unknown_lines,
        )

        plan_answer.additional_properties = d
        return plan_answer

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
