"""Labour conditions as a candidate reads them: the main ones first, then all the law has an order
say (ESA 5-3). What an order leaves out is left out here.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any, Final

from shared.domain.locale import Locale
from shared.pages.when import day

type Json = Mapping[str, Any]

ORDER: Final = (
    *("duties", "workplace", "hours", "wage"),
    *("contract", "trial", "holidays", "overtime", "break", "insurance"),
    *("duties_change", "workplace_change", "employer", "dispatch", "smoking"),
)


def told(conditions: Json, said: Json, locale: Locale) -> Iterator[tuple[str, str]]:
    """(what it is called, what the order says of it)."""
    for name in ORDER:
        tell = TELLS.get(name)
        text = tell(conditions, said, locale) if tell else str(conditions.get(name) or "")
        if text:
            yield said[name], text


def _hours(conditions: Json, said: Json, _: Locale) -> str:
    hours = _of(conditions, "hours")
    lines = [str(hours.get("stated", "")), said["system"].get(hours.get("system"), "")]
    if minutes := hours.get("deemed_minutes_per_day"):
        lines.append(said["deemed"].format(hours=minutes // 60, minutes=minutes % 60))
    return _lines(lines)


def _wage(conditions: Json, said: Json, _: Locale) -> str:
    """With the fixed overtime, which is no part of it."""
    wage = _of(conditions, "wage")
    per = said["per"].get(wage.get("per"))
    if per is None:
        return ""
    fixed = wage.get("fixed_overtime")
    paid = said["fixed_overtime"].format(**fixed) if fixed else said["no_fixed_overtime"]
    return _lines([per.format(**wage), paid, wage.get("detail", "")])


def _contract(conditions: Json, said: Json, locale: Locale) -> str:
    contract, words = _of(conditions, "contract"), said["terms"]
    lines = [words.get(contract.get("term"), "")]
    for name in ("starts_on", "ends_on"):
        if name in contract:
            on = day(date.fromisoformat(contract[name]), locale)
            lines.append(words[name].format(on=on))
    lines.append(words["renewal"].get(contract.get("renewal"), ""))
    for name in ("renewal_criteria", "renewal_limit"):
        if text := contract.get(name):
            lines.append(words[name].format(text=text))
    return _lines(lines)


def _trial(conditions: Json, said: Json, _: Locale) -> str:
    trial = _of(conditions, "trial")
    if "months" not in trial:
        return ""
    months = trial["months"]
    text = said["months"].format(n=months) if months else said["none"]
    return _lines([text, trial.get("conditions", "")])


def _holidays(conditions: Json, _said: Json, _: Locale) -> str:
    return str(_of(conditions, "hours").get("holidays", ""))


def _overtime(conditions: Json, said: Json, _: Locale) -> str:
    hours = _of(conditions, "hours").get("overtime_hours_per_month")
    return "" if hours is None else said["a_month"].format(n=hours) if hours else said["none"]


def _break(conditions: Json, said: Json, _: Locale) -> str:
    minutes = _of(conditions, "hours").get("break_minutes")
    return "" if minutes is None else said["minutes"].format(n=minutes) if minutes else said["none"]


def _insurance(conditions: Json, said: Json, _: Locale) -> str:
    found = conditions.get("insurance")
    if found is None:
        return ""
    return str(said["and"].join(said["insurances"][name] for name in found) or said["none"])


def _dispatch(conditions: Json, said: Json, _: Locale) -> str:
    found = conditions.get("dispatch")
    return "" if found is None else str(said["dispatched" if found else "not_dispatched"])


def _smoking(conditions: Json, said: Json, _: Locale) -> str:
    text = said["smokes"].get(conditions.get("smoking"), "")
    return _lines([text, conditions.get("smoking_detail", "")])


def _of(conditions: Json, name: str) -> Json:
    found = conditions.get(name)
    return found if isinstance(found, Mapping) else {}


def _lines(lines: list[str]) -> str:
    return "\n".join(filter(None, lines))


TELLS: Final[Mapping[str, Callable[[Json, Json, Locale], str]]] = {
    "hours": _hours,
    "wage": _wage,
    "contract": _contract,
    "trial": _trial,
    "holidays": _holidays,
    "overtime": _overtime,
    "break": _break,
    "insurance": _insurance,
    "dispatch": _dispatch,
    "smoking": _smoking,
}
