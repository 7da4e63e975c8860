from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.conditions_insurance_item import ConditionsInsuranceItem
from ..models.conditions_smoking import ConditionsSmoking
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.contract import Contract
    from ..models.hours import Hours
    from ..models.trial import Trial
    from ..models.wage import Wage


T = TypeVar("T", bound="Conditions")


@_attrs_define
class Conditions:
    """労働条件.

    Attributes:
        contract (Contract): 契約期間. One of a fixed term says when it ends, and whether and how it is renewed.
        dispatch (bool): 派遣労働者として雇用する.
        duties (str): 業務内容, as hired.
        duties_change (str): 業務の変更の範囲.
        employer (str): 募集者の氏名または名称.
        hours (Hours): 始業・終業, 休憩, 休日, 時間外.
        insurance (list[ConditionsInsuranceItem]): 加入保険; may be empty.
        smoking (ConditionsSmoking): 受動喫煙を防止するための措置.
        trial (Trial): 試用期間.
        wage (Wage): 賃金, without 固定残業代.
        workplace (str): 就業の場所, as hired.
        workplace_change (str): 就業の場所の変更の範囲.
        smoking_detail (None | str | Unset):
    """

    contract: Contract
    dispatch: bool
    duties: str
    duties_change: str
    employer: str
    hours: Hours
    insurance: list[ConditionsInsuranceItem]
    smoking: ConditionsSmoking
    trial: Trial
    wage: Wage
    workplace: str
    workplace_change: str
    smoking_detail: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        contract = self.contract.to_dict()

        dispatch = self.dispatch

        duties = self.duties

        duties_change = self.duties_change

        employer = self.employer

        hours = self.hours.to_dict()

        insurance = []
        for insurance_item_data in self.insurance:
            insurance_item = insurance_item_data.value
            insurance.append(insurance_item)

        smoking = self.smoking.value

        trial = self.trial.to_dict()

        wage = self.wage.to_dict()

        workplace = self.workplace

        workplace_change = self.workplace_change

        smoking_detail: None | str | Unset
        if isinstance(self.smoking_detail, Unset):
            smoking_detail = UNSET
        else:
            smoking_detail = self.smoking_detail

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "contract": contract,
                "dispatch": dispatch,
                "duties": duties,
                "duties_change": duties_change,
                "employer": employer,
                "hours": hours,
                "insurance": insurance,
                "smoking": smoking,
                "trial": trial,
                "wage": wage,
                "workplace": workplace,
                "workplace_change": workplace_change,
            }
        )
        if smoking_detail is not UNSET:
            field_dict["smoking_detail"] = smoking_detail

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.contract import Contract  # noqa: PLC0415
        from ..models.hours import Hours  # noqa: PLC0415
        from ..models.trial import Trial  # noqa: PLC0415
        from ..models.wage import Wage  # noqa: PLC0415

        d = dict(src_dict)
        contract = Contract.from_dict(d.pop("contract"))

        dispatch = d.pop("dispatch")

        duties = d.pop("duties")

        duties_change = d.pop("duties_change")

        employer = d.pop("employer")

        hours = Hours.from_dict(d.pop("hours"))

        insurance = []
        _insurance = d.pop("insurance")
        for insurance_item_data in _insurance:
            insurance_item = ConditionsInsuranceItem(insurance_item_data)

            insurance.append(insurance_item)

        smoking = ConditionsSmoking(d.pop("smoking"))

        trial = Trial.from_dict(d.pop("trial"))

        wage = Wage.from_dict(d.pop("wage"))

        workplace = d.pop("workplace")

        workplace_change = d.pop("workplace_change")

        def _parse_smoking_detail(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        smoking_detail = _parse_smoking_detail(d.pop("smoking_detail", UNSET))

        conditions = cls(
            contract=contract,
            dispatch=dispatch,
            duties=duties,
            duties_change=duties_change,
            employer=employer,
            hours=hours,
            insurance=insurance,
            smoking=smoking,
            trial=trial,
            wage=wage,
            workplace=workplace,
            workplace_change=workplace_change,
            smoking_detail=smoking_detail,
        )

        return conditions
