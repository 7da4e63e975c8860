"""What is kept at the edge, which is nothing of ours but files; and what each answer adds."""

from typing import Any, Final

from aws_cdk import Duration
from aws_cdk import aws_cloudfront as cloudfront
from constructs import Construct

from infra.edge.headers import STATIC_POLICY

TWO_YEARS: Final = Duration.days(730)
NOTHING: Final = Duration.seconds(0)
ERRORS: Final = (400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504)
"""All that CloudFront would keep for ten seconds by itself."""


def never_kept(scope: Construct) -> cloudfront.CachePolicy:
    """As the managed policy CachingDisabled, and gzipped all the same.

    CloudFront compresses only where a policy could keep something, so this one could: for a
    second, what an answer itself says may be kept, for one language, key and cookie. Ours say
    no-store, which with a least time of 0 also keeps it from answering two at once by one answer.
    """
    return cloudfront.CachePolicy(
        scope,
        "NeverKept",
        comment="career-relay: pages and API",
        min_ttl=NOTHING,
        default_ttl=NOTHING,
        max_ttl=Duration.seconds(1),
        header_behavior=cloudfront.CacheHeaderBehavior.allow_list(
            "Accept", "Accept-Language", "Authorization"
        ),
        cookie_behavior=cloudfront.CacheCookieBehavior.all(),
        query_string_behavior=cloudfront.CacheQueryStringBehavior.all(),
        enable_accept_encoding_gzip=True,
        enable_accept_encoding_brotli=True,
    )


def errors_not_kept() -> list[cloudfront.ErrorResponse]:
    return [cloudfront.ErrorResponse(http_status=status, ttl=NOTHING) for status in ERRORS]


def on_pages(scope: Construct) -> cloudfront.ResponseHeadersPolicy:
    """No content security policy: each page says its own, down to the hash of its style.

    Nor is what a page says of referrers written over: who sends a form when their session is
    over is led back, once signed in, to the page it stood on.
    """
    return cloudfront.ResponseHeadersPolicy(
        scope,
        "OnPages",
        comment="career-relay: pages and API",
        security_headers_behavior=cloudfront.ResponseSecurityHeadersBehavior(
            **_common(referrers_too=False)
        ),
    )


def on_files(scope: Construct) -> cloudfront.ResponseHeadersPolicy:
    return cloudfront.ResponseHeadersPolicy(
        scope,
        "OnFiles",
        comment="career-relay: static files",
        security_headers_behavior=cloudfront.ResponseSecurityHeadersBehavior(
            **_common(referrers_too=True),
            content_security_policy=cloudfront.ResponseHeadersContentSecurityPolicy(
                content_security_policy=STATIC_POLICY, override=True
            ),
        ),
    )


def _common(*, referrers_too: bool) -> dict[str, Any]:
    """`referrers_too`: whatever the origin says of them."""
    return {
        "strict_transport_security": cloudfront.ResponseHeadersStrictTransportSecurity(
            access_control_max_age=TWO_YEARS, include_subdomains=True, override=True
        ),
        "content_type_options": cloudfront.ResponseHeadersContentTypeOptions(override=True),
        "referrer_policy": cloudfront.ResponseHeadersReferrerPolicy(
            referrer_policy=cloudfront.HeadersReferrerPolicy.NO_REFERRER, override=referrers_too
        ),
        "frame_options": cloudfront.ResponseHeadersFrameOptions(
            frame_option=cloudfront.HeadersFrameOption.DENY, override=True
        ),
    }
