from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.try_request_everybody_type_0 import TryRequestEverybodyType0
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.try_request_columns import TryRequestColumns
    from ..models.try_request_meanings import TryRequestMeanings


T = TypeVar("T", bound="TryRequest")


@_attrs_define
class TryRequest:
    """What each column is, and what the company's own words for a result mean.

    Attributes:
        columns (TryRequestColumns): By what it is read for, the name of a column in the file
        everybody (None | TryRequestEverybodyType0 | Unset): What all rows are, where no column says it
        meanings (TryRequestMeanings | Unset): Of words we do not know, or understand otherwise. Only `company` opens a
            link
    """

    columns: TryRequestColumns
    everybody: None | TryRequestEverybodyType0 | Unset = UNSET
    meanings: TryRequestMeanings | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        columns = self.columns.to_dict()

        everybody: None | str | Unset
        if isinstance(self.everybody, Unset):
            everybody = UNSET
        elif isinstance(self.everybody, TryRequestEverybodyType0):
            everybody = self.everybody.value
        else:
            everybody = self.everybody

        meanings: dict[str, Any] | Unset = UNSET
        if not isinstance(self.meanings, Unset):
            meanings = self.meanings.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "columns": columns,
            }
        )
        if everybody is not UNSET:
            field_dict["everybody"] = everybody
        if meanings is not UNSET:
            field_dict["meanings"] = meanings

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.try_request_columns import TryRequestColumns  # noqa: PLC0415
        from ..models.try_request_meanings import TryRequestMeanings  # noqa: PLC0415

        d = dict(src_dict)
        columns = TryRequestColumns.from_dict(d.pop("columns"))

        def _parse_everybody(data: object) -> None | TryRequestEverybodyType0 | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                everybody_type_0 = TryRequestEverybodyType0(data)

                return everybody_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | TryRequestEverybodyType0 | Unset, data)

        everybody = _parse_everybody(d.pop("everybody", UNSET))

        _meanings = d.pop("meanings", UNSET)
        meanings: TryRequestMeanings | Unset
        if isinstance(_meanings, Unset):
            meanings = UNSET
        else:
            meanings = TryRequestMeanings.from_dict(_meanings)

        try_request = cls(
            columns=columns,
            everybody=everybody,
            meanings=meanings,
        )

        return try_request
