from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.granularity import Granularity

if TYPE_CHECKING:
    from ..models.part_answer import PartAnswer
    from ..models.stats_answer_not_counted import StatsAnswerNotCounted
    from ..models.visits_answer import VisitsAnswer


T = TypeVar("T", bound="StatsAnswer")


@_attrs_define
class StatsAnswer:
    """
    Attributes:
        as_of (datetime.datetime): Today, as a day.
        counted (int): Those reversed among them.
        from_ (datetime.date):
        granularity (Granularity):
        link_id (None | str): null: all links together.
        not_counted (StatsAnswerNotCounted): By reason; each reason in steps of 3.
        reversed_ (int): Counted, and taken back later.
        series (list[PartAnswer]):
        submitted (int):
        to (datetime.date): Its last day.
        verified (int):
        visits (VisitsAnswer):
    """

    as_of: datetime.datetime
    counted: int
    from_: datetime.date
    granularity: Granularity
    link_id: None | str
    not_counted: StatsAnswerNotCounted
    reversed_: int
    series: list[PartAnswer]
    submitted: int
    to: datetime.date
    verified: int
    visits: VisitsAnswer
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        as_of = self.as_of.isoformat()

        counted = self.counted

        from_ = self.from_.isoformat()

        granularity = self.granularity.value

        link_id: None | str
        link_id = self.link_id

        not_counted = self.not_counted.to_dict()

        reversed_ = self.reversed_

        series = []
        for series_item_data in self.series:
            series_item = series_item_data.to_dict()
            series.append(series_item)

        submitted = self.submitted

        to = self.to.isoformat()

        verified = self.verified

        visits = self.visits.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "as_of": as_of,
                "counted": counted,
                "from": from_,
                "granularity": granularity,
                "link_id": link_id,
                "not_counted": not_counted,
                "reversed": reversed_,
                "series": series,
                "submitted": submitted,
                "to": to,
                "verified": verified,
                "visits": visits,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.part_answer import PartAnswer  # noqa: PLC0415
        from ..models.stats_answer_not_counted import StatsAnswerNotCounted  # noqa: PLC0415
        from ..models.visits_answer import VisitsAnswer  # noqa: PLC0415

        d = dict(src_dict)
        as_of = datetime.datetime.fromisoformat(d.pop("as_of"))

        counted = d.pop("counted")

        from_ = datetime.date.fromisoformat(d.pop("from"))

        granularity = Granularity(d.pop("granularity"))

        def _parse_link_id(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        link_id = _parse_link_id(d.pop("link_id"))

        not_counted = StatsAnswerNotCounted.from_dict(d.pop("not_counted"))

        reversed_ = d.pop("reversed")

        series = []
        _series = d.pop("series")
        for series_item_data in _series:
            series_item = PartAnswer.from_dict(series_item_data)

            series.append(series_item)

        submitted = d.pop("submitted")

        to = datetime.date.fromisoformat(d.pop("to"))

        verified = d.pop("verified")

        visits = VisitsAnswer.from_dict(d.pop("visits"))

        stats_answer = cls(
            as_of=as_of,
            counted=counted,
            from_=from_,
            granularity=granularity,
            link_id=link_id,
            not_counted=not_counted,
            reversed_=reversed_,
            series=series,
            submitted=submitted,
            to=to,
            verified=verified,
            visits=visits,
        )

        stats_answer.additional_properties = d
        return stats_answer

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
