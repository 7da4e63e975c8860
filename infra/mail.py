"""Mail out by SES, and what comes back: bounces and complaints to `suppress`.

They hold addresses, so they never touch the bus: SES -> encrypted topic -> queue of our own.
The domain mails are from is another stack's: infra.sender.
"""

from typing import Final

from aws_cdk import Aws, Stack
from aws_cdk import aws_iam as iam
from aws_cdk import aws_kms as kms
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_ses as ses
from aws_cdk import aws_sns as sns
from aws_cdk import aws_sns_subscriptions as subscriptions
from constructs import Construct

from infra.dead_letters import DeadLetters
from infra.queue import read, reader_queue
from infra.verbs import VERBS

SES: Final = iam.ServicePrincipal("ses.amazonaws.com")
BACK: Final = [ses.EmailSendingEvent.BOUNCE, ses.EmailSendingEvent.COMPLAINT]


class Mail(Construct):
    def __init__(self, scope: Construct, *, domain: str, key: kms.Key) -> None:
        super().__init__(scope, "Mail")
        self._domain = domain
        self.set = ses.ConfigurationSet(
            self,
            "Set",
            reputation_metrics=True,
            tls_policy=ses.ConfigurationSetTlsPolicy.REQUIRE,
            suppression_reasons=ses.SuppressionReasons.BOUNCES_AND_COMPLAINTS,
        )
        self.topic = sns.Topic(self, "Feedback", master_key=key, enforce_ssl=True)
        self._let_ses_encrypt(key)
        self.set.add_event_destination(
            "Back", destination=ses.EventDestination.sns_topic(self.topic), events=BACK
        )

    def _let_ses_encrypt(self, key: kms.Key) -> None:
        """CDK lets SES speak to the topic; the key is ours to open for what SES says."""
        key.add_to_resource_policy(
            iam.PolicyStatement(
                sid="FeedbackIntoTheEncryptedTopic",
                principals=[SES],
                actions=["kms:Decrypt", "kms:GenerateDataKey"],
                resources=["*"],  # in a key's own policy: this key
                conditions={"StringEquals": {"aws:SourceAccount": Aws.ACCOUNT_ID}},
            )
        )

    @property
    def identity_arn(self) -> str:
        return self._arn("identity", self._domain)

    @property
    def set_arn(self) -> str:
        return self._arn("configuration-set", self.set.configuration_set_name)

    def _arn(self, resource: str, name: str) -> str:
        return Stack.of(self).format_arn(service="ses", resource=resource, resource_name=name)

    def feedback_to(self, function: lambda_.IFunction) -> None:
        lost = DeadLetters(self)
        queue = reader_queue(self, "Back", lost, timeout_s=VERBS["suppress"].timeout_s)
        self.topic.add_subscription(
            subscriptions.SqsSubscription(queue, dead_letter_queue=lost.queue)
        )
        read(queue, function, batch_size=10)
