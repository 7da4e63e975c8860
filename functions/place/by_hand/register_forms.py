"""The kinds of rows a form amends: how each is found, which act amends it, what was typed."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from functions.place import amending
from functions.place.amending import Seen
from shared import forms
from shared.acts import Act
from shared.contracts.allowed import MONTH
from shared.contracts.register_amendments import EmployerAmended, FeeAmended, SeekerAmended
from shared.contracts.wire import parse
from shared.domain.errors import InvalidRequest, RecommendationNotFound
from shared.domain.ids import CandidateId, CompanyId, RecommendationId
from shared.table.amendables import EMPLOYER, FEE, SEEKER, Amendable, Amendables
from shared.wires import table

WAS: Final = "was-"
"""Before a field's name: what it was when the form was shown."""

type Of = tuple[str, ...]
type Said = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Form:
    names: tuple[str, ...]
    found: Callable[..., Amendable]
    amend: Callable[[Act, Of, Said, Seen], None]

    def new(self, said: Said) -> dict[str, str]:
        """What is to be another than it was, and why."""
        moved = (n for n in self.names if said.get(n, "") not in ("", said.get(f"{WAS}{n}", "")))
        return {**{name: said[name] for name in moved}, "reason": said["reason"]}

    def was(self, said: Said) -> dict[str, str]:
        return {name: said.get(f"{WAS}{name}", "") for name in self.names}

    def seen(self, said: Said) -> dict[str, Any]:
        """As the row has it. Raises InvalidRequest."""
        was = {name: value or None for name, value in self.was(said).items()}
        refund = was.get("refund_jpy")
        return {**was, "refund_jpy": _yen(refund)} if refund else was


def _yen(said: str) -> int:
    """Raises InvalidRequest."""
    found = forms.number(said)
    if not isinstance(found, int):
        raise InvalidRequest("refund_jpy is a number", {"refund_jpy": "malformed"})
    return found


def _seeker(doing: Act, of: Of, said: Said, seen: Seen) -> None:
    asked = parse(SeekerAmended, forms.filled(said, *SEEKER))
    amending.seeker(doing, of[0], asked, seen, reason=said["reason"])


def _employer(doing: Act, of: Of, said: Said, seen: Seen) -> None:
    asked = parse(EmployerAmended, forms.filled(said, *EMPLOYER))
    amending.employer(doing, of[0], asked, seen, reason=said["reason"])


def _fee(doing: Act, of: Of, said: Said, seen: Seen) -> None:
    values = forms.filled(said, *FEE)
    if "refund_jpy" in values:
        values["refund_jpy"] = _yen(values["refund_jpy"])
    amending.fee(doing, of[0], of[1], parse(FeeAmended, values), seen, reason=said["reason"])


def _seeker_of(candidate_id: str) -> Amendable:
    return Amendables(table()).seeker(CandidateId(candidate_id))


def _employer_of(company_id: str) -> Amendable:
    return Amendables(table()).employer(CompanyId(company_id))


def _fee_of(month: str, recommendation_id: str) -> Amendable:
    """Raises RecommendationNotFound."""
    if not re.fullmatch(MONTH, month):
        raise RecommendationNotFound("no such row in this month")
    return Amendables(table()).fee(month, RecommendationId(recommendation_id))


FORMS: Final = {
    "seekers": Form(SEEKER, _seeker_of, _seeker),
    "employers": Form(EMPLOYER, _employer_of, _employer),
    "fees": Form(FEE, _fee_of, _fee),
}
