"""What the agency reads and writes of a candidate."""

from typing import Annotated, Any, Literal, Self

from pydantic import AwareDatetime, BeforeValidator, Field, model_validator

from shared.contracts.candidate import Name, Wish, empty_is_none, half_width
from shared.contracts.said import at_odds, unsaid
from shared.contracts.wire import Answer, Body
from shared.domain.candidate_file import CandidateFile, FileState, Search, WaitsFor
from shared.domain.forbidden import Kind
from shared.domain.locale import Locale
from shared.domain.recommendation import Item, Stage

Notes = Annotated[str, Field(max_length=4000)]
Blocked = Annotated[list[Name], Field(max_length=50)]
KANA = r"^[ぁ-ゖァ-ヺー・゛゜ \u3000]{1,120}$"
Reading = Annotated[
    Annotated[str, Field(pattern=KANA)] | None,
    BeforeValidator(lambda v: empty_is_none(half_width(v))),
]


class CandidateChange(Body):
    """What is left out stays as it is. A new `adviser` here tells nobody."""

    adviser: Name | None = None
    blocked: Blocked | None = None
    desired_occupation: Wish = None
    desired_location: Wish = None
    notes: Notes | None = None
    reading: Reading = Field(
        None, description="How their name is read, in kana: family name, a space, given name."
    )
    search: Search | None = None

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not self.model_fields_set:
            raise unsaid("say what changes", *CandidateChange.model_fields)
        return self


class AdviserRequest(Body):
    """By name, or by their id at the agency."""

    name: Name | None = None
    member: Annotated[str, Field(min_length=1, max_length=128)] | None = Field(
        None,
        description="An id of GET /v1/agency/members, or of `who` in the audit log. No address.",
    )

    @model_validator(mode="after")
    def _one_of_the_two(self) -> Self:
        if self.name is None and self.member is None:
            raise unsaid("say name or member", "name", "member")
        if self.name is not None and self.member is not None:
            raise at_odds("say name or member, not both", "name", "member")
        return self


class LeavingRequest(Body):
    reason: Annotated[str, Field(max_length=60, pattern=r"^[a-z_]+$")] | None = Field(
        default=None, description="A word for the file's history, as in `asked_by_mail`."
    )


class WaitingCandidate(Answer):
    candidate_id: str
    full_name: str
    contact_by: AwareDatetime | None
    overdue: bool
    waits_for: WaitsFor | None
    adviser: str | None
    opened_at: AwareDatetime


class CandidatePage(Answer):
    items: list[WaitingCandidate]
    next_cursor: str | None


class CandidateDone(Answer):
    """What stands after an act. `warnings`: kinds a text seems to hold that none may collect."""

    candidate_id: str
    state: FileState
    adviser: str | None
    contact_by: AwareDatetime | None
    warnings: tuple[Kind, ...] = ()

    @classmethod
    def of(cls, file: CandidateFile, warnings: tuple[Kind, ...] = ()) -> Self:
        return cls(
            candidate_id=file.candidate_id,
            state=file.state,
            adviser=file.adviser,
            contact_by=file.contact_by,
            warnings=warnings,
        )


class ConsentAnswer(Answer):
    """`text_version` names the words they were given to; `method` how."""

    news: bool
    statistics: bool
    ai_matching: bool
    text_version: str
    method: str
    at: AwareDatetime | None
    registration_id: str | None = None


class JobConsentAnswer(Answer):
    """Whether a company may be shown `items` for a job. Of one recommendation the last stands."""

    answer: Literal[Stage.CONSENTED, Stage.REFUSED]
    recommendation_id: str
    company_id: str
    job_order_id: str
    items: list[Item]
    text_version: str
    method: str
    at: AwareDatetime


class RegistrationOfFile(Answer):
    registration_id: str
    company_id: str
    company_name: str | None
    link_label: str | None
    state: str | None
    reason: str | None
    signals: list[str]
    submitted_at: AwareDatetime


class LetGoBy(Answer):
    company_id: str
    company_name: str | None
    since: AwareDatetime


class MessageAnswer(Answer):
    message_id: str
    author: str
    text: str
    at: AwareDatetime
    by: str | None


class ThreadPage(Answer):
    """Newest first."""

    items: list[MessageAnswer]
    next_cursor: str | None


class ActAnswer(Answer):
    act: str
    by: str
    at: AwareDatetime


class CandidateAnswer(Answer):
    """All of a candidate, as typed."""

    candidate_id: str
    state: FileState
    full_name: str
    reading: str | None
    email: str
    phone: str | None
    desired_occupation: str | None
    desired_location: str | None
    locale: Locale
    opened_at: AwareDatetime
    search: Search
    adviser: str | None
    contact_by: AwareDatetime | None
    overdue: bool
    waits_for: WaitsFor | None
    blocked: list[str]
    notes: str | None
    not_solicited_until: str | None
    consents: ConsentAnswer
    consents_before: list[ConsentAnswer]
    job_consents: list[JobConsentAnswer] = Field(description="Oldest first.")
    registrations: list[RegistrationOfFile]
    let_go_by: list[LetGoBy]
    recommendations: list[dict[str, Any]]
    cvs: list[dict[str, Any]]
    thread: ThreadPage
    duplicates: list[str]
    history: list[ActAnswer]
    merged_from: list[str]
