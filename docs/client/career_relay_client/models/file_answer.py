from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.file_answer_suggested import FileAnswerSuggested


T = TypeVar("T", bound="FileAnswer")


@_attrs_define
class FileAnswer:
    """The names of the file's columns, and what each seems to be for.

    Attributes:
        columns (list[str]):
        suggested (FileAnswerSuggested):
        words (list[str]): Results in the suggested column that we do not know
    """

    columns: list[str]
    suggested: FileAnswerSuggested
    words: list[str]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        columns = self.columns

        suggested = self.suggested.to_dict()

        words = self.words

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "columns": columns,
                "suggested": suggested,
                "words": words,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.file_answer_suggested import FileAnswerSuggested  # noqa: PLC0415

        d = dict(src_dict)
        columns = cast(list[str], d.pop("columns"))

        suggested = FileAnswerSuggested.from_dict(d.pop("suggested"))

        words = cast(list[str], d.pop("words"))

        file_answer = cls(
            columns=columns,
            suggested=suggested,
            words=words,
        )

        file_answer.additional_properties = d
        return file_answer

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
