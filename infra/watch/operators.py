"""Whom an alarm tells: a topic of the operators', and their addresses behind it."""

from typing import Final

from aws_cdk import Aws, RemovalPolicy, Stack
from aws_cdk import aws_cloudwatch as cloudwatch
from aws_cdk import aws_cloudwatch_actions as actions
from aws_cdk import aws_iam as iam
from aws_cdk import aws_kms as kms
from aws_cdk import aws_sns as sns
from aws_cdk import aws_sns_subscriptions as subscriptions
from constructs import Construct

from infra.stage import Stage

CLOUDWATCH: Final = iam.ServicePrincipal("cloudwatch.amazonaws.com")
OUR_ALARMS: Final = {"StringEquals": {"aws:SourceAccount": Aws.ACCOUNT_ID}}
TOLD_WHEN_OVER: Final = frozenset(
    {"api-5xx", "landing-slow", "facts-wait", "publish-behind", "mail-refused", "sweep-silent"}
)
"""Somebody sits up until these are over. The others are mended, and looked at again."""


class Operators(Construct):
    """Each address is asked by mail to confirm before it is told anything."""

    def __init__(self, scope: Construct, stage: Stage) -> None:
        super().__init__(scope, "Operators")
        self._key = kms.Key(
            self,
            "Key",
            description="career-relay: what operators are told",
            enable_key_rotation=True,
            removal_policy=RemovalPolicy.DESTROY,
        )
        self.topic = sns.Topic(self, "Alarms", master_key=self._key, enforce_ssl=True)
        self._let_alarms_speak()
        for address in stage.operators:
            self.topic.add_subscription(subscriptions.EmailSubscription(address))

    def hear_all(self, stack: Stack) -> None:
        """Every alarm made until now, by whomever."""
        tell = actions.SnsAction(self.topic)
        for found in stack.node.find_all():
            if isinstance(found, cloudwatch.Alarm):
                found.add_alarm_action(tell)
                if found.node.id in TOLD_WHEN_OVER:
                    found.add_ok_action(tell)

    def _let_alarms_speak(self) -> None:
        self.topic.add_to_resource_policy(
            iam.PolicyStatement(
                sid="AlarmsOfThisAccount",
                principals=[CLOUDWATCH],
                actions=["sns:Publish"],
                resources=[self.topic.topic_arn],
                conditions=OUR_ALARMS,
            )
        )
        self._key.add_to_resource_policy(
            iam.PolicyStatement(
                sid="AlarmsIntoTheEncryptedTopic",
                principals=[CLOUDWATCH],
                actions=["kms:Decrypt", "kms:GenerateDataKey"],
                resources=["*"],  # in a key's own policy: this key
                conditions=OUR_ALARMS,
            )
        )
