from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.connection_change_settings_type_0 import ConnectionChangeSettingsType0


T = TypeVar("T", bound="ConnectionChange")


@_attrs_define
class ConnectionChange:
    """
    Attributes:
        access (None | str | Unset): What we may ask the system with: an API key, or a client's secret. Kept sealed.
        label (None | str | Unset):
        settings (ConnectionChangeSettingsType0 | None | Unset): All of them. greenhouse: client_id, name_key. ashby:
            field_id.
    """

    access: None | str | Unset = UNSET
    label: None | str | Unset = UNSET
    settings: ConnectionChangeSettingsType0 | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.connection_change_settings_type_0 import (
            ConnectionChangeSettingsType0,  # noqa: PLC0415
        )

        access: None | str | Unset
        if isinstance(self.access, Unset):
            access = UNSET
        else:
            access = self.access

        label: None | str | Unset
        if isinstance(self.label, Unset):
            label = UNSET
        else:
            label = self.label

        settings: dict[str, Any] | None | Unset
        if isinstance(self.settings, Unset):
            settings = UNSET
        elif isinstance(self.settings, ConnectionChangeSettingsType0):
            settings = self.settings.to_dict()
        else:
            settings = self.settings

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if access is not UNSET:
            field_dict["access"] = access
        if label is not UNSET:
            field_dict["label"] = label
        if settings is not UNSET:
            field_dict["settings"] = settings

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.connection_change_settings_type_0 import (
            ConnectionChangeSettingsType0,  # noqa: PLC0415
        )

        d = dict(src_dict)

        def _parse_access(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        access = _parse_access(d.pop("access", UNSET))

        def _parse_label(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        label = _parse_label(d.pop("label", UNSET))

        def _parse_settings(data: object) -> ConnectionChangeSettingsType0 | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                settings_type_0 = ConnectionChangeSettingsType0.from_dict(data)

                return settings_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ConnectionChangeSettingsType0 | None | Unset, data)

        settings = _parse_settings(d.pop("settings", UNSET))

        connection_change = cls(
            access=access,
            label=label,
            settings=settings,
        )

        return connection_change
