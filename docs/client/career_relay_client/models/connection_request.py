from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.connection_request_provider import ConnectionRequestProvider
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.connection_request_settings import ConnectionRequestSettings


T = TypeVar("T", bound="ConnectionRequest")


@_attrs_define
class ConnectionRequest:
    """
    Attributes:
        provider (ConnectionRequestProvider):
        access (None | str | Unset): What we may ask the system with: an API key, or a client's secret. Kept sealed.
        label (None | str | Unset):
        secret (None | str | Unset): What the system signs with. Left out: ours, where you may choose it.
        settings (ConnectionRequestSettings | Unset): greenhouse: client_id, name_key. ashby: field_id.
    """

    provider: ConnectionRequestProvider
    access: None | str | Unset = UNSET
    label: None | str | Unset = UNSET
    secret: None | str | Unset = UNSET
    settings: ConnectionRequestSettings | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        provider = self.provider.value

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

        secret: None | str | Unset
        if isinstance(self.secret, Unset):
            secret = UNSET
        else:
            secret = self.secret

        settings: dict[str, Any] | Unset = UNSET
        if not isinstance(self.settings, Unset):
            settings = self.settings.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "provider": provider,
            }
        )
        if access is not UNSET:
            field_dict["access"] = access
        if label is not UNSET:
            field_dict["label"] = label
        if secret is not UNSET:
            field_dict["secret"] = secret
        if settings is not UNSET:
            field_dict["settings"] = settings

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.connection_request_settings import ConnectionRequestSettings  # noqa: PLC0415

        d = dict(src_dict)
        provider = ConnectionRequestProvider(d.pop("provider"))

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

        def _parse_secret(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        secret = _parse_secret(d.pop("secret", UNSET))

        _settings = d.pop("settings", UNSET)
        settings: ConnectionRequestSettings | Unset
        if isinstance(_settings, Unset):
            settings = UNSET
        else:
            settings = ConnectionRequestSettings.from_dict(_settings)

        connection_request = cls(
            provider=provider,
            access=access,
            label=label,
            secret=secret,
            settings=settings,
        )

        return connection_request
