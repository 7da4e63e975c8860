from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.import_state import ImportState

if TYPE_CHECKING:
    from ..models.file_answer import FileAnswer
    from ..models.import_answer_counts import ImportAnswerCounts


T = TypeVar("T", bound="ImportAnswer")


@_attrs_define
class ImportAnswer:
    """
    Attributes:
        counts (ImportAnswerCounts):
        file (FileAnswer | None): While it waits to be confirmed, once it came
        gone_over (int):
        import_id (str):
        links (int): How many are in the list of its links
        made_at (datetime.datetime):
        over_at (datetime.datetime | None):
        reason (None | str): Why nothing of it was taken
        rows (int):
        state (ImportState):
    """

    counts: ImportAnswerCounts
    file: FileAnswer | None
    gone_over: int
    import_id: str
    links: int
    made_at: datetime.datetime
    over_at: datetime.datetime | None
    reason: None | str
    rows: int
    state: ImportState
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.file_answer import FileAnswer  # noqa: PLC0415

        counts = self.counts.to_dict()

        file: dict[str, Any] | None
        if isinstance(self.file, FileAnswer):
            file = self.file.to_dict()
        else:
            file = self.file

        gone_over = self.gone_over

        import_id = self.import_id

        links = self.links

        made_at = self.made_at.isoformat()

        over_at: None | str
        if isinstance(self.over_at, datetime.datetime):
            over_at = self.over_at.isoformat()
        else:
            over_at = self.over_at

        reason: None | str
        reason = self.reason

        rows = self.rows

        state = self.state.value

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "counts": counts,
                "file": file,
                "gone_over": gone_over,
                "import_id": import_id,
                "links": links,
                "made_at": made_at,
                "over_at": over_at,
                "reason": reason,
                "rows": rows,
                "state": state,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.file_answer import FileAnswer  # noqa: PLC0415
        from ..models.import_answer_counts import ImportAnswerCounts  # noqa: PLC0415

        d = dict(src_dict)
        counts = ImportAnswerCounts.from_dict(d.pop("counts"))

        def _parse_file(data: object) -> FileAnswer | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                file_type_0 = FileAnswer.from_dict(data)

                return file_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(FileAnswer | None, data)

        file = _parse_file(d.pop("file"))

        gone_over = d.pop("gone_over")

        import_id = d.pop("import_id")

        links = d.pop("links")

        made_at = datetime.datetime.fromisoformat(d.pop("made_at"))

        def _parse_over_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                over_at_type_0 = datetime.datetime.fromisoformat(data)

                return over_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        over_at = _parse_over_at(d.pop("over_at"))

        def _parse_reason(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        reason = _parse_reason(d.pop("reason"))

        rows = d.pop("rows")

        state = ImportState(d.pop("state"))

        import_answer = cls(
            counts=counts,
            file=file,
            gone_over=gone_over,
            import_id=import_id,
            links=links,
            made_at=made_at,
            over_at=over_at,
            reason=reason,
            rows=rows,
            state=state,
        )

        import_answer.additional_properties = d
        return import_answer

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
