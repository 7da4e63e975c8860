"""From what was typed to what is meant."""

from datetime import datetime
from typing import Any

from pydantic import BaseModel

from functions.register.flow import Form, Sender
from shared import request
from shared.contracts.candidate import RegistrationRequest
from shared.contracts.wire import parse
from shared.domain.consent import Consents
from shared.domain.errors import InvalidRequest
from shared.domain.locale import Locale
from shared.domain.registration import Candidate
from shared.pages.consent import TEXT_VERSION
from shared.phone import e164
from shared.ports.speaking import Secrecy


def parsed[M: BaseModel](model: type[M], typed: Any) -> M:
    """A missing tick is a consent not given, whoever leaves it out. Raises InvalidRequest."""
    if model is RegistrationRequest and isinstance(typed, dict):
        typed = {**typed, "consents": typed.get("consents", {})}
    try:
        return parse(model, typed)
    except InvalidRequest as error:
        fields = error.fields
        if "consents.core" in fields:
            fields["consents.core"] = "needed"
        raise


def form_of(asked: RegistrationRequest, *, fallback: Locale, method: str) -> Form:
    given = asked.consents
    candidate = Candidate(
        email=asked.email,
        full_name=asked.full_name,
        phone=asked.phone,
        desired_occupation=asked.desired_occupation,
        desired_location=asked.desired_location,
    )
    consents = Consents(
        text_version=TEXT_VERSION,
        method="form" if method == request.FORM else "api",
        news=given.news,
        statistics=given.statistics,
        ai_matching=given.ai_matching,
    )
    return Form(candidate, consents, asked.locale or fallback, asked.paid)


def sender_of(candidate: Candidate, address: str, now: datetime, secrecy: Secrecy) -> Sender:
    """A visitor is another one tomorrow."""
    number = e164(candidate.phone)
    return Sender(
        person=secrecy.person(candidate.email),
        visitor=secrecy.visitor(address, f"{now:%Y-%m-%d}"),
        phone=secrecy.phone(number) if number else None,
    )
