"""A company's own program lets a candidate go: it asks for their link, or for the whole mail."""

from typing import Annotated, Final, Literal, Self

from pydantic import ConfigDict, Field, model_validator

from shared.contracts.link import Word
from shared.contracts.said import unsaid
from shared.contracts.wire import Answer, Body
from shared.domain.locale import Locale

Reached = Literal["applied", "screening", "assessment", "interview", "final_interview", "offer"]
"""How far somebody came."""
LONGEST: Final = 60_000
"""Letters of a part of a mail; of the body of a request it is bytes that count, 64 KiB."""
ExternalId = Annotated[
    str,
    Field(
        min_length=1,
        max_length=100,
        description=(
            "Your system's number or key of the application: Latin letters, digits and ._/#:- , a"
            " digit at least. Never an address, a telephone number or a name. Kept as a keyed"
            " hash only."
        ),
        examples=["A-00123"],
    ),
]
InTheirLanguage = Annotated[
    Locale | None, Field(description="Of the sentences. Left out: your company's.")
]


class RejectionRequest(Body):
    external_id: ExternalId
    stage: Reached | None = Field(None, description="How far they came.")
    job_family: Word | None = Field(None, description="A code of yours. Not kept so far.")
    locale: InTheirLanguage = None

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"external_id": "A-00123", "stage": "interview", "locale": "ja"}]
        }
    )


class RejectionAnswer(Answer):
    url: str = Field(description="The candidate's own. Same external_id: same url.")
    text: str = Field(description="To put into a mail of plain text, before the signature.")
    html: str = Field(description="The same for a mail of HTML.")


Part = Annotated[str, Field(min_length=1, max_length=LONGEST)]


class MailRequest(Body):
    """Nothing of the mail is kept."""

    text: Part | None = None
    html: Part | None = None
    external_id: ExternalId | None = Field(
        None, description="Left out: the mail gets your company's own link, the same in every mail."
    )
    locale: InTheirLanguage = None

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "text": "今回はご期待に添えないこととなりました。\n\n株式会社あおぞら",
                    "external_id": "A-00123",
                }
            ]
        }
    )

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if self.text is None and self.html is None:
            raise unsaid("say text, or html, or both", "text", "html")
        return self


class MailAnswer(Answer):
    """The mail as it was given, with the relay line once in each part; one that has it stays."""

    text: str | None
    html: str | None
    url: str = Field(description="The link the line leads to where it was put in.")
