from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.link_state import LinkState

T = TypeVar("T", bound="LinkAnswer")


@_attrs_define
class LinkAnswer:
    """
    Attributes:
        channel (None | str):
        closes_at (datetime.datetime | None):
        created_at (datetime.datetime):
        job_family (None | str):
        label (str):
        link_id (str):
        slug (str):
        stage (None | str):
        state (LinkState):
        url (str):
    """

    channel: None | str
    closes_at: datetime.datetime | None
    created_at: datetime.datetime
    job_family: None | str
    label: str
    link_id: str
    slug: str
    stage: None | str
    state: LinkState
    url: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        channel: None | str
        channel = self.channel

        closes_at: None | str
        if isinstance(self.closes_at, datetime.datetime):
            closes_at = self.closes_at.isoformat()
        else:
            closes_at = self.closes_at

        created_at = self.created_at.isoformat()

        job_family: None | str
        job_family = self.job_family

        label = self.label

        link_id = self.link_id

        slug = self.slug

        stage: None | str
        stage = self.stage

        state = self.state.value

        url = self.url

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "channel": channel,
                "closes_at": closes_at,
                "created_at": created_at,
                "job_family": job_family,
                "label": label,
                "link_id": link_id,
                "slug": slug,
                "stage": stage,
                "state": state,
                "url": url,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_channel(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        channel = _parse_channel(d.pop("channel"))

        def _parse_closes_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                closes_at_type_0 = datetime.datetime.fromisoformat(data)

                return closes_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        closes_at = _parse_closes_at(d.pop("closes_at"))

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        def _parse_job_family(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        job_family = _parse_job_family(d.pop("job_family"))

        label = d.pop("label")

        link_id = d.pop("link_id")

        slug = d.pop("slug")

        def _parse_stage(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        stage = _parse_stage(d.pop("stage"))

        state = LinkState(d.pop("state"))

        url = d.pop("url")

        link_answer = cls(
            channel=channel,
            closes_at=closes_at,
            created_at=created_at,
            job_family=job_family,
            label=label,
            link_id=link_id,
            slug=slug,
            stage=stage,
            state=state,
            url=url,
        )

        link_answer.additional_properties = d
        return link_answer

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
