from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="CompanyChange")


@_attrs_define
class CompanyChange:
    """
    Attributes:
        shows_partners (bool): Hiring partners that agreed too may read your name.
    """

    shows_partners: bool

    def to_dict(self) -> dict[str, Any]:
        shows_partners = self.shows_partners

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "shows_partners": shows_partners,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        shows_partners = d.pop("shows_partners")

        company_change = cls(
            shows_partners=shows_partners,
        )

        return company_change
