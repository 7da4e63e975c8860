"""Where people reach the relay: what the mails lead to that answer no request of theirs."""

from typing import cast

from aws_cdk import CfnParameter, Stack
from aws_cdk import aws_lambda as lambda_

from infra.edge.edge import Edge
from infra.edge.names import url
from infra.given import Given, give
from infra.stage import Stage
from shared.settings import SITE


def of_edge(stage: Stage, edge: Edge) -> str:
    return url(stage, edge.distribution)


def of_this_machine(stack: Stack) -> str:
    """Who starts the relay knows its port."""
    told = CfnParameter(
        stack, SITE.title(), description="The front door", default="http://127.0.0.1:8080"
    )
    return told.value_as_string


def lead_to(site: str, verb: lambda_.Alias) -> None:
    """An edge is made after the functions behind it; `verb` is none of them."""
    give(cast(lambda_.Function, verb.lambda_), (SITE,), {SITE: Given(site)})
