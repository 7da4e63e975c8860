from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.fault_answer_column_type_0 import FaultAnswerColumnType0

T = TypeVar("T", bound="FaultAnswer")


@_attrs_define
class FaultAnswer:
    """
    Attributes:
        column (FaultAnswerColumnType0 | None):
        line (int): The row as a spreadsheet numbers it
        reason (str):
    """

    column: FaultAnswerColumnType0 | None
    line: int
    reason: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        column: None | str
        if isinstance(self.column, FaultAnswerColumnType0):
            column = self.column.value
        else:
            column = self.column

        line = self.line

        reason = self.reason

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "column": column,
                "line": line,
                "reason": reason,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_column(data: object) -> FaultAnswerColumnType0 | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                column_type_0 = FaultAnswerColumnType0(data)

                return column_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(FaultAnswerColumnType0 | None, data)

        column = _parse_column(d.pop("column"))

        line = d.pop("line")

        reason = d.pop("reason")

        fault_answer = cls(
            column=column,
            line=line,
            reason=reason,
        )

        fault_answer.additional_properties = d
        return fault_answer

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
