"""What an operator writes of a stage, under its name in cdk.context.json: shape and examples."""

import json
from datetime import UTC, date, datetime
from typing import Annotated, Final, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
    ValidationInfo,
    model_validator,
)

from infra.context_faults import fault
from shared.domain import tokyo

FILE: Final = "cdk.context.json"
REGION: Final = "ap-northeast-1"
_HOST: Final = r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}"


def _not_over(day: date, told: ValidationInfo) -> date:
    """What is deployed under a licence that lapsed keeps registration closed, and can be mended."""
    if day < tokyo.day(datetime.now(UTC)) and not (told.context or {}).get("lapsed"):
        over = f"is over since {day.isoformat()}: nobody could register"
        raise ValueError(f"{over}, yet LAPSED=yes deploys a mend")
    return day


type Text = Annotated[str, StringConstraints(min_length=1, max_length=200)]
type Address = Annotated[str, StringConstraints(pattern=rf"^[^@\s<>,;:\"]+@{_HOST}$")]
type Host = Annotated[str, StringConstraints(pattern=rf"^{_HOST}$")]
type Future = Annotated[date, AfterValidator(_not_over)]


class ContextRefusedError(Exception):
    """One sentence: which fields are wrong, and an example of each."""


class Said(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class AgencySaid(Said):
    name: Text = Field(examples=["みちしるべキャリア株式会社"])
    name_en: Text = Field(examples=["Michishirube Career Inc."])
    licence_number: str = Field(pattern=r"^\d{2}-ユ-\d{6}$", examples=["13-ユ-316042"])
    licence_until: Future = Field(examples=["2031-03-31"])
    address: Text = Field(examples=["東京都千代田区丸の内一丁目1番1号"])
    address_en: Text = Field(examples=["1-1-1 Marunouchi, Chiyoda-ku, Tokyo"])
    contact_email: Address = Field(examples=["support@michishirube.example"])
    privacy_url: str = Field(
        default="",
        pattern=rf"^(https://{_HOST}(/\S*)?)?$",
        examples=["https://michishirube.example/privacy"],
    )
    responsible: str = Field(default="", max_length=100, examples=["道標 次郎"])
    phone: str = Field(default="", pattern=r"^[0-9+() -]{0,20}$", examples=["03-0000-0000"])


class Manager(Said):
    """The agency's first: whoever is told the first key."""

    name: Text = Field(examples=["道標 花子"])
    email: Address = Field(examples=["hanako@michishirube.example"])


class HostedZone(Said):
    """The domain's zone in Route 53, where this account has it."""

    id: str = Field(pattern=r"^Z[A-Z0-9]{5,31}$", examples=["Z0123456789ABCDEFGHIJ"])
    name: Host = Field(examples=["michishirube.example"])

    def holds(self, domain: str) -> bool:
        return f".{domain}".endswith(f".{self.name}")


class StageSaid(Said):
    """
    Args:
        monthly_budget_usd: US dollars; operators hear when a month is forecast to cost more.
    """

    agency: AgencySaid = Field(examples=["{...}, as in docs/deploy.md"])
    sender: Address = Field(examples=["no-reply@mail.michishirube.example"])
    manager: Manager = Field(examples=["{...}, as in docs/deploy.md"])
    operators: tuple[Address, ...] = Field(
        min_length=1, max_length=10, examples=[["ops@michishirube.example"]]
    )
    domain: Host | None = Field(None, examples=["relay.michishirube.example"])
    hosted_zone: HostedZone | None = Field(None, examples=["{...}, as in docs/deploy.md"])
    region: str = Field(REGION, pattern=r"^[a-z]{2}-[a-z]+-\d$", examples=[REGION])
    monthly_budget_usd: int = Field(50, ge=1, examples=[50])

    @model_validator(mode="after")
    def _zone_is_the_domains(self) -> Self:
        zone, domain = self.hosted_zone, self.domain or ""
        if zone and not zone.holds(domain):
            raise ValueError("hosted_zone holds no such domain")
        return self


def said_of(stage: str, said: object, *, lapsed: bool = False) -> StageSaid:
    """`cdk deploy -c` hands text over; cdk.context.json what JSON means.

    Args:
        lapsed: a licence that is over is no reason to refuse.

    Raises:
        ContextRefusedError
    """
    try:
        found = json.loads(said) if isinstance(said, str) else said
        return StageSaid.model_validate({} if found is None else found, context={"lapsed": lapsed})
    except ValidationError as error:
        faults = "; ".join(fault(StageSaid, e["loc"], e["type"], e["msg"]) for e in error.errors())
        raise ContextRefusedError(f"in {FILE}, {stage}: {faults}") from None
    except ValueError:
        raise ContextRefusedError(f"in {FILE}, {stage}: this is not JSON") from None
