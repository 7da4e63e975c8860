"""Mails to a company about a credit that was spent, or came back."""

from datetime import datetime
from typing import Final, Unpack

from shared.domain.purpose import Transactional
from shared.pages.catalogue import one_line
from shared.pages.company_letter import To, to_company
from shared.pages.letter import Rendered
from shared.pages.when import last_day

CONSUMED: Final = Transactional("says what a company's hire cost it, and that a credit paid for it")
RESTORED: Final = Transactional("gives a company back what it holds under its contract")


def credit_consumed_mail(*, title: str, due_jpy: int, available: int, **to: Unpack[To]) -> Rendered:
    """`due_jpy` is what the credit does not cover: the fee for income above the cap."""
    mail = "credit_consumed_due" if due_jpy else "credit_consumed"
    values = {"title": one_line(title), "due": f"{due_jpy:,}", "available": available}
    return to_company("company_mail", mail, CONSUMED, values, **to)


def credit_restored_mail(*, until: datetime, available: int, **to: Unpack[To]) -> Rendered:
    values = {"until": last_day(until, to["locale"]), "available": available}
    return to_company("company_mail", "credit_restored", RESTORED, values, **to)
