"""A new version is tried on few before all, and taken back when its alarm rings.

People's functions: one request in ten for five minutes, then all. What nobody waits for gets nine
facts in ten at once: so few pass that a tenth would try nothing, and a fact that fails is read
again, by the old version once the new one is taken back. What operators call by hand moves at
once: they see what it answers.
"""

from collections.abc import Mapping
from typing import Final

from aws_cdk import Duration
from aws_cdk import aws_cloudwatch as cloudwatch
from aws_cdk import aws_codedeploy as codedeploy
from aws_cdk import aws_iam as iam
from aws_cdk import aws_lambda as lambda_
from constructs import Construct

from infra.function import named
from infra.verbs import BY_HAND, WAITED_FOR
from infra.watch.shifter import shifter

WATCHED: Final = Duration.minutes(5)
TRIED_ON_PEOPLE: Final = 10
TRIED_ON_FACTS: Final = 90


class Canary(Construct):
    """An alarm that rings already stops every deploy, the mend's too: `-c at_once=yes` then."""

    def __init__(
        self,
        scope: Construct,
        does: Mapping[str, lambda_.Alias],
        failing: Mapping[str, cloudwatch.Alarm],
        broken: cloudwatch.Alarm,
    ) -> None:
        super().__init__(scope, "Canary")
        self._application = codedeploy.LambdaApplication(self, "Application")
        shifted = {verb: alias for verb, alias in does.items() if verb not in BY_HAND}
        people = {verb: alias for verb, alias in shifted.items() if verb in WAITED_FOR}
        facts = {verb: alias for verb, alias in shifted.items() if verb not in WAITED_FOR}
        for whose, share, moved, also in (
            ("People", TRIED_ON_PEOPLE, people, [broken]),
            ("Facts", TRIED_ON_FACTS, facts, []),
        ):
            config = self._share(whose, share)
            role = shifter(self, f"{whose}Role", (alias.lambda_ for alias in moved.values()))
            for verb, alias in moved.items():
                self._shift(verb, alias, config, role, [failing[verb], *also])

    def _share(self, whose: str, percentage: int) -> codedeploy.LambdaDeploymentConfig:
        return codedeploy.LambdaDeploymentConfig(
            self,
            whose,
            traffic_routing=codedeploy.TrafficRouting.time_based_canary(
                interval=WATCHED, percentage=percentage
            ),
        )

    def _shift(
        self,
        verb: str,
        alias: lambda_.Alias,
        share: codedeploy.LambdaDeploymentConfig,
        role: iam.Role,
        alarms: list[cloudwatch.IAlarm],
    ) -> None:
        group = codedeploy.LambdaDeploymentGroup(
            self,
            named(verb),
            application=self._application,
            alias=alias,
            alarms=alarms,
            deployment_config=share,
            role=role.without_policy_updates(),  # CDK would add AWS's policy over all
        )
        group.node.add_dependency(role.node.find_child("DefaultPolicy"))
