"""The guard before the edge, in us-east-1, where CloudFront wants it. It counts per address.

"Stricter on 404s": nothing counts by an answer's status, for the guard sees requests alone. So
what leads to a 404 is counted by how it asks: paths of no route of ours hardly at all, and slugs,
where the guesser of a link would be, far below the general limit. A registration's id and a code
have limits of their own in the relay too; this is the outer ring.
"""

from collections.abc import Sequence
from typing import Final

from aws_cdk import CfnOutput
from aws_cdk import aws_certificatemanager as acm
from aws_cdk import aws_wafv2 as waf
from constructs import Construct

from infra.edge import rules
from infra.edge.blocked import bodies
from infra.edge.names import zone_of
from infra.house_stack import HouseStack
from infra.stage import Stage

REGION: Final = "us-east-1"
INSPECTED: Final = "KB_64"


class GuardStack(HouseStack):
    """No sampled requests and no log: both hold addresses. Each rule counts what it blocked."""

    def __init__(self, scope: Construct, stage: Stage) -> None:
        super().__init__(scope, stage, part="Guard", region=REGION)
        acl = waf.CfnWebACL(
            self,
            "Acl",
            scope="CLOUDFRONT",
            description=f"career-relay: {stage.name}",
            default_action=waf.CfnWebACL.DefaultActionProperty(allow={}),
            association_config=inspects(INSPECTED),
            custom_response_bodies=bodies(stage.agency),
            rules=in_order(rules.all_of_them()),
            visibility_config=rules.seen("All"),
        )
        CfnOutput(self, "WebAclArn", value=acl.attr_arn)
        if stage.domain:
            CfnOutput(self, "CertificateArn", value=self._certificate(stage).certificate_arn)

    def _certificate(self, stage: Stage) -> acm.Certificate:
        """Without a zone of ours the deploy waits until somebody makes the record by hand."""
        zone = zone_of(self, stage.hosted_zone) if stage.hosted_zone else None
        return acm.Certificate(
            self,
            "Certificate",
            domain_name=stage.domain,
            validation=acm.CertificateValidation.from_dns(zone),
        )


def inspects(size: str) -> waf.CfnWebACL.AssociationConfigProperty:
    """CloudFront shows the guard 16 KiB of a body unless told to show more."""
    limit = waf.CfnWebACL.RequestBodyAssociatedResourceTypeConfigProperty(
        default_size_inspection_limit=size
    )
    return waf.CfnWebACL.AssociationConfigProperty(request_body={"CLOUDFRONT": limit})


def in_order(made: Sequence[rules.Rule]) -> list[waf.CfnWebACL.RuleProperty]:
    return [rule.at(priority) for priority, rule in enumerate(made)]
