"""A register's row as a form of it: whose it is, and what stands in it now."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from shared.contracts.allowed import MONTH
from shared.domain.errors import (
    CandidateNotFound,
    CompanyNotFound,
    InvalidRequest,
    RecommendationNotFound,
)
from shared.domain.ids import CandidateId, CompanyId, RecommendationId
from shared.domain.registers import Kind, month, received
from shared.table import keys, registers
from shared.table.register_item import REFUND, STAY
from shared.table.register_pages import RegisterPages
from shared.wires import table

SEEKER: Final = ("address", "born_on", "remark")
EMPLOYER: Final = ("address", "phone")
FEE: Final = ("collected_on", "refund_jpy", "stay", "remark")
NAMES: Final = {"seekers": SEEKER, "employers": EMPLOYER, "fees": FEE}

type Seen = Mapping[str, Any] | None


@dataclass(frozen=True, slots=True)
class Amendable:
    """
    Args:
        about: a name people know it by.
        month: of the register it stands in; none of an employer.
        values: by the names of a form's fields, empty where nothing is known.
    """

    about: str
    month: str | None
    values: Mapping[str, str]


def seeker(candidate_id: str) -> Amendable:
    """Raises CandidateNotFound."""
    try:
        key = registers.seeker(CandidateId(candidate_id))
    except (ValueError, OverflowError):
        raise CandidateNotFound("no such row") from None
    item = table().get(key)
    if item is None:
        raise CandidateNotFound("no such row")
    return Amendable(item["name"], month(received(candidate_id)), _values(item, SEEKER))


def employer(company_id: str) -> Amendable:
    """Raises CompanyNotFound."""
    known = RegisterPages(table()).employers([CompanyId(company_id)])
    if not known:
        raise CompanyNotFound("no such company")
    [found] = known.values()
    values = {"address": found.address or "", "phone": found.phone or ""}
    return Amendable(found.name, None, values)


def fee(of: str, recommendation_id: str) -> Amendable:
    """With what became of the hire, which stands in the seeker's row.

    Raises RecommendationNotFound.
    """
    if not re.fullmatch(MONTH, of):
        raise RecommendationNotFound("no such row in this month")
    name = RecommendationId(recommendation_id)
    item = table().get(keys.register(Kind.FEES, of, name))
    if item is None:
        raise RecommendationNotFound("no such row in this month")
    company = CompanyId(item["company_id"])
    hire, payer = table().get_all(registers.seeker(item["candidate_id"]), keys.company(company))
    told = {"stay": f"{STAY}{name}", "refund_jpy": f"{REFUND}{name}"}
    stood = {field: (hire or {}).get(said) for field, said in told.items()}
    return Amendable(payer["name"] if payer else company, of, _values({**item, **stood}, FEE))


def yen(said: str) -> int:
    """Raises InvalidRequest."""
    digits = said.replace(",", "").replace("，", "")
    if not (digits.isascii() and digits.isdigit() and len(digits) < 10):
        raise InvalidRequest("refund_jpy is a number", {"refund_jpy": "malformed"})
    return int(digits)


def _values(item: Mapping[str, Any], names: tuple[str, ...]) -> dict[str, str]:
    return {name: "" if item.get(name) is None else str(item[name]) for name in names}
