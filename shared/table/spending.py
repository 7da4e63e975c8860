"""A company may spend its credits: Company.check_may_spend, asked of the item itself."""

from datetime import datetime
from typing import Any

from shared.domain.company import CompanyState
from shared.domain.errors import CompanyNotActive
from shared.domain.ids import CompanyId
from shared.domain.milestone import Guard
from shared.table import keys
from shared.table.codec import stamp
from shared.table.expression import Expression
from shared.table.writes import Write, key_of


def may_spend(company_id: CompanyId, now: datetime) -> Write:
    """Raises, once committed: CompanyNotActive."""
    expression = Expression()
    active = expression.one_of("state", [CompanyState.ACTIVE])
    left: list[Guard] = [("state", "=", CompanyState.LEFT), ("usable_until", ">", stamp(now))]
    arguments = {
        "Key": key_of(keys.company(company_id)),
        "ConditionExpression": f"{active} OR ({expression.all_of(left)})",
    }
    return Write("ConditionCheck", {**arguments, **expression.arguments()}, _not_active)


def _not_active(old: dict[str, Any]) -> CompanyNotActive:
    return CompanyNotActive(f"this company is {old.get('state', 'not known')}")
