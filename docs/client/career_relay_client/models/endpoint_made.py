from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.disabled import Disabled
from ..models.endpoint_state import EndpointState
from ..types import UNSET, Unset

T = TypeVar("T", bound="EndpointMade")


@_attrs_define
class EndpointMade:
    """
    Attributes:
        created_at (datetime.datetime):
        description (str):
        disabled_at (datetime.datetime | None):
        disabled_because (Disabled | None): gone: it answered 410. failing: nothing but failures on five days.
        endpoint_id (str):
        events (list[str]):
        failing_since (datetime.datetime | None): Null: the last attempt succeeded.
        last_failed_at (datetime.datetime | None): Since the last success.
        secret_rotated_until (datetime.datetime | None): Until then messages are signed by the secret before, too.
        state (EndpointState):
        url (str):
        secret (None | str | Unset): Shown this once; a replay lacks it.
    """

    created_at: datetime.datetime
    description: str
    disabled_at: datetime.datetime | None
    disabled_because: Disabled | None
    endpoint_id: str
    events: list[str]
    failing_since: datetime.datetime | None
    last_failed_at: datetime.datetime | None
    secret_rotated_until: datetime.datetime | None
    state: EndpointState
    url: str
    secret: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        created_at = self.created_at.isoformat()

        description = self.description

        disabled_at: None | str
        if isinstance(self.disabled_at, datetime.datetime):
            disabled_at = self.disabled_at.isoformat()
        else:
            disabled_at = self.disabled_at

        disabled_because: None | str
        if isinstance(self.disabled_because, Disabled):
            disabled_because = self.disabled_because.value
        else:
            disabled_because = self.disabled_because

        endpoint_id = self.endpoint_id

        events = self.events

        failing_since: None | str
        if isinstance(self.failing_since, datetime.datetime):
            failing_since = self.failing_since.isoformat()
        else:
            failing_since = self.failing_since

        last_failed_at: None | str
        if isinstance(self.last_failed_at, datetime.datetime):
            last_failed_at = self.last_failed_at.isoformat()
        else:
            last_failed_at = self.last_failed_at

        secret_rotated_until: None | str
        if isinstance(self.secret_rotated_until, datetime.datetime):
            secret_rotated_until = self.secret_rotated_until.isoformat()
        else:
            secret_rotated_until = self.secret_rotated_until

        state = self.state.value

        url = self.url

        secret: None | str | Unset
        if isinstance(self.secret, Unset):
            secret = UNSET
        else:
            secret = self.secret

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "created_at": created_at,
                "description": description,
                "disabled_at": disabled_at,
                "disabled_because": disabled_because,
                "endpoint_id": endpoint_id,
                "events": events,
                "failing_since": failing_since,
                "last_failed_at": last_failed_at,
                "secret_rotated_until": secret_rotated_until,
                "state": state,
                "url": url,
            }
        )
        if secret is not UNSET:
            field_dict["secret"] = secret

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        description = d.pop("description")

        def _parse_disabled_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                disabled_at_type_0 = datetime.datetime.fromisoformat(data)

                return disabled_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        disabled_at = _parse_disabled_at(d.pop("disabled_at"))

        def _parse_disabled_because(data: object) -> Disabled | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                disabled_because_type_0 = Disabled(data)

                return disabled_because_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Disabled | None, data)

        disabled_because = _parse_disabled_because(d.pop("disabled_because"))

        endpoint_id = d.pop("endpoint_id")

        events = cast(list[str], d.pop("events"))

        def _parse_failing_since(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                failing_since_type_0 = datetime.datetime.fromisoformat(data)

                return failing_since_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        failing_since = _parse_failing_since(d.pop("failing_since"))

        def _parse_last_failed_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                last_failed_at_type_0 = datetime.datetime.fromisoformat(data)

                return last_failed_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        last_failed_at = _parse_last_failed_at(d.pop("last_failed_at"))

        def _parse_secret_rotated_until(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                secret_rotated_until_type_0 = datetime.datetime.fromisoformat(data)

                return secret_rotated_until_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        secret_rotated_until = _parse_secret_rotated_until(d.pop("secret_rotated_until"))

        state = EndpointState(d.pop("state"))

        url = d.pop("url")

        def _parse_secret(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        secret = _parse_secret(d.pop("secret", UNSET))

        endpoint_made = cls(
            created_at=created_at,
            description=description,
            disabled_at=disabled_at,
            disabled_because=disabled_because,
            endpoint_id=endpoint_id,
            events=events,
            failing_since=failing_since,
            last_failed_at=last_failed_at,
            secret_rotated_until=secret_rotated_until,
            state=state,
            url=url,
            secret=secret,
        )

        endpoint_made.additional_properties = d
        return endpoint_made

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
