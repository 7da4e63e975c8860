"""The CloudFront Function that tells the origin who asks, and by which name."""

from pathlib import Path
from typing import Final

from aws_cdk import aws_cloudfront as cloudfront
from constructs import Construct

SOURCE: Final = Path(__file__).parent / "visitor.js"
_BLANK: Final = "%OWN_DOMAIN%"


def code(own_domain: str) -> str:
    return SOURCE.read_text(encoding="utf-8").replace(_BLANK, own_domain)


def tells_of_visitors(scope: Construct, own_domain: str) -> cloudfront.FunctionAssociation:
    function = cloudfront.Function(
        scope,
        "Visitor",
        comment="career-relay: who asks, and by which name",
        code=cloudfront.FunctionCode.from_inline(code(own_domain)),
        runtime=cloudfront.FunctionRuntime.JS_2_0,
    )
    return cloudfront.FunctionAssociation(
        function=function, event_type=cloudfront.FunctionEventType.VIEWER_REQUEST
    )
