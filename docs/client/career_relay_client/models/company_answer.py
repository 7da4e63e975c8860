from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.company_state import CompanyState

T = TypeVar("T", bound="CompanyAnswer")


@_attrs_define
class CompanyAnswer:
    """
    Attributes:
        company_id (str):
        industry (None | str):
        name (str):
        shows_partners (bool):
        size_band (None | str):
        state (CompanyState):
    """

    company_id: str
    industry: None | str
    name: str
    shows_partners: bool
    size_band: None | str
    state: CompanyState
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        company_id = self.company_id

        industry: None | str
        industry = self.industry

        name = self.name

        shows_partners = self.shows_partners

        size_band: None | str
        size_band = self.size_band

        state = self.state.value

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "company_id": company_id,
                "industry": industry,
                "name": name,
                "shows_partners": shows_partners,
                "size_band": size_band,
                "state": state,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        company_id = d.pop("company_id")

        def _parse_industry(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        industry = _parse_industry(d.pop("industry"))

        name = d.pop("name")

        shows_partners = d.pop("shows_partners")

        def _parse_size_band(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        size_band = _parse_size_band(d.pop("size_band"))

        state = CompanyState(d.pop("state"))

        company_answer = cls(
            company_id=company_id,
            industry=industry,
            name=name,
            shows_partners=shows_partners,
            size_band=size_band,
            state=state,
        )

        company_answer.additional_properties = d
        return company_answer

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
