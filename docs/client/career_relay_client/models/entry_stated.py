from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.entry_stated_kind import EntryStatedKind

T = TypeVar("T", bound="EntryStated")


@_attrs_define
class EntryStated:
    """`hash` is SHA-256 of the rest as JSON: names sorted, no spaces, UTF-8 and not `\\u`.

    Attributes:
        amount (int):
        company_id (str):
        entry_id (str):
        hash_ (str):
        kind (EntryStatedKind):
        occurred_on (datetime.date):
        prev_hash (str): The hash of the entry before; 64 zeros for the first.
        recorded_on (datetime.date):
        rule_version (int):
        seq (int):
    """

    amount: int
    company_id: str
    entry_id: str
    hash_: str
    kind: EntryStatedKind
    occurred_on: datetime.date
    prev_hash: str
    recorded_on: datetime.date
    rule_version: int
    seq: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        amount = self.amount

        company_id = self.company_id

        entry_id = self.entry_id

        hash_ = self.hash_

        kind = self.kind.value

        occurred_on = self.occurred_on.isoformat()

        prev_hash = self.prev_hash

        recorded_on = self.recorded_on.isoformat()

        rule_version = self.rule_version

        seq = self.seq

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "amount": amount,
                "company_id": company_id,
                "entry_id": entry_id,
                "hash": hash_,
                "kind": kind,
                "occurred_on": occurred_on,
                "prev_hash": prev_hash,
                "recorded_on": recorded_on,
                "rule_version": rule_version,
                "seq": seq,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        amount = d.pop("amount")

        company_id = d.pop("company_id")

        entry_id = d.pop("entry_id")

        hash_ = d.pop("hash")

        kind = EntryStatedKind(d.pop("kind"))

        occurred_on = datetime.date.fromisoformat(d.pop("occurred_on"))

        prev_hash = d.pop("prev_hash")

        recorded_on = datetime.date.fromisoformat(d.pop("recorded_on"))

        rule_version = d.pop("rule_version")

        seq = d.pop("seq")

        entry_stated = cls(
            amount=amount,
            company_id=company_id,
            entry_id=entry_id,
            hash_=hash_,
            kind=kind,
            occurred_on=occurred_on,
            prev_hash=prev_hash,
            recorded_on=recorded_on,
            rule_version=rule_version,
            seq=seq,
        )

        entry_stated.additional_properties = d
        return entry_stated

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
