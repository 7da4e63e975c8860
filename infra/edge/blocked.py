"""What somebody reads whom the guard turned back: what happened and what to do, in both tongues."""

import tomllib
from html import escape
from pathlib import Path
from string import Template
from typing import Any, Final

from aws_cdk import aws_wafv2 as waf

from shared.domain.agency import Agency

HERE: Final = Path(__file__).parent / "turned_back"
WAIT: Final = "wait"
SHORTER: Final = "shorter"
ELSEWHERE: Final = "elsewhere"
FIVE_MINUTES: Final = "300"


def bodies(agency: Agency) -> dict[str, waf.CfnWebACL.CustomResponseBodyProperty]:
    """Every page names the agency, this one too (ESA 30)."""
    page = Template((HERE / "page.html").read_text(encoding="utf-8"))
    words = tomllib.loads((HERE / "words.toml").read_text(encoding="utf-8"))
    who = {
        "agency": escape(agency.name),
        "licence": agency.licence_number,
        "until": agency.licence_until.isoformat(),
    }
    return {name: _html(page.substitute(said | who)) for name, said in words.items()}


def _html(content: str) -> waf.CfnWebACL.CustomResponseBodyProperty:
    return waf.CfnWebACL.CustomResponseBodyProperty(content_type="TEXT_HTML", content=content)


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
