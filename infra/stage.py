"""What differs between the stages, and nothing else does."""

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, Final

from aws_cdk import RemovalPolicy

from shared.domain.agency import Agency

STAGES: Final = ("local", "dev", "prod")
REGION: Final = "ap-northeast-1"
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
)
MADE_UP_SENDER: Final = "no-reply@michishirube.example"


class StageRefusedError(Exception):
    """The context does not say what this stage needs."""


@dataclass(frozen=True, slots=True)
class Stage:
    name: str
    agency: Agency = MADE_UP
    mail_from: str = MADE_UP_SENDER
    public_url: str = ""
    region: str = REGION

    @property
    def mail_domain(self) -> str:
        return self.mail_from.partition("@")[2]

    @property
    def platform(self) -> str | None:
        """What the layer's wheels are for; None for the machine that synthesizes."""
        return None if self.name == "local" else GRAVITON

    @property
    def sweep_after_s(self) -> int:
        return 5 if self.name == "local" else 120

    @property
    def keeps_data(self) -> bool:
        return self.name == "prod"

    @property
    def removal(self) -> RemovalPolicy:
        return RemovalPolicy.RETAIN if self.keeps_data else RemovalPolicy.DESTROY

    @property
    def agency_json(self) -> str:
        return json.dumps(asdict(self.agency), default=date.isoformat)


def stage_from(context: Callable[[str], Any]) -> Stage:
    """From CDK's context: `stage`, `agency`, `mail_from`, `public_url`, `region`.

    Raises:
        StageRefusedError: an unknown stage, or prod without its agency and sender.
    """
    name = context("stage") or "dev"
    if name not in STAGES:
        raise StageRefusedError(f"stage is one of {', '.join(STAGES)}, not {name}")
    said: dict[str, Any] = {
        key: value for key in ("mail_from", "public_url", "region") if (value := context(key))
    }
    if agency := context("agency"):
        said["agency"] = _agency(agency)
    if name == "prod" and not {"agency", "mail_from"} <= said.keys():
        raise StageRefusedError("stage prod needs the context agency and mail_from")
    return Stage(name, **said)


def _agency(said: str | dict[str, str]) -> Agency:
    """`cdk deploy -c` hands text over; cdk.json and CDK_CONTEXT_JSON what JSON means."""
    try:
        fields: dict[str, Any] = json.loads(said) if isinstance(said, str) else said
        return Agency(**{**fields, "licence_until": date.fromisoformat(fields["licence_until"])})
    except (TypeError, KeyError, ValueError) as error:
        raise StageRefusedError(f"the context agency is not what it should be: {error}") from error
