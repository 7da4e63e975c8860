"""An account in which nothing is missing, and hands that note what they were told to do."""

import io
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from botocore.response import StreamingBody
from botocore.stub import ANY

from infra.ops import shipment, stacks
from infra.ops.hands import Hands
from tests.unit.ops.stubbed import ACCOUNT, GUARD, HOME, Stubbed

DOMAIN = "mail.agency.example"


def ready(cloud: Stubbed, *, sandbox: bool = False) -> None:
    bootstrapped(cloud)
    identity = {"VerifiedForSendingStatus": True}
    cloud.answers("sesv2", "get_email_identity", identity, {"EmailIdentity": DOMAIN})
    may_mail(cloud, sandbox=sandbox)


def may_mail(cloud: Stubbed, *, sandbox: bool = False) -> None:
    said = {
        "SendQuota": {"Max24HourSend": 200, "SentLast24Hours": 0, "MaxSendRate": 1},
        "ProductionAccessEnabled": not sandbox,
        "SendingEnabled": True,
    }
    cloud.answers("sesv2", "get_account", said)


def bootstrapped(cloud: Stubbed) -> None:
    known(cloud)
    for region in (HOME, GUARD):
        cloud.answers("ssm", "get_parameter", {"Parameter": {"Value": "30"}}, at=region)


def known(cloud: Stubbed) -> None:
    cloud.answers("sts", "get_caller_identity", {"Account": ACCOUNT})


def tells(cloud: Stubbed, name: str, at: str = HOME, **outputs: str) -> None:
    """A deployed stack."""
    told = [{"OutputKey": key, "OutputValue": value} for key, value in outputs.items()]
    stack = {"StackName": name, "CreationTime": 0, "StackStatus": "CREATE_COMPLETE"}
    said = {"Stacks": [stack | {"Outputs": told}]}
    cloud.answers("cloudformation", "describe_stacks", said, {"StackName": name}, at)


def function_says(cloud: Stubbed, name: str, answer: Any, *, failed: bool = False) -> None:
    body = json.dumps(answer).encode()
    said: dict[str, Any] = {"Payload": StreamingBody(io.BytesIO(body), len(body))}
    if failed:
        said["FunctionError"] = "Unhandled"
    cloud.answers("lambda", "invoke", said, {"FunctionName": name, "Payload": ANY})


@dataclass
class NotedCdk:
    """Synthesizes empty templates for `stacks`, and does nothing else."""

    stacks: tuple[str, ...]
    said: list[tuple[str, ...]] = field(default_factory=list)

    def __call__(self, *words: str, context: Mapping[str, object]) -> None:
        self.said.append(words)
        if words[0] == "synth":
            folder = Path(words[words.index("--output") + 1])
            folder.mkdir(parents=True)
            for stack in self.stacks:
                (folder / f"{stack}.template.json").write_text("{}")

    @property
    def acts(self) -> list[str]:
        """What was done to which stack: "deploy CareerRelay-dev"."""
        return [" ".join(w for w in words if w in {words[0], *self.stacks}) for words in self.said]


@dataclass
class Published:
    """Into which bucket, and after how many words to the CDK."""

    cdk: NotedCdk
    done: list[tuple[str, int]] = field(default_factory=list)

    def __call__(self, bucket: str, s3: Any) -> None:
        self.done.append((bucket, len(self.cdk.said)))


def deployed(
    cloud: Stubbed, stage: str = "dev", before: dict[str, str] | None = None, **more: str
) -> None:
    """As its stacks tell once they are there; `before` is what the relay's told till then."""
    tells(cloud, stacks.guard(stage), GUARD, WebAclArn="arn:acl", Other="x")
    if before is None:
        gone = f"Stack with id {stacks.relay(stage)} does not exist"
        cloud.refuses("cloudformation", "describe_stacks", "ValidationError", gone)
    else:
        tells(cloud, stacks.relay(stage), **before)
    tells(
        cloud,
        stacks.relay(stage),
        ApiUrl="https://api.example/",
        AppointFunction="appoint:live",
        IssueKeyFunction="issue_key:live",
        **more,
    )


@dataclass
class Doer:
    """Hands over noted tools; `typed` None: nobody sits at a terminal."""

    cloud: Stubbed
    out: Path
    stage: str = "dev"
    cdk: NotedCdk = field(init=False)
    published: Published = field(init=False)

    def __post_init__(self) -> None:
        self.cdk = NotedCdk(shipment.in_order(self.stage))
        self.published = Published(self.cdk)

    def hands(self, yes: str = "", typed: str | None = None) -> Hands:
        ask = None if typed is None else (lambda _: typed)
        return Hands(self.cloud, self.cdk, self.published, yes, ask, self.out)
