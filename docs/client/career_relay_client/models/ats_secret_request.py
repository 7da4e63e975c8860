from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="AtsSecretRequest")


@_attrs_define
class AtsSecretRequest:
    """
    Attributes:
        beside (bool | Unset): As good as those there are: Lever has one for each kind of event. Default: False.
        secret (None | str | Unset):
    """

    beside: bool | Unset = False
    secret: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        beside = self.beside

        secret: None | str | Unset
        if isinstance(self.secret, Unset):
            secret = UNSET
        else:
            secret = self.secret

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if beside is not UNSET:
            field_dict["beside"] = beside
        if secret is not UNSET:
            field_dict["secret"] = secret

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        beside = d.pop("beside", UNSET)

        def _parse_secret(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        secret = _parse_secret(d.pop("secret", UNSET))

        ats_secret_request = cls(
            beside=beside,
            secret=secret,
        )

        return ats_secret_request
