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
        shifted = {verb: alias for verb, alias in does.items() if verb not in BY_HAND}
        self._application = codedeploy.LambdaApplication(self, "Application")
        self._role = shifter(self, (alias.lambda_ for alias in shifted.values()))
        people = self._share("People", TRIED_ON_PEOPLE)
        facts = self._share("Facts", TRIED_ON_FACTS)
        for verb, alias in shifted.items():
            if verb in WAITED_FOR:
                self._shift(verb, alias, people, [failing[verb], broken])
            else:
                self._shift(verb, alias, facts, [failing[verb]])

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
        alarms: list[cloudwatch.IAlarm],
    ) -> None:
        group = codedeploy.LambdaDeploymentGroup(
            self,
            named(verb),
            application=self._application,
            alias=alias,
            alarms=alarms,
            deployment_config=share,
            role=self._role.without_policy_updates(),  # CDK would add AWS's policy over all
        )
        group.node.add_dependency(self._role.node.find_child("DefaultPolicy"))
