"""The house Lambda. What every function has in common is written here, once."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from aws_cdk import Duration, RemovalPolicy, Stack
from aws_cdk import aws_iam as iam
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_logs as logs
from constructs import Construct

from infra.acknowledged import acknowledge, acknowledge_dependency
from infra.own import own
from infra.sources import code_of, shared_code

RUNTIME: Final = lambda_.Runtime.PYTHON_3_13
ARCHITECTURE: Final = lambda_.Architecture.ARM_64
LIVE: Final = "live"
"""The alias everything that calls a function calls: a deploy moves it, a rollback moves it back."""

XRAY: Final = "X-Ray's two rights to write know no resource but all."


@dataclass(frozen=True, slots=True)
class Package:
    """What every function is cut from."""

    sources: Path
    layers: Sequence[lambda_.ILayerVersion]


def layers(scope: Construct, sources: Path, dependencies: Path) -> Sequence[lambda_.LayerVersion]:
    """What others wrote changes with layer.lock, what we wrote with every deploy: one each."""
    others = lambda_.Code.from_asset(str(dependencies), asset_hash=dependencies.name)
    return [
        _layer(scope, "Dependencies", others, "layer.lock"),
        _layer(scope, "Shared", shared_code(sources), "shared/"),
    ]


def _layer(scope: Construct, name: str, code: lambda_.Code, of: str) -> lambda_.LayerVersion:
    return lambda_.LayerVersion(
        scope,
        name,
        description=f"career-relay: {of}",
        code=code,
        compatible_runtimes=[RUNTIME],
        compatible_architectures=[ARCHITECTURE],
    )


class RelayFunction(lambda_.Function):
    """functions/<verb>/handler.py, running. It may write its log; all else is given to it.

    Args:
        verb: the folder under functions/; also the name of its logs' and metrics' service.
        snap: start from a snapshot of a started one.
        traced: X-Ray draws its way; for those nobody waits for.
    """

    def __init__(
        self,
        scope: Construct,
        verb: str,
        package: Package,
        *,
        timeout_s: int,
        memory_mb: int,
        snap: bool = False,
        traced: bool = False,
    ) -> None:
        home = own(Stack.of(scope))
        log = logs.LogGroup(
            home,
            f"{named(verb)}Log",
            retention=logs.RetentionDays.ONE_MONTH,
            removal_policy=RemovalPolicy.DESTROY,
        )
        role = iam.Role(
            home,
            f"{named(verb)}Role",
            assumed_by=iam.ServicePrincipal("lambda.amazonaws.com"),
            description=f"career-relay: {verb}",
        )
        log.grant_write(role)
        super().__init__(
            scope,
            named(verb),
            description=f"career-relay: {verb}",
            runtime=RUNTIME,
            architecture=ARCHITECTURE,
            code=code_of(verb, package.sources),
            layers=package.layers,
            handler=f"functions.{verb}.handler.handle",
            role=role,
            timeout=Duration.seconds(timeout_s),
            memory_size=memory_mb,
            snap_start=lambda_.SnapStartConf.ON_PUBLISHED_VERSIONS if snap else None,
            tracing=lambda_.Tracing.ACTIVE if traced else None,
            log_group=log,
            logging_format=lambda_.LoggingFormat.JSON,
            environment={
                "POWERTOOLS_SERVICE_NAME": verb,
                "POWERTOOLS_METRICS_NAMESPACE": "CareerRelay",
                "POWERTOOLS_LOG_LEVEL": "INFO",
            },
        )
        acknowledge_dependency(self)
        if traced:
            acknowledge(role, "IAM5[Resource::*]", XRAY)
        acknowledge(
            self, "L1", "Python 3.13 is what layer.lock is hashed for and every test runs under."
        )


def named(verb: str) -> str:
    return verb.title().replace("_", "")
