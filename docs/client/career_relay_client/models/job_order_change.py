from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import (
    TYPE_CHECKING,
    Any,
    Literal,
    TypeVar,
    cast,
)

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.conditions import Conditions


T = TypeVar("T", bound="JobOrderChange")


@_attrs_define
class JobOrderChange:
    """All but `state` only until the agency has accepted the order, or refused it.

    Attributes:
        annual_income_jpy (int | None | Unset):
        closes_on (datetime.date | None | Unset): null: no last day any more.
        conditions (Conditions | None | Unset):
        openings (int | None | Unset):
        state (Literal['closed'] | None | Unset):
        title (None | str | Unset):
    """

    annual_income_jpy: int | None | Unset = UNSET
    closes_on: datetime.date | None | Unset = UNSET
    conditions: Conditions | None | Unset = UNSET
    openings: int | None | Unset = UNSET
    state: Literal["closed"] | None | Unset = UNSET
    title: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.conditions import Conditions  # noqa: PLC0415

        annual_income_jpy: int | None | Unset
        if isinstance(self.annual_income_jpy, Unset):
            annual_income_jpy = UNSET
        else:
            annual_income_jpy = self.annual_income_jpy

        closes_on: None | str | Unset
        if isinstance(self.closes_on, Unset):
            closes_on = UNSET
        elif isinstance(self.closes_on, datetime.date):
            closes_on = self.closes_on.isoformat()
        else:
            closes_on = self.closes_on

        conditions: dict[str, Any] | None | Unset
        if isinstance(self.conditions, Unset):
            conditions = UNSET
        elif isinstance(self.conditions, Conditions):
            conditions = self.conditions.to_dict()
        else:
            conditions = self.conditions

        openings: int | None | Unset
        if isinstance(self.openings, Unset):
            openings = UNSET
        else:
            openings = self.openings

        state: Literal["closed"] | None | Unset
        if isinstance(self.state, Unset):
            state = UNSET
        else:
            state = self.state

        title: None | str | Unset
        if isinstance(self.title, Unset):
            title = UNSET
        else:
            title = self.title

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if annual_income_jpy is not UNSET:
            field_dict["annual_income_jpy"] = annual_income_jpy
        if closes_on is not UNSET:
            field_dict["closes_on"] = closes_on
        if conditions is not UNSET:
            field_dict["conditions"] = conditions
        if openings is not UNSET:
            field_dict["openings"] = openings
        if state is not UNSET:
            field_dict["state"] = state
        if title is not UNSET:
            field_dict["title"] = title

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.conditions import Conditions  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_annual_income_jpy(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        annual_income_jpy = _parse_annual_income_jpy(d.pop("annual_income_jpy", UNSET))

        def _parse_closes_on(data: object) -> datetime.date | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                closes_on_type_0 = datetime.date.fromisoformat(data)

                return closes_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None | Unset, data)

        closes_on = _parse_closes_on(d.pop("closes_on", UNSET))

        def _parse_conditions(data: object) -> Conditions | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                conditions_type_0 = Conditions.from_dict(data)

                return conditions_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Conditions | None | Unset, data)

        conditions = _parse_conditions(d.pop("conditions", UNSET))

        def _parse_openings(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        openings = _parse_openings(d.pop("openings", UNSET))

        def _parse_state(data: object) -> Literal["closed"] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            state_type_0 = cast(Literal["closed"], data)
            if state_type_0 != "closed":
                raise ValueError(f"state_type_0 must match const 'closed', got '{state_type_0}'")
            return state_type_0
            return cast(Literal["closed"] | None | Unset, data)

        state = _parse_state(d.pop("state", UNSET))

        def _parse_title(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        title = _parse_title(d.pop("title", UNSET))

        job_order_change = cls(
            annual_income_jpy=annual_income_jpy,
            closes_on=closes_on,
            conditions=conditions,
            openings=openings,
            state=state,
            title=title,
        )

        return job_order_change
