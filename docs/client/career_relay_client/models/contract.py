from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.contract_renewal_type_0 import ContractRenewalType0
from ..models.contract_term import ContractTerm
from ..types import UNSET, Unset

T = TypeVar("T", bound="Contract")


@_attrs_define
class Contract:
    """契約期間. One of a fixed term says when it ends, and whether and how it is renewed.

    Attributes:
        term (ContractTerm):
        ends_on (datetime.date | None | Unset):
        renewal (ContractRenewalType0 | None | Unset):
        renewal_criteria (None | str | Unset): 更新の基準. Needed with by_criteria.
        renewal_limit (None | str | Unset): 通算契約期間または更新回数の上限. Needed where it is renewed; say if none.
        starts_on (datetime.date | None | Unset):
    """

    term: ContractTerm
    ends_on: datetime.date | None | Unset = UNSET
    renewal: ContractRenewalType0 | None | Unset = UNSET
    renewal_criteria: None | str | Unset = UNSET
    renewal_limit: None | str | Unset = UNSET
    starts_on: datetime.date | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        term = self.term.value

        ends_on: None | str | Unset
        if isinstance(self.ends_on, Unset):
            ends_on = UNSET
        elif isinstance(self.ends_on, datetime.date):
            ends_on = self.ends_on.isoformat()
        else:
            ends_on = self.ends_on

        renewal: None | str | Unset
        if isinstance(self.renewal, Unset):
            renewal = UNSET
        elif isinstance(self.renewal, ContractRenewalType0):
            renewal = self.renewal.value
        else:
            renewal = self.renewal

        renewal_criteria: None | str | Unset
        if isinstance(self.renewal_criteria, Unset):
            renewal_criteria = UNSET
        else:
            renewal_criteria = self.renewal_criteria

        renewal_limit: None | str | Unset
        if isinstance(self.renewal_limit, Unset):
            renewal_limit = UNSET
        else:
            renewal_limit = self.renewal_limit

        starts_on: None | str | Unset
        if isinstance(self.starts_on, Unset):
            starts_on = UNSET
        elif isinstance(self.starts_on, datetime.date):
            starts_on = self.starts_on.isoformat()
        else:
            starts_on = self.starts_on

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "term": term,
            }
        )
        if ends_on is not UNSET:
            field_dict["ends_on"] = ends_on
        if renewal is not UNSET:
            field_dict["renewal"] = renewal
        if renewal_criteria is not UNSET:
            field_dict["renewal_criteria"] = renewal_criteria
        if renewal_limit is not UNSET:
            field_dict["renewal_limit"] = renewal_limit
        if starts_on is not UNSET:
            field_dict["starts_on"] = starts_on

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        term = ContractTerm(d.pop("term"))

        def _parse_ends_on(data: object) -> datetime.date | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                ends_on_type_0 = datetime.date.fromisoformat(data)

                return ends_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None | Unset, data)

        ends_on = _parse_ends_on(d.pop("ends_on", UNSET))

        def _parse_renewal(data: object) -> ContractRenewalType0 | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                renewal_type_0 = ContractRenewalType0(data)

                return renewal_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ContractRenewalType0 | None | Unset, data)

        renewal = _parse_renewal(d.pop("renewal", UNSET))

        def _parse_renewal_criteria(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        renewal_criteria = _parse_renewal_criteria(d.pop("renewal_criteria", UNSET))

        def _parse_renewal_limit(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        renewal_limit = _parse_renewal_limit(d.pop("renewal_limit", UNSET))

        def _parse_starts_on(data: object) -> datetime.date | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                starts_on_type_0 = datetime.date.fromisoformat(data)

                return starts_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None | Unset, data)

        starts_on = _parse_starts_on(d.pop("starts_on", UNSET))

        contract = cls(
            term=term,
            ends_on=ends_on,
            renewal=renewal,
            renewal_criteria=renewal_criteria,
            renewal_limit=renewal_limit,
            starts_on=starts_on,
        )

        return contract
