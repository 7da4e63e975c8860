"""A job order typed into a form: its fields' names, and the body the API would be sent.

A field's name is its path in the body, `-` for `.` and without `conditions.`.
"""

from collections.abc import Mapping
from typing import Any, Final

from shared.forms import number, ticked

INSURANCES: Final = ("health", "pension", "employment", "accident")
NUMBERS: Final = frozenset(
    {
        "annual_income_jpy",
        "openings",
        "trial-months",
        "hours-break_minutes",
        "hours-overtime_hours_per_month",
        "hours-deemed_minutes_per_day",
        "wage-from_jpy",
        "wage-to_jpy",
        "wage-fixed_overtime-amount_jpy",
        "wage-fixed_overtime-hours_per_month",
    }
)
TEXTS: Final = frozenset(
    {
        "title",
        "closes_on",
        "duties",
        "duties_change",
        "workplace",
        "workplace_change",
        "employer",
        "smoking",
        "smoking_detail",
        "contract-term",
        "contract-starts_on",
        "contract-ends_on",
        "contract-renewal",
        "contract-renewal_criteria",
        "contract-renewal_limit",
        "trial-conditions",
        "hours-system",
        "hours-stated",
        "hours-holidays",
        "wage-per",
        "wage-detail",
    }
)
OF_ORDER: Final = frozenset(
    {"title", "annual_income_jpy", "openings", "closes_on", "penalty_clause_acknowledged"}
)
GROUPS: Final = ("contract", "trial", "hours", "wage")
"""Asked for by law, also where nothing in them was typed."""
FIXED_OVERTIME: Final = "wage-fixed_overtime-"


def body(typed: Mapping[str, Any]) -> dict[str, Any]:
    """As `JobOrderRequest` reads it; what was left empty, or says two things, is left out."""
    found: dict[str, Any] = {"conditions": {name: {} for name in GROUPS}}
    for name in sorted(TEXTS | NUMBERS):
        said = str(typed.get(name) or "").strip()
        if said:
            _put(found, name, number(said) if name in NUMBERS else said)
    insured = [one for one in INSURANCES if typed.get(f"insurance-{one}")]
    if bool(insured) is not ticked(typed, "insurance-none"):
        _put(found, "insurance", insured)
    if typed.get("dispatch") in {"yes", "no"}:
        _put(found, "dispatch", typed["dispatch"] == "yes")
    if "fixed_overtime" in found["conditions"]["wage"]:
        _put(
            found,
            f"{FIXED_OVERTIME}excess_paid",
            ticked(typed, f"{FIXED_OVERTIME}excess_paid"),
        )
    found["penalty_clause_acknowledged"] = ticked(typed, "penalty_clause_acknowledged")
    return found


def _put(found: dict[str, Any], name: str, value: Any) -> None:
    into = found if name in OF_ORDER else found["conditions"]
    *groups, last = name.split("-")
    for group in groups:
        into = into.setdefault(group, {})
    into[last] = value


def field(path: str) -> str:
    """The form's name for a path of the body.

    >>> field("conditions.hours.break_minutes"), field("annual_income_jpy")
    ('hours-break_minutes', 'annual_income_jpy')
    """
    return path.removeprefix("conditions.").replace(".", "-")
