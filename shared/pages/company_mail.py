"""Mails to a company about its part in the programme and its job orders."""

from typing import Final, Unpack

from shared.domain.purpose import Transactional
from shared.domain.rules import THRESHOLD
from shared.pages.catalogue import one_line, words
from shared.pages.company_letter import To, to_company
from shared.pages.letter import Rendered

APPROVED: Final = Transactional("answers a company's own request to take part: it may begin")
ACCEPTED: Final = Transactional("answers a company's job order: the agency looks for somebody")
REFUSED: Final = Transactional("answers a company's job order, with the reason it is owed")


def company_approved_mail(*, sign_in: str, **to: Unpack[To]) -> Rendered:
    """To a company the agency let in: what to do next. `sign_in` is where its people come in."""
    values = {"threshold": THRESHOLD}
    return to_company("mail", "approved", APPROVED, values, door=sign_in, **to)


def job_accepted_mail(*, title: str, **to: Unpack[To]) -> Rendered:
    return to_company("mail", "job_accepted", ACCEPTED, {"title": one_line(title)}, **to)


def job_refused_mail(*, title: str, reason: str, text: str, **to: Unpack[To]) -> Rendered:
    """`reason` is one of shared.domain.job_order.Refusal; `text` is the agency's own."""
    reasons = words(to["locale"], "mail")["job_refused"]["reasons"]
    values = {"title": one_line(title), "reason": reasons[reason], "details": one_line(text)}
    return to_company("mail", "job_refused", REFUSED, values, **to)
