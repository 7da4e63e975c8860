from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.company_request_locale import CompanyRequestLocale
from ..types import UNSET, Unset

T = TypeVar("T", bound="CompanyRequest")


@_attrs_define
class CompanyRequest:
    """
    Attributes:
        contact_email (str):
        contact_name (str):
        name (str):
        industry (None | str | Unset): A division of the JSIC (A to T), or words.
        locale (CompanyRequestLocale | Unset):  Default: CompanyRequestLocale.JA.
        size_band (None | str | Unset): As in 100-299.
    """

    contact_email: str
    contact_name: str
    name: str
    industry: None | str | Unset = UNSET
    locale: CompanyRequestLocale | Unset = CompanyRequestLocale.JA
    size_band: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        contact_email = self.contact_email

        contact_name = self.contact_name

        name = self.name

        industry: None | str | Unset
        if isinstance(self.industry, Unset):
            industry = UNSET
        else:
            industry = self.industry

        locale: str | Unset = UNSET
        if not isinstance(self.locale, Unset):
            locale = self.locale.value

        size_band: None | str | Unset
        if isinstance(self.size_band, Unset):
            size_band = UNSET
        else:
            size_band = self.size_band

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "contact_email": contact_email,
                "contact_name": contact_name,
                "name": name,
            }
        )
        if industry is not UNSET:
            field_dict["industry"] = industry
        if locale is not UNSET:
            field_dict["locale"] = locale
        if size_band is not UNSET:
            field_dict["size_band"] = size_band

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        contact_email = d.pop("contact_email")

        contact_name = d.pop("contact_name")

        name = d.pop("name")

        def _parse_industry(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        industry = _parse_industry(d.pop("industry", UNSET))

        _locale = d.pop("locale", UNSET)
        locale: CompanyRequestLocale | Unset
        if isinstance(_locale, Unset):
            locale = UNSET
        else:
            locale = CompanyRequestLocale(_locale)

        def _parse_size_band(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        size_band = _parse_size_band(d.pop("size_band", UNSET))

        company_request = cls(
            contact_email=contact_email,
            contact_name=contact_name,
            name=name,
            industry=industry,
            locale=locale,
            size_band=size_band,
        )

        return company_request
