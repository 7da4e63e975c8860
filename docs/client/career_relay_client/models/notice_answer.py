from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.notice_answer_locale import NoticeAnswerLocale

T = TypeVar("T", bound="NoticeAnswer")


@_attrs_define
class NoticeAnswer:
    """
    Attributes:
        acknowledgement (str):
        heading (str):
        locale (NoticeAnswerLocale):
        sentences (list[str]):
        version (str):
    """

    acknowledgement: str
    heading: str
    locale: NoticeAnswerLocale
    sentences: list[str]
    version: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        acknowledgement = self.acknowledgement

        heading = self.heading

        locale = self.locale.value

        sentences = self.sentences

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "acknowledgement": acknowledgement,
                "heading": heading,
                "locale": locale,
                "sentences": sentences,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        acknowledgement = d.pop("acknowledgement")

        heading = d.pop("heading")

        locale = NoticeAnswerLocale(d.pop("locale"))

        sentences = cast(list[str], d.pop("sentences"))

        version = d.pop("version")

        notice_answer = cls(
            acknowledgement=acknowledgement,
            heading=heading,
            locale=locale,
            sentences=sentences,
            version=version,
        )

        notice_answer.additional_properties = d
        return notice_answer

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
