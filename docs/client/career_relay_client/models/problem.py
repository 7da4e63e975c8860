from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.problem_fields import ProblemFields


T = TypeVar("T", bound="Problem")


@_attrs_define
class Problem:
    """
    Attributes:
        code (str): Stable; for programs.
        detail (str):
        instance (str):
        status (int):
        title (str):
        type_ (str):
        column (str | Unset): Of a CSV: what it was to be read for.
        difference_jpy (int | Unset): What is to be accepted first.
        fields (ProblemFields | Unset):
        line (int | Unset): Of a CSV, as a spreadsheet numbers it.
        reason (str | Unset): Why a CV is not kept, or a CSV not read.
        state (str | Unset): What there is, where it forbids this.
        tries_left (int | Unset):
    """

    code: str
    detail: str
    instance: str
    status: int
    title: str
    type_: str
    column: str | Unset = UNSET
    difference_jpy: int | Unset = UNSET
    fields: ProblemFields | Unset = UNSET
    line: int | Unset = UNSET
    reason: str | Unset = UNSET
    state: str | Unset = UNSET
    tries_left: int | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        code = self.code

        detail = self.detail

        instance = self.instance

        status = self.status

        title = self.title

        type_ = self.type_

        column = self.column

        difference_jpy = self.difference_jpy

        fields: dict[str, Any] | Unset = UNSET
        if not isinstance(self.fields, Unset):
            fields = self.fields.to_dict()

        line = self.line

        reason = self.reason

        state = self.state

        tries_left = self.tries_left

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "code": code,
                "detail": detail,
                "instance": instance,
                "status": status,
                "title": title,
                "type": type_,
            }
        )
        if column is not UNSET:
            field_dict["column"] = column
        if difference_jpy is not UNSET:
            field_dict["difference_jpy"] = difference_jpy
        if fields is not UNSET:
            field_dict["fields"] = fields
        if line is not UNSET:
            field_dict["line"] = line
        if reason is not UNSET:
            field_dict["reason"] = reason
        if state is not UNSET:
            field_dict["state"] = state
        if tries_left is not UNSET:
            field_dict["tries_left"] = tries_left

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.problem_fields import ProblemFields  # noqa: PLC0415

        d = dict(src_dict)
        code = d.pop("code")

        detail = d.pop("detail")

        instance = d.pop("instance")

        status = d.pop("status")

        title = d.pop("title")

        type_ = d.pop("type")

        column = d.pop("column", UNSET)

        difference_jpy = d.pop("difference_jpy", UNSET)

        _fields = d.pop("fields", UNSET)
        fields: ProblemFields | Unset
        if isinstance(_fields, Unset):
            fields = UNSET
        else:
            fields = ProblemFields.from_dict(_fields)

        line = d.pop("line", UNSET)

        reason = d.pop("reason", UNSET)

        state = d.pop("state", UNSET)

        tries_left = d.pop("tries_left", UNSET)

        problem = cls(
            code=code,
            detail=detail,
            instance=instance,
            status=status,
            title=title,
            type_=type_,
            column=column,
            difference_jpy=difference_jpy,
            fields=fields,
            line=line,
            reason=reason,
            state=state,
            tries_left=tries_left,
        )

        problem.additional_properties = d
        return problem

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
