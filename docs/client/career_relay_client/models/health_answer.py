from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.connection_state import ConnectionState
from ..models.ill import Ill

T = TypeVar("T", bound="HealthAnswer")


@_attrs_define
class HealthAnswer:
    """
    Attributes:
        degraded_since (datetime.datetime | None):
        ills (list[Ill]): refused: deliveries are not believed. access: our asking.
        last_event_at (datetime.datetime | None):
        last_refused_at (datetime.datetime | None):
        last_refused_why (None | str):
        refusals (int): Since then, in a row.
        state (ConnectionState):
        trouble (None | str): What keeps the system from doing what we ask.
    """

    degraded_since: datetime.datetime | None
    ills: list[Ill]
    last_event_at: datetime.datetime | None
    last_refused_at: datetime.datetime | None
    last_refused_why: None | str
    refusals: int
    state: ConnectionState
    trouble: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        degraded_since: None | str
        if isinstance(self.degraded_since, datetime.datetime):
            degraded_since = self.degraded_since.isoformat()
        else:
            degraded_since = self.degraded_since

        ills = []
        for ills_item_data in self.ills:
            ills_item = ills_item_data.value
            ills.append(ills_item)

        last_event_at: None | str
        if isinstance(self.last_event_at, datetime.datetime):
            last_event_at = self.last_event_at.isoformat()
        else:
            last_event_at = self.last_event_at

        last_refused_at: None | str
        if isinstance(self.last_refused_at, datetime.datetime):
            last_refused_at = self.last_refused_at.isoformat()
        else:
            last_refused_at = self.last_refused_at

        last_refused_why: None | str
        last_refused_why = self.last_refused_why

        refusals = self.refusals

        state = self.state.value

        trouble: None | str
        trouble = self.trouble

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "degraded_since": degraded_since,
                "ills": ills,
                "last_event_at": last_event_at,
                "last_refused_at": last_refused_at,
                "last_refused_why": last_refused_why,
                "refusals": refusals,
                "state": state,
                "trouble": trouble,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_degraded_since(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                degraded_since_type_0 = datetime.datetime.fromisoformat(data)

                return degraded_since_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        degraded_since = _parse_degraded_since(d.pop("degraded_since"))

        ills = []
        _ills = d.pop("ills")
        for ills_item_data in _ills:
            ills_item = Ill(ills_item_data)

            ills.append(ills_item)

        def _parse_last_event_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                last_event_at_type_0 = datetime.datetime.fromisoformat(data)

                return last_event_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        last_event_at = _parse_last_event_at(d.pop("last_event_at"))

        def _parse_last_refused_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                last_refused_at_type_0 = datetime.datetime.fromisoformat(data)

                return last_refused_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        last_refused_at = _parse_last_refused_at(d.pop("last_refused_at"))

        def _parse_last_refused_why(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        last_refused_why = _parse_last_refused_why(d.pop("last_refused_why"))

        refusals = d.pop("refusals")

        state = ConnectionState(d.pop("state"))

        def _parse_trouble(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        trouble = _parse_trouble(d.pop("trouble"))

        health_answer = cls(
            degraded_since=degraded_since,
            ills=ills,
            last_event_at=last_event_at,
            last_refused_at=last_refused_at,
            last_refused_why=last_refused_why,
            refusals=refusals,
            state=state,
            trouble=trouble,
        )

        health_answer.additional_properties = d
        return health_answer

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
