from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.rules_answer_words import RulesAnswerWords


T = TypeVar("T", bound="RulesAnswer")


@_attrs_define
class RulesAnswer:
    """
    Attributes:
        acceptance_needed (bool):
        burst (int):
        burst_minutes (int):
        contact_weekdays (int):
        credit_months (int):
        early_leave_days (int):
        effective_from (datetime.datetime):
        fee_cap_jpy (int):
        fee_percent (int):
        hold_days (int):
        notice_days (list[int]):
        person_held_days (int):
        restored_days (int):
        runoff_days (int):
        version (int):
        words (RulesAnswerWords): The same, in plain words.
        threshold (int | Unset):  Default: 10.
    """

    acceptance_needed: bool
    burst: int
    burst_minutes: int
    contact_weekdays: int
    credit_months: int
    early_leave_days: int
    effective_from: datetime.datetime
    fee_cap_jpy: int
    fee_percent: int
    hold_days: int
    notice_days: list[int]
    person_held_days: int
    restored_days: int
    runoff_days: int
    version: int
    words: RulesAnswerWords
    threshold: int | Unset = 10
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        acceptance_needed = self.acceptance_needed

        burst = self.burst

        burst_minutes = self.burst_minutes

        contact_weekdays = self.contact_weekdays

        credit_months = self.credit_months

        early_leave_days = self.early_leave_days

        effective_from = self.effective_from.isoformat()

        fee_cap_jpy = self.fee_cap_jpy

        fee_percent = self.fee_percent

        hold_days = self.hold_days

        notice_days = self.notice_days

        person_held_days = self.person_held_days

        restored_days = self.restored_days

        runoff_days = self.runoff_days

        version = self.version

        words = self.words.to_dict()

        threshold = self.threshold

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "acceptance_needed": acceptance_needed,
                "burst": burst,
                "burst_minutes": burst_minutes,
                "contact_weekdays": contact_weekdays,
                "credit_months": credit_months,
                "early_leave_days": early_leave_days,
                "effective_from": effective_from,
                "fee_cap_jpy": fee_cap_jpy,
                "fee_percent": fee_percent,
                "hold_days": hold_days,
                "notice_days": notice_days,
                "person_held_days": person_held_days,
                "restored_days": restored_days,
                "runoff_days": runoff_days,
                "version": version,
                "words": words,
            }
        )
        if threshold is not UNSET:
            field_dict["threshold"] = threshold

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.rules_answer_words import RulesAnswerWords  # noqa: PLC0415

        d = dict(src_dict)
        acceptance_needed = d.pop("acceptance_needed")

        burst = d.pop("burst")

        burst_minutes = d.pop("burst_minutes")

        contact_weekdays = d.pop("contact_weekdays")

        credit_months = d.pop("credit_months")

        early_leave_days = d.pop("early_leave_days")

        effective_from = datetime.datetime.fromisoformat(d.pop("effective_from"))

        fee_cap_jpy = d.pop("fee_cap_jpy")

        fee_percent = d.pop("fee_percent")

        hold_days = d.pop("hold_days")

        notice_days = cast(list[int], d.pop("notice_days"))

        person_held_days = d.pop("person_held_days")

        restored_days = d.pop("restored_days")

        runoff_days = d.pop("runoff_days")

        version = d.pop("version")

        words = RulesAnswerWords.from_dict(d.pop("words"))

        threshold = d.pop("threshold", UNSET)

        rules_answer = cls(
            acceptance_needed=acceptance_needed,
            burst=burst,
            burst_minutes=burst_minutes,
            contact_weekdays=contact_weekdays,
            credit_months=credit_months,
            early_leave_days=early_leave_days,
            effective_from=effective_from,
            fee_cap_jpy=fee_cap_jpy,
            fee_percent=fee_percent,
            hold_days=hold_days,
            notice_days=notice_days,
            person_held_days=person_held_days,
            restored_days=restored_days,
            runoff_days=runoff_days,
            version=version,
            words=words,
            threshold=threshold,
        )

        rules_answer.additional_properties = d
        return rules_answer

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
