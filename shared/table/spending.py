"""What a company may still do: Company.check_active, asked of the item itself."""

from datetime import datetime
from typing import Any

from shared.domain.company import CompanyState, not_active
from shared.domain.errors import CompanyNotActive, StateForbids
from shared.domain.ids import CompanyId
from shared.domain.milestone import Guard
from shared.table import keys
from shared.table.codec import stamp
from shared.table.expression import Expression
from shared.table.writes import Write, key_of


def is_active(company_id: CompanyId) -> Write:
    """Raises, once committed: CompanyNotActive; StateForbids: it left."""
    expression = Expression()
    return _check(company_id, expression.one_of("state", [CompanyState.ACTIVE]), expression)


def has_not_left(company_id: CompanyId) -> Write:
    """Raises, once committed: StateForbids."""
    expression = Expression()
    stays: list[Guard] = [("state", "<>", CompanyState.LEFT)]
    return _check(company_id, expression.all_of(stays), expression)


def may_spend(company_id: CompanyId, now: datetime) -> Write:
    """Active, or left and in its run-off. Raises, once committed: as `is_active`."""
    expression = Expression()
    active = expression.one_of("state", [CompanyState.ACTIVE])
    left: list[Guard] = [("state", "=", CompanyState.LEFT), ("usable_until", ">", stamp(now))]
    return _check(company_id, f"{active} OR ({expression.all_of(left)})", expression)


def _check(company_id: CompanyId, condition: str, expression: Expression) -> Write:
    arguments = {"Key": key_of(keys.company(company_id)), "ConditionExpression": condition}
    return Write("ConditionCheck", {**arguments, **expression.arguments()}, _refused)


def _refused(old: dict[str, Any]) -> CompanyNotActive | StateForbids:
    return not_active(old.get("state", "not known"))
