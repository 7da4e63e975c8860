from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import (
    TYPE_CHECKING,
    Any,
    Literal,
    TypeVar,
    cast,
)

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.entry_stated import EntryStated
    from ..models.statement_answer_balances import StatementAnswerBalances


T = TypeVar("T", bound="StatementAnswer")


@_attrs_define
class StatementAnswer:
    """What `career-relay verify-statement` reads.

    Attributes:
        as_of (datetime.date | None): The day the ledger last moved.
        balances (StatementAnswerBalances): At that entry: each total of the ledger, and `net` (counted - uncounted),
            `milestones`, `toward_next`, `available`, `reserved_now`.
        company_id (str):
        entries (list[EntryStated]):
        hash_ (str): Of the same entry. Noted down, it holds all before it fast.
        next_cursor (None | str): Of the next part. null where the file is whole.
        seq (int): Of the last entry there is, in this part or a later one.
        format_ (Literal['career-relay-statement'] | Unset):  Default: 'career-relay-statement'.
        threshold (int | Unset):  Default: 10.
        version (Literal[1] | Unset):  Default: 1.
    """

    as_of: datetime.date | None
    balances: StatementAnswerBalances
    company_id: str
    entries: list[EntryStated]
    hash_: str
    next_cursor: None | str
    seq: int
    format_: Literal["career-relay-statement"] | Unset = "career-relay-statement"
    threshold: int | Unset = 10
    version: Literal[1] | Unset = 1
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        as_of: None | str
        if isinstance(self.as_of, datetime.date):
            as_of = self.as_of.isoformat()
        else:
            as_of = self.as_of

        balances = self.balances.to_dict()

        company_id = self.company_id

        entries = []
        for entries_item_data in self.entries:
            entries_item = entries_item_data.to_dict()
            entries.append(entries_item)

        hash_ = self.hash_

        next_cursor: None | str
        next_cursor = self.next_cursor

        seq = self.seq

        format_ = self.format_

        threshold = self.threshold

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "as_of": as_of,
                "balances": balances,
                "company_id": company_id,
                "entries": entries,
                "hash": hash_,
                "next_cursor": next_cursor,
                "seq": seq,
            }
        )
        if format_ is not UNSET:
            field_dict["format"] = format_
        if threshold is not UNSET:
            field_dict["threshold"] = threshold
        if version is not UNSET:
            field_dict["version"] = version

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.entry_stated import EntryStated  # noqa: PLC0415
        from ..models.statement_answer_balances import StatementAnswerBalances  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_as_of(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                as_of_type_0 = datetime.date.fromisoformat(data)

                return as_of_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        as_of = _parse_as_of(d.pop("as_of"))

        balances = StatementAnswerBalances.from_dict(d.pop("balances"))

        company_id = d.pop("company_id")

        entries = []
        _entries = d.pop("entries")
        for entries_item_data in _entries:
            entries_item = EntryStated.from_dict(entries_item_data)

            entries.append(entries_item)

        hash_ = d.pop("hash")

        def _parse_next_cursor(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        next_cursor = _parse_next_cursor(d.pop("next_cursor"))

        seq = d.pop("seq")

        format_ = cast(Literal["career-relay-statement"] | Unset, d.pop("format", UNSET))
        if format_ != "career-relay-statement" and not isinstance(format_, Unset):
            raise ValueError(f"format must match const 'career-relay-statement', got '{format_}'")

        threshold = d.pop("threshold", UNSET)

        version = cast(Literal[1] | Unset, d.pop("version", UNSET))
        if version != 1 and not isinstance(version, Unset):
            raise ValueError(f"version must match const 1, got '{version}'")

        statement_answer = cls(
            as_of=as_of,
            balances=balances,
            company_id=company_id,
            entries=entries,
            hash_=hash_,
            next_cursor=next_cursor,
            seq=seq,
            format_=format_,
            threshold=threshold,
            version=version,
        )

        statement_answer.additional_properties = d
        return statement_answer

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
