from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.provider import Provider
from ..models.way import Way

if TYPE_CHECKING:
    from ..models.connection_answer_settings import ConnectionAnswerSettings
    from ..models.health_answer import HealthAnswer
    from ..models.secret_answer import SecretAnswer


T = TypeVar("T", bound="ConnectionAnswer")


@_attrs_define
class ConnectionAnswer:
    """
    Attributes:
        connection_id (str):
        created_at (datetime.datetime):
        has_access (bool):
        health (HealthAnswer):
        label (str):
        link_id (str):
        link_url (str): The same for everybody, to paste where nothing else goes.
        provider (Provider):
        receive_url (None | str): For the system's webhooks; null: it sends none.
        secrets (list[SecretAnswer]):
        settings (ConnectionAnswerSettings):
        way (Way): How we hear of applications.
    """

    connection_id: str
    created_at: datetime.datetime
    has_access: bool
    health: HealthAnswer
    label: str
    link_id: str
    link_url: str
    provider: Provider
    receive_url: None | str
    secrets: list[SecretAnswer]
    settings: ConnectionAnswerSettings
    way: Way
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        connection_id = self.connection_id

        created_at = self.created_at.isoformat()

        has_access = self.has_access

        health = self.health.to_dict()

        label = self.label

        link_id = self.link_id

        link_url = self.link_url

        provider = self.provider.value

        receive_url: None | str
        receive_url = self.receive_url

        secrets = []
        for secrets_item_data in self.secrets:
            secrets_item = secrets_item_data.to_dict()
            secrets.append(secrets_item)

        settings = self.settings.to_dict()

        way = self.way.value

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "connection_id": connection_id,
                "created_at": created_at,
                "has_access": has_access,
                "health": health,
                "label": label,
                "link_id": link_id,
                "link_url": link_url,
                "provider": provider,
                "receive_url": receive_url,
                "secrets": secrets,
                "settings": settings,
                "way": way,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.connection_answer_settings import ConnectionAnswerSettings  # noqa: PLC0415
        from ..models.health_answer import HealthAnswer  # noqa: PLC0415
        from ..models.secret_answer import SecretAnswer  # noqa: PLC0415

        d = dict(src_dict)
        connection_id = d.pop("connection_id")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        has_access = d.pop("has_access")

        health = HealthAnswer.from_dict(d.pop("health"))

        label = d.pop("label")

        link_id = d.pop("link_id")

        link_url = d.pop("link_url")

        provider = Provider(d.pop("provider"))

        def _parse_receive_url(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        receive_url = _parse_receive_url(d.pop("receive_url"))

        secrets = []
        _secrets = d.pop("secrets")
        for secrets_item_data in _secrets:
            secrets_item = SecretAnswer.from_dict(secrets_item_data)

            secrets.append(secrets_item)

        settings = ConnectionAnswerSettings.from_dict(d.pop("settings"))

        way = Way(d.pop("way"))

        connection_answer = cls(
            connection_id=connection_id,
            created_at=created_at,
            has_access=has_access,
            health=health,
            label=label,
            link_id=link_id,
            link_url=link_url,
            provider=provider,
            receive_url=receive_url,
            secrets=secrets,
            settings=settings,
            way=way,
        )

        connection_answer.additional_properties = d
        return connection_answer

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
