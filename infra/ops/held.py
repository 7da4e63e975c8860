"""The dead-letter queues of a deployed stack: its template knows the ways, AWS the addresses."""

import json
from dataclasses import dataclass
from typing import Any

from infra.ops import stacks
from infra.ops.cloud import Cloud
from infra.ops.lost import Lost, lost_queues
from infra.ops.queues import Queues
from infra.ops.refusal import RefusedError


@dataclass(frozen=True, slots=True)
class Held:
    """A dead-letter queue as it is deployed; addresses, and how many messages wait."""

    lost: Lost
    address: str
    source: str
    waiting: int


def held_in(where: Cloud, stage: str, queues: Queues, only: str) -> list[Held]:
    """Raises RefusedError: no queue is called `only`."""
    name, asking = stacks.relay(stage), where.client("cloudformation")
    template = asking.get_template(StackName=name)["TemplateBody"]
    resources = (json.loads(template) if isinstance(template, str) else template)["Resources"]
    found = lost_queues(resources)
    wanted = [lost for lost in found if only.lower() in ("", lost.name.lower())]
    if not wanted:
        raise RefusedError(f"no queue {only}; there are {', '.join(lost.name for lost in found)}")
    urls = _addresses(asking, name)
    return [
        Held(lost, urls[lost.queue], urls.get(lost.source, ""), queues.waiting(urls[lost.queue]))
        for lost in wanted
    ]


def _addresses(asking: Any, name: str) -> dict[str, str]:
    pages = asking.get_paginator("list_stack_resources").paginate(StackName=name)
    return {
        resource["LogicalResourceId"]: resource["PhysicalResourceId"]
        for page in pages
        for resource in page["StackResourceSummaries"]
        if resource["ResourceType"] == "AWS::SQS::Queue"
    }
