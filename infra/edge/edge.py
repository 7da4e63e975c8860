"""CloudFront in front of the relay: one name for pages, API and files, and one way in."""

from typing import Final

from aws_cdk import CfnParameter, Stack
from aws_cdk import aws_apigatewayv2 as apigw
from aws_cdk import aws_cloudfront as cloudfront
from aws_cdk import aws_cloudfront_origins as origins
from aws_cdk import aws_s3 as s3
from aws_cdk import aws_secretsmanager as secretsmanager
from constructs import Construct

from infra.acknowledged import acknowledge
from infra.edge import policies
from infra.edge.files import files_bucket
from infra.edge.names import certificate, lead_here, url
from infra.edge.visitor import tells_of_visitors
from infra.stage import Stage
from shared.request import ORIGIN

TLS_1_2: Final = cloudfront.SecurityPolicyProtocol.TLS_V1_2_2021
HTTPS: Final = cloudfront.ViewerProtocolPolicy.REDIRECT_TO_HTTPS


class Edge(Construct):
    """No access log: CloudFront's holds the address of everybody who opened a link. The guard's
    and the distribution's metrics count requests, and the API's own log says what became of them.
    """

    def __init__(
        self, scope: Construct, api: apigw.HttpApi, secret: secretsmanager.Secret, stage: Stage
    ) -> None:
        super().__init__(scope, "Edge")
        self._stage = stage
        self.files = files_bucket(self, stage.removal)
        self.web_acl_arn = guard(scope)
        self.distribution = cloudfront.Distribution(
            self,
            "Distribution",
            comment=f"career-relay: {stage.name}",
            default_behavior=self._pages(api, secret),
            additional_behaviors=self._static(self.files),
            web_acl_id=self.web_acl_arn,
            error_responses=policies.errors_not_kept(),
            http_version=cloudfront.HttpVersion.HTTP2_AND_3,
            enable_ipv6=True,
            price_class=cloudfront.PriceClass.PRICE_CLASS_200,
            minimum_protocol_version=TLS_1_2 if stage.domain else None,
            domain_names=[stage.domain] if stage.domain else None,
            certificate=certificate(scope) if stage.domain else None,
        )
        lead_here(self, stage, self.distribution)
        self._acknowledge()

    def _pages(
        self, api: apigw.HttpApi, secret: secretsmanager.Secret
    ) -> cloudfront.BehaviorOptions:
        """Everything but the host goes on to the API, which knows itself by its own name alone."""
        stack = Stack.of(self)
        return cloudfront.BehaviorOptions(
            origin=origins.HttpOrigin(
                f"{api.api_id}.execute-api.{stack.region}.{stack.url_suffix}",
                protocol_policy=cloudfront.OriginProtocolPolicy.HTTPS_ONLY,
                origin_ssl_protocols=[cloudfront.OriginSslPolicy.TLS_V1_2],
                custom_headers={ORIGIN: secret.secret_value.unsafe_unwrap()},
            ),
            allowed_methods=cloudfront.AllowedMethods.ALLOW_ALL,
            viewer_protocol_policy=HTTPS,
            cache_policy=policies.never_kept(self),
            origin_request_policy=cloudfront.OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
            response_headers_policy=policies.on_pages(self),
            function_associations=[tells_of_visitors(self, self._stage.domain)],
            compress=True,
        )

    def _static(self, files: s3.Bucket) -> dict[str, cloudfront.BehaviorOptions]:
        behaviour = cloudfront.BehaviorOptions(
            origin=origins.S3BucketOrigin.with_origin_access_control(files),
            allowed_methods=cloudfront.AllowedMethods.ALLOW_GET_HEAD,
            viewer_protocol_policy=HTTPS,
            cache_policy=cloudfront.CachePolicy.CACHING_OPTIMIZED,
            response_headers_policy=policies.on_files(self),
            compress=True,
        )
        return dict.fromkeys(("/static/*", "/favicon.ico"), behaviour)

    def _acknowledge(self) -> None:
        acknowledge(self.distribution, "CFR1", "A candidate may open a link wherever they are.")
        acknowledge(self.distribution, "CFR3", "An access log would hold visitors' addresses.")
        if not self._stage.domain:
            acknowledge(
                self.distribution, "CFR4", "CloudFront's own name comes with its own TLS policy."
            )

    @property
    def url(self) -> str:
        """By the distribution's own name."""
        return f"https://{self.distribution.distribution_domain_name}"

    def told(self) -> dict[str, str]:
        return {
            "DistributionId": self.distribution.distribution_id,
            "DistributionDomain": self.distribution.distribution_domain_name,
            "PublicUrl": url(self._stage, self.distribution),
            "StaticBucket": self.files.bucket_name,
        }


def guard(scope: Construct) -> str:
    told = CfnParameter(
        scope,
        "WebAclArn",
        description="CareerRelayGuard's output WebAclArn",
        allowed_pattern=r"^arn:aws:wafv2:us-east-1:\d{12}:global/webacl/[\w-]+/[0-9a-f-]+$",
    )
    return told.value_as_string
