"""Stopping the writers stops every writer, and leaves the landing page open."""

from typing import Any

import pytest

from infra.restore import writers
from tests.infra.reading import Template, many, verb_of

WRITES = {"dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem"}


class Recorder:
    """Every service of an account that has the template's resources, under their logical ids."""

    def __init__(self, of: Template) -> None:
        self.of = of
        self.asked: list[tuple[str, dict[str, Any]]] = []

    region = "ap-northeast-1"

    def client(self, service: str, region: str = "") -> Any:
        return self

    def get_paginator(self, _: str) -> Any:
        return self

    def paginate(self, StackName: str) -> Any:
        assert StackName == f"CareerRelay-{self.of.stage}"
        yield {
            "StackResourceSummaries": [
                {
                    "LogicalResourceId": name,
                    "PhysicalResourceId": f"bus|{name}" if on_a_bus(resource) else name,
                    "ResourceType": resource["Type"],
                }
                for name, resource in self.of.resources.items()
            ]
        }

    def __getattr__(self, operation: str) -> Any:
        return lambda **how: self.asked.append((operation, how))

    def named(self, operation: str, argument: str) -> set[str]:
        return {how[argument] for asked, how in self.asked if asked == operation}


def on_a_bus(resource: Any) -> bool:
    return "EventBusName" in resource.get("Properties", {})


def writing(t: Template) -> set[str]:
    """Functions whose role may write to Core, and the scheduled or mapped ones among them."""
    found = set()
    for name, function in t.of("Lambda::Function").items():
        for actions, resources in t.statements(verb_of(function)):
            if "Core" in resources and WRITES & set(many([*actions])):
                found.add(name)
    return found


def test_everybody_who_may_write_is_stopped_and_nobody_else(shipped: Template) -> None:
    account = Recorder(shipped)
    writers.set_all(shipped.stage, account, writing=False)
    stopped = account.named("put_function_concurrency", "FunctionName")
    assert stopped == writing(shipped)
    assert not [name for name in stopped if name.startswith("Click")]
    mappings = shipped.of("Lambda::EventSourceMapping").keys()
    assert account.named("update_event_source_mapping", "UUID") == mappings
    scheduled = {n for n, r in shipped.of("Events::Rule").items() if "ScheduleExpression" in r}
    assert account.named("disable_rule", "Name") == scheduled


def test_what_was_stopped_is_started(shipped: Template) -> None:
    stopped, started = Recorder(shipped), Recorder(shipped)
    writers.set_all(shipped.stage, stopped, writing=False)
    writers.set_all(shipped.stage, started, writing=True)
    assert len(stopped.asked) == len(started.asked)
    for stop, start, name in (
        ("put_function_concurrency", "delete_function_concurrency", "FunctionName"),
        ("disable_rule", "enable_rule", "Name"),
        ("update_event_source_mapping", "update_event_source_mapping", "UUID"),
    ):
        assert stopped.named(stop, name) == started.named(start, name)
    assert all(how.get("Enabled", True) for _, how in started.asked)


@pytest.mark.parametrize("verb", sorted(writers.WRITERS))
def test_a_writer_is_known_by_its_verb(dev: Template, verb: str) -> None:
    assert [n for n in dev.of("Lambda::Function") if n[: -writers.HASH] == verb]
