from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.snippet_answer_stage import SnippetAnswerStage
from ..models.snippet_answer_tone import SnippetAnswerTone

T = TypeVar("T", bound="SnippetAnswer")


@_attrs_define
class SnippetAnswer:
    """`text` and `html` follow the company's own sentence of the result.

    Attributes:
        html (str):
        stage (SnippetAnswerStage):
        subject (str):
        text (str):
        tone (SnippetAnswerTone):
    """

    html: str
    stage: SnippetAnswerStage
    subject: str
    text: str
    tone: SnippetAnswerTone
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        html = self.html

        stage = self.stage.value

        subject = self.subject

        text = self.text

        tone = self.tone.value

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "html": html,
                "stage": stage,
                "subject": subject,
                "text": text,
                "tone": tone,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        html = d.pop("html")

        stage = SnippetAnswerStage(d.pop("stage"))

        subject = d.pop("subject")

        text = d.pop("text")

        tone = SnippetAnswerTone(d.pop("tone"))

        snippet_answer = cls(
            html=html,
            stage=stage,
            subject=subject,
            text=text,
            tone=tone,
        )

        snippet_answer.additional_properties = d
        return snippet_answer

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
