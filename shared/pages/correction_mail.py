"""Mails to a company about a credit that was taken back, or set right by the agency."""

from datetime import datetime
from typing import Final, Unpack

from shared.domain.purpose import Transactional
from shared.pages.company_letter import To, to_company
from shared.pages.letter import Rendered
from shared.pages.when import last_day

VOIDED: Final = Transactional("says that a company holds less under its contract, and why")
ADJUSTED: Final = Transactional("says that what a company holds under its contract was set right")


def credit_voided_mail(*, available: int, **to: Unpack[To]) -> Rendered:
    return to_company("company_mail", "credit_voided", VOIDED, {"available": available}, **to)


def credit_adjusted_mail(
    *, given_until: datetime | None, available: int, **to: Unpack[To]
) -> Rendered:
    """`given_until` is until when a credit that was given is good; None where one was taken."""
    values: dict[str, object] = {"available": available}
    if given_until:
        values["until"] = last_day(given_until, to["locale"])
    mail = "credit_given" if given_until else "credit_taken"
    return to_company("company_mail", mail, ADJUSTED, values, **to)
