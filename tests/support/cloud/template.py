"""What a template says is wired to what, by logical id."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tests.infra.reading import function_behind


@dataclass(frozen=True, slots=True)
class Wiring:
    resources: dict[str, dict[str, Any]]

    def of_type(self, kind: str) -> dict[str, dict[str, Any]]:
        found = self.resources.items()
        return {name: r["Properties"] for name, r in found if r["Type"] == kind}

    def function(self, verb: str) -> str:
        """The logical id of the function that runs functions/<verb>."""
        functions = self.of_type("AWS::Lambda::Function").items()
        [name] = [n for n, f in functions if f["Handler"] == f"functions.{verb}.handler.handle"]
        return name

    def routed(self, method: str, path: str) -> str:
        """The function a request reaches: the most particular route, as API Gateway chooses."""
        routes = self.of_type("AWS::ApiGatewayV2::Route").values()
        fitting = [r for r in routes if _fits(r["RouteKey"], method, path)]
        best = max(fitting, key=lambda r: _particular(r["RouteKey"]))
        integration = self.resources[best["Target"]["Fn::Join"][1][1]["Ref"]]["Properties"]
        return function_behind(self.resources, integration["IntegrationUri"])

    def streamed(self, record: dict[str, Any]) -> Iterator[str]:
        """The functions that hear of a change in a table."""
        for mapping in self.of_type("AWS::Lambda::EventSourceMapping").values():
            filters = mapping.get("FilterCriteria", {}).get("Filters", [])
            if any(matches(json.loads(f["Pattern"]), record) for f in filters):
                yield function_behind(self.resources, mapping["FunctionName"])

    def queues_for(self, event: dict[str, Any]) -> Iterator[str]:
        """The queues whose rules match an event on the bus."""
        for rule in self.of_type("AWS::Events::Rule").values():
            if "EventPattern" in rule and matches(rule["EventPattern"], event):
                yield from (target["Arn"]["Fn::GetAtt"][0] for target in rule["Targets"])

    def reader_of(self, queue: str) -> str:
        mappings = self.of_type("AWS::Lambda::EventSourceMapping").values()
        sources = {m["EventSourceArn"]["Fn::GetAtt"][0]: m["FunctionName"] for m in mappings}
        return function_behind(self.resources, sources[queue])


def _fits(key: str, method: str, path: str) -> bool:
    if key == "$default":
        return True
    verb, pattern = key.split(" ")
    pattern = re.sub(r"\{\w+\+\}", ".+", pattern)
    return verb in {method, "ANY"} and bool(
        re.fullmatch(re.sub(r"\{\w+\}", "[^/]+", pattern), path)
    )


def _particular(key: str) -> tuple[bool, bool, int]:
    return key != "$default", "+}" not in key, len(key)


def matches(pattern: Any, value: Any) -> bool:
    """The part of EventBridge's pattern language we use: exact values and prefixes."""
    if isinstance(pattern, dict):
        return all(k in value and matches(p, value[k]) for k, p in pattern.items())
    return any(
        str(value).startswith(p["prefix"]) if isinstance(p, dict) else value == p for p in pattern
    )
