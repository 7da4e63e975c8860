"""What alarms and the dashboard look at: figures by namespace, name and what they are about."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tests.infra.reading import Props, Template

OURS = "CareerRelay"


@dataclass(frozen=True)
class Figure:
    namespace: str
    name: str
    of: tuple[tuple[str, str], ...]

    @property
    def service(self) -> str:
        return dict(self.of)["service"]


def alarms(t: Template) -> dict[str, Props]:
    """By what the runbook calls them: the name without project and stage."""
    prefix = f"career-relay-{t.stage}-"
    found = t.of("CloudWatch::Alarm").values()
    assert all(alarm["AlarmName"].startswith(prefix) for alarm in found)
    return {alarm["AlarmName"].removeprefix(prefix): alarm for alarm in found}


def looked_at_by(alarm: Props) -> set[Figure]:
    if "MetricName" in alarm:
        return {_figure(alarm)}
    return {_figure(m["MetricStat"]["Metric"]) for m in alarm["Metrics"] if "MetricStat" in m}


def _figure(said: Props) -> Figure:
    of = ((d["Name"], written(d["Value"])) for d in said.get("Dimensions", []))
    return Figure(said["Namespace"], said["MetricName"], tuple(sorted(of)))


def widgets(t: Template) -> list[Props]:
    [board] = t.of("CloudWatch::Dashboard").values()
    return list(json.loads(written(board["DashboardBody"]))["widgets"])


def on_board(t: Template) -> dict[str, set[Figure]]:
    """By the graph's title."""
    return {
        w["properties"]["title"]: set(_drawn(w["properties"]["metrics"]))
        for w in widgets(t)
        if w["type"] == "metric"
    }


def _drawn(metrics: list[list[Any]]) -> Iterator[Figure]:
    for namespace, name, *rest in metrics:
        of = [str(part) for part in rest if not isinstance(part, dict)]
        yield Figure(namespace, name, tuple(sorted(zip(of[::2], of[1::2], strict=True))))


def written(value: Any) -> str:
    """Text with the logical ids of what it refers to."""
    match value:
        case {"Ref": name}:
            return str(name)
        case {"Fn::GetAtt": [name, _]}:
            return str(name)
        case {"Fn::Join": [between, parts]}:
            return str(between).join(map(written, parts))
        case {"Fn::Select": [_, {"Fn::Split": [_, inner]}]}:
            return written(inner)
    return str(value)
