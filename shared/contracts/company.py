"""A company asks to take part."""

from typing import Annotated, Literal

from pydantic import Field

from shared.contracts.candidate import Email, Name
from shared.contracts.wire import Answer, Body
from shared.domain.locale import Locale

Words = Annotated[str, Field(min_length=1, max_length=60)] | None


class CompanyRequest(Body):
    name: Name
    contact_email: Email
    contact_name: Name
    industry: Words = Field(default=None, description="A division of the JSIC (A to T), or words.")
    size_band: Words = Field(default=None, description="As in 100-299.")
    locale: Locale = "ja"


class CompanyAsked(Answer):
    company_id: str
    status: Literal["pending_review"] = "pending_review"
