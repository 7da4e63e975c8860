from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.entry_answer_kind import EntryAnswerKind

T = TypeVar("T", bound="EntryAnswer")


@_attrs_define
class EntryAnswer:
    """One line of the ledger; `hash` covers all of it and the line before.

    Attributes:
        amount (int):
        entry_id (str):
        hash_ (str):
        kind (EntryAnswerKind):
        occurred_at (datetime.datetime):
        prev_hash (str):
        recorded_at (datetime.datetime):
        rule_version (int):
        seq (int):
    """

    amount: int
    entry_id: str
    hash_: str
    kind: EntryAnswerKind
    occurred_at: datetime.datetime
    prev_hash: str
    recorded_at: datetime.datetime
    rule_version: int
    seq: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        amount = self.amount

        entry_id = self.entry_id

        hash_ = self.hash_

        kind = self.kind.value

        occurred_at = self.occurred_at.isoformat()

        prev_hash = self.prev_hash

        recorded_at = self.recorded_at.isoformat()

        rule_version = self.rule_version

        seq = self.seq

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "amount": amount,
                "entry_id": entry_id,
                "hash": hash_,
                "kind": kind,
                "occurred_at": occurred_at,
                "prev_hash": prev_hash,
                "recorded_at": recorded_at,
                "rule_version": rule_version,
                "seq": seq,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        amount = d.pop("amount")

        entry_id = d.pop("entry_id")

        hash_ = d.pop("hash")

        kind = EntryAnswerKind(d.pop("kind"))

        occurred_at = datetime.datetime.fromisoformat(d.pop("occurred_at"))

        prev_hash = d.pop("prev_hash")

        recorded_at = datetime.datetime.fromisoformat(d.pop("recorded_at"))

        rule_version = d.pop("rule_version")

        seq = d.pop("seq")

        entry_answer = cls(
            amount=amount,
            entry_id=entry_id,
            hash_=hash_,
            kind=kind,
            occurred_at=occurred_at,
            prev_hash=prev_hash,
            recorded_at=recorded_at,
            rule_version=rule_version,
            seq=seq,
        )

        entry_answer.additional_properties = d
        return entry_answer

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
