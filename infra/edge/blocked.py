"""What somebody reads whom the guard turned back: what happened and what to do, in both tongues."""

from pathlib import Path
from typing import Any, Final

from aws_cdk import aws_wafv2 as waf

HERE: Final = Path(__file__).parent
WAIT: Final = "wait"
SHORTER: Final = "shorter"
ELSEWHERE: Final = "elsewhere"
FIVE_MINUTES: Final = "300"


def _page(name: str) -> waf.CfnWebACL.CustomResponseBodyProperty:
    html = (HERE / "turned_back" / f"{name}.html").read_text(encoding="utf-8")
    return waf.CfnWebACL.CustomResponseBodyProperty(content_type="TEXT_HTML", content=html)


BODIES: Final = {name: _page(name) for name in (WAIT, SHORTER, ELSEWHERE)}


def answer(status: int, body: str, **headers: str) -> waf.CfnWebACL.RuleActionProperty:
    said = {"Cache-Control": "no-store"} | headers
    added: Any = [
        waf.CfnWebACL.CustomHTTPHeaderProperty(name=name.replace("_", "-"), value=value)
        for name, value in said.items()
    ]
    return waf.CfnWebACL.RuleActionProperty(
        block=waf.CfnWebACL.BlockActionProperty(
            custom_response=waf.CfnWebACL.CustomResponseProperty(
                response_code=status, custom_response_body_key=body, response_headers=added
            )
        )
    )


def too_many() -> waf.CfnWebACL.RuleActionProperty:
    """The time a rate is counted over: by then it has gone down."""
    return answer(429, WAIT, Retry_After=FIVE_MINUTES)
