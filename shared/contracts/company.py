"""A company asks to take part."""

from typing import Literal

from pydantic import Field

from shared.contracts.candidate import Email, Name
from shared.contracts.wire import Answer, Body
from shared.domain.locale import Locale


class CompanyRequest(Body):
    name: Name
    contact_email: Email
    contact_name: Name
    industry: str | None = Field(default=None, pattern="^[A-T]$", description="JSIC division.")
    size_band: Literal["1-29", "30-99", "100-299", "300-999", "1000+"] | None = None
    locale: Locale = "ja"


class CompanyAsked(Answer):
    company_id: str
    status: Literal["pending_review"] = "pending_review"
