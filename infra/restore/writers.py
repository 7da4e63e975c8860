"""Everybody who writes to the Core table, stopped and started as one."""

from collections.abc import Iterator
from typing import Any, Final

from infra.ops import stacks
from infra.ops.cloud import Cloud
from infra.verbs import DELETE, PUT, UPDATE, VERBS

WRITING: Final = frozenset({PUT, UPDATE, DELETE})
WRITERS: Final = frozenset(
    verb.title().replace("_", "") for verb, of in VERBS.items() if WRITING & {*of.core}
)
"""As infra.function names them in the stack; asked there, it would start CDK."""
HASH: Final = 8
"""Letters CDK puts behind a name."""


def set_all(stage: str, there: Cloud, *, writing: bool) -> None:
    """Landing pages go on opening. What is on its way waits: queues and stream are not read.

    The local engine calls a function whatever its concurrency; AWS does not.
    """
    resources = [*_resources(stage, there)]
    rules = [r for r in resources if r["ResourceType"] == "AWS::Events::Rule"]
    readers = [r for r in resources if r["ResourceType"] == "AWS::Lambda::EventSourceMapping"]
    for mapping in readers:
        there.client("lambda").update_event_source_mapping(UUID=_name(mapping), Enabled=writing)
    for rule in rules:
        _ring(there.client("events"), _name(rule), writing)
    for function in (r for r in resources if is_writer(r)):
        _call(there.client("lambda"), _name(function), writing)
    print(f"{stage}: {'writing again' if writing else 'nobody writes'}")


def is_writer(resource: Any) -> bool:
    is_function = resource["ResourceType"] == "AWS::Lambda::Function"
    return is_function and resource["LogicalResourceId"][:-HASH] in WRITERS


def _resources(stage: str, there: Cloud) -> Iterator[Any]:
    pages = there.client("cloudformation").get_paginator("list_stack_resources")
    for page in pages.paginate(StackName=stacks.relay(stage)):
        yield from page["StackResourceSummaries"]


def _name(resource: Any) -> str:
    return str(resource["PhysicalResourceId"])


def _ring(events: Any, name: str, writing: bool) -> None:
    """Rules of the clock alone: those of the bus fill queues, where facts may wait four days."""
    if "|" not in name:
        (events.enable_rule if writing else events.disable_rule)(Name=name)


def _call(functions: Any, name: str, writing: bool) -> None:
    if writing:
        functions.delete_function_concurrency(FunctionName=name)
    else:
        functions.put_function_concurrency(FunctionName=name, ReservedConcurrentExecutions=0)
