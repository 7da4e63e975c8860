from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.direction import Direction

if TYPE_CHECKING:
    from ..models.partner_answer import PartnerAnswer


T = TypeVar("T", bound="RelayAnswer")


@_attrs_define
class RelayAnswer:
    """
    Attributes:
        candidates (int): In steps of 3.
        direction (Direction):
        partner (PartnerAnswer): A name where both companies agreed to it; else what kind of company it is.
    """

    candidates: int
    direction: Direction
    partner: PartnerAnswer
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        candidates = self.candidates

        direction = self.direction.value

        partner = self.partner.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "candidates": candidates,
                "direction": direction,
                "partner": partner,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.partner_answer import PartnerAnswer  # noqa: PLC0415

        d = dict(src_dict)
        candidates = d.pop("candidates")

        direction = Direction(d.pop("direction"))

        partner = PartnerAnswer.from_dict(d.pop("partner"))

        relay_answer = cls(
            candidates=candidates,
            direction=direction,
            partner=partner,
        )

        relay_answer.additional_properties = d
        return relay_answer

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
