from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.rejection_request_locale_type_0 import RejectionRequestLocaleType0
from ..models.rejection_request_stage_type_0 import RejectionRequestStageType0
from ..types import UNSET, Unset

T = TypeVar("T", bound="RejectionRequest")


@_attrs_define
class RejectionRequest:
    """
    Attributes:
        external_id (str): Your system's number or key of the application: Latin letters, digits and ._/#:- , a digit at
            least. Never an address, a telephone number or a name. Kept as a keyed hash only.
        job_family (None | str | Unset): A code of yours. Not kept so far.
        locale (None | RejectionRequestLocaleType0 | Unset): Of the sentences. Left out: your company's.
        stage (None | RejectionRequestStageType0 | Unset): How far they came.
    """

    external_id: str
    job_family: None | str | Unset = UNSET
    locale: None | RejectionRequestLocaleType0 | Unset = UNSET
    stage: None | RejectionRequestStageType0 | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        external_id = self.external_id

        job_family: None | str | Unset
        if isinstance(self.job_family, Unset):
            job_family = UNSET
        else:
            job_family = self.job_family

        locale: None | str | Unset
        if isinstance(self.locale, Unset):
            locale = UNSET
        elif isinstance(self.locale, RejectionRequestLocaleType0):
            locale = self.locale.value
        else:
            locale = self.locale

        stage: None | str | Unset
        if isinstance(self.stage, Unset):
            stage = UNSET
        elif isinstance(self.stage, RejectionRequestStageType0):
            stage = self.stage.value
        else:
            stage = self.stage

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "external_id": external_id,
            }
        )
        if job_family is not UNSET:
            field_dict["job_family"] = job_family
        if locale is not UNSET:
            field_dict["locale"] = locale
        if stage is not UNSET:
            field_dict["stage"] = stage

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        external_id = d.pop("external_id")

        def _parse_job_family(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        job_family = _parse_job_family(d.pop("job_family", UNSET))

        def _parse_locale(data: object) -> None | RejectionRequestLocaleType0 | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                locale_type_0 = RejectionRequestLocaleType0(data)

                return locale_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | RejectionRequestLocaleType0 | Unset, data)

        locale = _parse_locale(d.pop("locale", UNSET))

        def _parse_stage(data: object) -> None | RejectionRequestStageType0 | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                stage_type_0 = RejectionRequestStageType0(data)

                return stage_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | RejectionRequestStageType0 | Unset, data)

        stage = _parse_stage(d.pop("stage", UNSET))

        rejection_request = cls(
            external_id=external_id,
            job_family=job_family,
            locale=locale,
            stage=stage,
        )

        return rejection_request
