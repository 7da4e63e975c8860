"""What differs between the stages, and nothing else does."""

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, Final

from aws_cdk import RemovalPolicy

from infra.context import REGION, ContextRefusedError, HostedZone, StageSaid, said_of
from shared.domain.agency import Agency

STAGES: Final = ("local", "dev", "prod")
GRAVITON: Final = "aarch64-manylinux2014"
MADE_UP: Final = Agency(
    name="みちしるべキャリア株式会社",
    name_en="Michishirube Career Inc.",
    licence_number="13-ユ-316042",
    licence_until=date(2031, 3, 31),
    address="東京都千代田区丸の内一丁目1番1号",
    address_en="1-1-1 Marunouchi, Chiyoda-ku, Tokyo",
    contact_email="support@michishirube.example",
    privacy_url="https://michishirube.example/privacy",
    responsible="道標 次郎",
    phone="03-0000-0000",
)
MADE_UP_SENDER: Final = "no-reply@michishirube.example"


@dataclass(frozen=True, slots=True)
class Stage:
    """`operators` are the addresses alarms are mailed to; no `domain` means CloudFront's own."""

    name: str
    agency: Agency = MADE_UP
    sender: str = MADE_UP_SENDER
    operators: tuple[str, ...] = ()
    domain: str = ""
    hosted_zone: HostedZone | None = None
    region: str = REGION
    monthly_budget_usd: int = 50

    @property
    def mail_domain(self) -> str:
        return self.sender.partition("@")[2]

    @property
    def on_aws(self) -> bool:
        """Behind CloudFront, watched and paid for."""
        return self.name != "local"

    @property
    def platform(self) -> str | None:
        """What the layer's wheels are for; None for the machine that synthesizes."""
        return GRAVITON if self.on_aws else None

    @property
    def sweep_after_s(self) -> int:
        return 120 if self.on_aws else 5

    @property
    def keeps_data(self) -> bool:
        return self.name == "prod"

    @property
    def removal(self) -> RemovalPolicy:
        return RemovalPolicy.RETAIN if self.keeps_data else RemovalPolicy.DESTROY

    @property
    def agency_json(self) -> str:
        told = {name: value for name, value in asdict(self.agency).items() if value}
        return json.dumps(told, default=date.isoformat)


def stage_from(context: Callable[[str], Any]) -> Stage:
    """From CDK's context: `stage`, and under the stage's name what infra.context asks for; and
    `lapsed`, where a licence that is over shall not refuse it.

    Raises:
        ContextRefusedError: an unknown stage, or one that is not told what it needs.
    """
    name = context("stage") or "dev"
    if name not in STAGES:
        raise ContextRefusedError(f"stage is one of {', '.join(STAGES)}, not {name}")
    return Stage(name) if name == "local" else stage_of(name, _said(name, context))


def _said(name: str, context: Callable[[str], Any]) -> StageSaid:
    return said_of(name, context(name), lapsed=bool(context("lapsed")))


def stage_of(name: str, said: StageSaid) -> Stage:
    return Stage(
        name,
        agency=Agency(**dict(said.agency)),
        sender=said.sender,
        operators=said.operators,
        domain=said.domain or "",
        hosted_zone=said.hosted_zone,
        region=said.region,
        monthly_budget_usd=said.monthly_budget_usd,
    )
