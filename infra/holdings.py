"""What there is to read, to write and to speak to, and the settings that name it."""

from collections.abc import Sequence
from typing import Final

from aws_cdk import aws_events as events
from aws_cdk import aws_iam as iam
from aws_cdk import aws_kms as kms
from aws_cdk import aws_lambda as lambda_
from aws_cdk.aws_secretsmanager import Secret
from constructs import Construct

from infra import secret
from infra.asking import Asking
from infra.counting import Counting
from infra.cvs import Cvs
from infra.delivering import Delivering
from infra.given import Given
from infra.imports import Imports
from infra.mail import Mail
from infra.receiving import Receiving
from infra.sender import identity
from infra.stage import Stage
from infra.table import clicks_table, core_table
from shared import settings

SEALING: Final = ("kms:Decrypt", "kms:Encrypt")
OPENING: Final = SEALING[:1]
BUS: Final = "career-relay"
"""The published name, so an account holds one stage."""


class Holdings:
    def __init__(self, scope: Construct, stage: Stage) -> None:
        self.stage = stage
        self.key = kms.Key(
            scope,
            "Key",
            description="career-relay: what is known of people",
            enable_key_rotation=True,
            removal_policy=stage.removal,
        )
        self.core = core_table(scope, key=self.key, keep=stage.keeps_data)
        self.clicks = clicks_table(scope, key=self.key, keep=stage.keeps_data)
        self.cvs = Cvs(scope, key=self.key, stage=stage)
        self.imports = Imports(scope, key=self.key, stage=stage)
        self.bus = events.EventBus(scope, "Bus", event_bus_name=BUS)
        self.counting = Counting(scope)
        self.receiving = Receiving(scope)
        self.delivering = Delivering(scope)
        self.asking = Asking(scope)
        self.mail = Mail(scope, domain=stage.mail_domain, key=self.key)
        if not stage.on_aws:
            identity(scope, stage)  # on AWS the sender's own stack has it, days before
        self.pepper = secret.pepper(scope, stage.removal)
        self.origin = secret.origin(scope, stage)

    def allow_sealing(
        self, function: lambda_.Function, purposes: Sequence[str], actions: Sequence[str] = SEALING
    ) -> None:
        """Only what says, in its encryption context, that it is sealed for one of these."""
        function.add_to_role_policy(
            iam.PolicyStatement(
                actions=[*actions],
                resources=[self.key.key_arn],
                conditions={"StringEquals": {"kms:EncryptionContext:for": [*purposes]}},
            )
        )

    def given(self) -> dict[str, Given]:
        """Each setting's value, with the right to use what it names."""
        return {
            settings.CORE_TABLE: Given(self.core.table_name),
            settings.CLICKS_TABLE: Given(self.clicks.table_name),
            settings.CV_BUCKET: Given(self.cvs.bucket_name),
            settings.IMPORT_BUCKET: Given(self.imports.bucket_name),
            settings.BUS_NAME: Given(
                self.bus.event_bus_name, "events:PutEvents", self.bus.event_bus_arn
            ),
            settings.COUNT_QUEUE_URL: Given(
                self.counting.queue.queue_url, "sqs:SendMessage", self.counting.queue.queue_arn
            ),
            settings.RECEIVED_QUEUE_URL: Given(
                self.receiving.queue.queue_url, "sqs:SendMessage", self.receiving.queue.queue_arn
            ),
            settings.DELIVER_QUEUE_URL: Given(
                self.delivering.queue.queue_url, "sqs:SendMessage", self.delivering.queue.queue_arn
            ),
            settings.PEPPER_SECRET: readable(self.pepper),
            settings.ORIGIN_SECRET: readable(self.origin),
            settings.SEALING_KEY: Given(self.key.key_arn),
            settings.STAGE: Given(self.stage.name),
            settings.AGENCY: Given(self.stage.agency_json),
            settings.MAIL_FROM: Given(self.stage.sender, "ses:SendEmail", self.mail.identity_arn),
            settings.CONFIGURATION_SET: Given(
                self.mail.set.configuration_set_name, "ses:SendEmail", self.mail.set_arn
            ),
            settings.ASK_QUEUE_URL: Given(
                self.asking.queue.queue_url, "sqs:SendMessage", self.asking.queue.queue_arn
            ),
            settings.SWEEP_AFTER_SECONDS: Given(str(self.stage.sweep_after_s)),
        }


def readable(held: Secret) -> Given:
    return Given(held.secret_arn, "secretsmanager:GetSecretValue", held.secret_arn)
