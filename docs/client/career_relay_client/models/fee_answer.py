from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="FeeAnswer")


@_attrs_define
class FeeAnswer:
    """Of one hire. What is left to pay with a credit is accepted when it is reserved.

    Attributes:
        covered_income_jpy (int):
        income_jpy (int):
        rule_version (int):
        with_credit_jpy (int):
        without_credit_jpy (int):
    """

    covered_income_jpy: int
    income_jpy: int
    rule_version: int
    with_credit_jpy: int
    without_credit_jpy: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        covered_income_jpy = self.covered_income_jpy

        income_jpy = self.income_jpy

        rule_version = self.rule_version

        with_credit_jpy = self.with_credit_jpy

        without_credit_jpy = self.without_credit_jpy

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "covered_income_jpy": covered_income_jpy,
                "income_jpy": income_jpy,
                "rule_version": rule_version,
                "with_credit_jpy": with_credit_jpy,
                "without_credit_jpy": without_credit_jpy,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        covered_income_jpy = d.pop("covered_income_jpy")

        income_jpy = d.pop("income_jpy")

        rule_version = d.pop("rule_version")

        with_credit_jpy = d.pop("with_credit_jpy")

        without_credit_jpy = d.pop("without_credit_jpy")

        fee_answer = cls(
            covered_income_jpy=covered_income_jpy,
            income_jpy=income_jpy,
            rule_version=rule_version,
            with_credit_jpy=with_credit_jpy,
            without_credit_jpy=without_credit_jpy,
        )

        fee_answer.additional_properties = d
        return fee_answer

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
