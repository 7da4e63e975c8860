"""Who mails come from: the sender's domain, which SES must know before the relay may send.

A stack of its own, because a domain's records take their time: it is deployed, the records are
set, SES looks for them, and only then is there any use in the rest. Where this account holds the
domain's zone the records are made here; elsewhere `infra.ops.records` says them.
"""

from collections.abc import Sequence
from typing import Final

from aws_cdk import CfnOutput
from aws_cdk import aws_route53 as route53
from aws_cdk import aws_ses as ses
from constructs import Construct

from infra.context import HostedZone
from infra.house_stack import HouseStack
from infra.stage import Stage

SPF: Final = "v=spf1 include:amazonses.com ~all"
TTL_S: Final = 3600


class SenderStack(HouseStack):
    """DMARC is not made here: its owner tightens it with time, for all who mail from there."""

    def __init__(self, scope: Construct, stage: Stage) -> None:
        super().__init__(scope, stage, part="Sender")
        dkim = identity(self, stage).dkim_records
        for n, record in enumerate(dkim, 1):
            CfnOutput(self, f"DkimName{n}", value=record.name)
            CfnOutput(self, f"DkimValue{n}", value=record.value)
        if zone := zone_of(stage):
            self._set_records(zone, dkim, stage)

    def _set_records(self, zone: HostedZone, dkim: Sequence[ses.DkimRecord], stage: Stage) -> None:
        for n, record in enumerate(dkim, 1):
            self._record(zone, f"Dkim{n}", "CNAME", record.name, record.value)
        bounces = bounce_domain(stage.mail_domain)
        self._record(zone, "BouncesArrive", "MX", bounces, f"10 {feedback_host(stage.region)}")
        self._record(zone, "SesMaySend", "TXT", bounces, f'"{SPF}"')

    def _record(self, zone: HostedZone, id_: str, kind: str, name: str, value: str) -> None:
        """Not CDK's own records: they compare names with the zone's, and DKIM's are tokens."""
        route53.CfnRecordSet(
            self,
            id_,
            hosted_zone_id=zone.id,
            name=name,
            type=kind,
            resource_records=[value],
            ttl=str(TTL_S),
        )


def identity(scope: Construct, stage: Stage) -> ses.EmailIdentity:
    """Bounces come back through the configuration set, so SES forwards none by mail.

    A mail leaves also while the MX record is missing, with SES's own domain for bounces: it is
    signed for ours all the same, and somebody waits for it.
    """
    return ses.EmailIdentity(
        scope,
        "Identity",
        identity=ses.Identity.domain(stage.mail_domain),
        dkim_identity=ses.DkimIdentity.easy_dkim(ses.EasyDkimSigningKeyLength.RSA_2048_BIT),
        mail_from_domain=bounce_domain(stage.mail_domain),
        mail_from_behavior_on_mx_failure=ses.MailFromBehaviorOnMxFailure.USE_DEFAULT_VALUE,
        feedback_forwarding=False,
    )


def bounce_domain(mail_domain: str) -> str:
    """Where undeliverable mails return to; SES asks for a domain nothing else is mailed from."""
    return f"bounce.{mail_domain}"


def feedback_host(region: str) -> str:
    return f"feedback-smtp.{region}.amazonses.com"


def zone_of(stage: Stage) -> HostedZone | None:
    """The zone in this account, where it holds the domain mails are from."""
    zone = stage.hosted_zone
    return zone if zone and zone.holds(stage.mail_domain) else None
