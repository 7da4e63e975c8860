from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.upload_answer import UploadAnswer


T = TypeVar("T", bound="ImportOffer")


@_attrs_define
class ImportOffer:
    """
    Attributes:
        expires_at (datetime.datetime):
        import_id (str):
        upload (UploadAnswer): Post `fields` and, last, the file as `file`: multipart/form-data, to `url`.
    """

    expires_at: datetime.datetime
    import_id: str
    upload: UploadAnswer
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        expires_at = self.expires_at.isoformat()

        import_id = self.import_id

        upload = self.upload.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "expires_at": expires_at,
                "import_id": import_id,
                "upload": upload,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.upload_answer import UploadAnswer  # noqa: PLC0415

        d = dict(src_dict)
        expires_at = datetime.datetime.fromisoformat(d.pop("expires_at"))

        import_id = d.pop("import_id")

        upload = UploadAnswer.from_dict(d.pop("upload"))

        import_offer = cls(
            expires_at=expires_at,
            import_id=import_id,
            upload=upload,
        )

        import_offer.additional_properties = d
        return import_offer

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
