"""The form of a new version of the rules: what stands in it, and what was typed."""

import re
import unicodedata
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, Final

from shared import forms
from shared.contracts.rules import RulesRequest
from shared.contracts.wire import parse
from shared.domain.errors import InvalidRequest
from shared.domain.rules import Rules
from shared.domain.tokyo import TOKYO

GROUPS: Final = {
    "counting": ("hold_days", "acceptance_needed", "person_held_days", "burst", "burst_minutes"),
    "credits": ("credit_months", "notice_days", "fee_cap_jpy", "fee_percent"),
    "leaving": ("early_leave_days", "restored_days", "runoff_days"),
    "people": ("contact_weekdays",),
}
FIELDS: Final = [name for names in GROUPS.values() for name in names]
CHOICE, SEVERAL, BEGIN = "acceptance_needed", "notice_days", "effective_from"
ANSWERS: Final = {"yes": True, "no": False}


def bounds(name: str) -> tuple[int, int] | None:
    """The least and the most a figure may be."""
    found = {type(one).__name__: one for one in RulesRequest.model_fields[name].metadata}
    low, high = (getattr(found.get(kind), kind.lower(), None) for kind in ("Ge", "Le"))
    return None if low is None or high is None else (low, high)


BOUNDS: Final = {name: found for name in FIELDS if (found := bounds(name))}


def standing(rules: Rules, now: datetime) -> dict[str, str]:
    """The newest rules as a form shows them; the next ones begin with the day after tomorrow."""
    begin = datetime.combine(
        (now.astimezone(TOKYO) + timedelta(days=2)).date(), datetime.min.time()
    )
    return {**_said(rules), BEGIN: begin.isoformat(timespec="minutes")}


def _said(rules: Rules) -> dict[str, str]:
    figures = {name: str(getattr(rules, name)) for name in FIELDS}
    notices = ", ".join(map(str, rules.notice_days))
    return {**figures, SEVERAL: notices, CHOICE: "yes" if rules.acceptance_needed else "no"}


def kept(typed: Mapping[str, str], known: Rules, newest: Rules) -> dict[str, str]:
    """What was typed, over what somebody else changed meanwhile and this person did not."""
    was, now_is = _said(known), _said(newest)
    untouched = {name for name in FIELDS if typed.get(name, was[name]) == was[name]}
    return {**typed, **{name: now_is[name] for name in untouched}}


def asked(typed: Mapping[str, str], newest: Rules) -> RulesRequest:
    """Raises InvalidRequest: a field is wrong, or nothing changes."""
    body = {name: _read(name, typed.get(name, "")) for name in FIELDS}
    found = parse(RulesRequest, {**body, BEGIN: _begin(typed.get(BEGIN, ""))}).changed()
    changed = {name: value for name, value in found.items() if getattr(newest, name) != value}
    if not changed:
        raise InvalidRequest("nothing changes", {"fields": "unchanged"})
    return parse(RulesRequest, {**changed, BEGIN: _begin(typed.get(BEGIN, ""))})


def _read(name: str, text: str) -> Any:
    plain = unicodedata.normalize("NFKC", text).strip()
    if name == CHOICE:
        return ANSWERS.get(plain, plain)
    if name == SEVERAL:
        return [part for part in re.split(r"[,、・\s]+", plain) if part]
    return forms.number(plain)


def _begin(text: str) -> str:
    """By Tokyo's clock; what is no time stays as it is, and is refused by name."""
    try:
        return forms.moment(text, BEGIN).isoformat()
    except InvalidRequest:
        return "malformed"


def mistakes(error: InvalidRequest, said: Mapping[str, str]) -> dict[str, str]:
    """Beside each field what to do, in the order of the form."""
    wrong = {name.partition(".")[0] for name in error.fields}
    return {name: _mistake(name, said) for name in ("fields", BEGIN, *FIELDS) if name in wrong}


def _mistake(name: str, said: Mapping[str, str]) -> str:
    low, high = BOUNDS.get(name, (0, 0))
    return (said.get(name) or said["figure"]).format(low=f"{low:,}", high=f"{high:,}")
