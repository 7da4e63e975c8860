"""The name visitors use: the agency's own domain, or the one CloudFront gives."""

from aws_cdk import CfnParameter
from aws_cdk import aws_certificatemanager as acm
from aws_cdk import aws_cloudfront as cloudfront
from aws_cdk import aws_route53 as route53
from aws_cdk import aws_route53_targets as targets
from constructs import Construct

from infra.context import HostedZone
from infra.stage import Stage


def certificate(scope: Construct) -> acm.ICertificate:
    """Told by parameter: it has to be of us-east-1, where the guard's stack makes it."""
    told = CfnParameter(
        scope,
        "CertificateArn",
        description="CareerRelayGuard's output CertificateArn",
        allowed_pattern=r"^arn:aws:acm:us-east-1:\d{12}:certificate/[0-9a-f-]+$",
    )
    return acm.Certificate.from_certificate_arn(scope, "Certificate", told.value_as_string)


def zone_of(scope: Construct, zone: HostedZone) -> route53.IHostedZone:
    return route53.HostedZone.from_hosted_zone_attributes(
        scope, "Zone", hosted_zone_id=zone.id, zone_name=zone.name
    )


def lead_here(scope: Construct, stage: Stage, distribution: cloudfront.Distribution) -> None:
    """Where the zone is ours; else who holds the domain makes the record by hand."""
    if stage.hosted_zone is None:
        return
    zone = zone_of(scope, stage.hosted_zone)
    target = route53.RecordTarget.from_alias(targets.CloudFrontTarget(distribution))
    for kind, record in (("Four", route53.ARecord), ("Six", route53.AaaaRecord)):
        record(scope, f"Address{kind}", zone=zone, record_name=f"{stage.domain}.", target=target)


def url(stage: Stage, distribution: cloudfront.Distribution) -> str:
    return f"https://{stage.domain or distribution.distribution_domain_name}"
