"""What a synthesized stage has that is paid for: counted from its templates, never by hand."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

type Props = Mapping[str, Any]

MONTH_H: Final = 730
MONTH_S: Final = MONTH_H * 3600
_HANDLER: Final = re.compile(r"functions\.(\w+)\.handler\.handle")
_RATE: Final = re.compile(r"rate\((\d+) (minute|hour|day)s?\)")
_HOURS: Final = {"minute": 1 / 60, "hour": 1, "day": 24}


@dataclass(frozen=True, slots=True)
class Held:
    """Of every template of a stage: the resources, by logical id."""

    resources: Mapping[str, Props]

    def of(self, kind: str) -> list[Props]:
        """Properties; `kind` as in SQS::Queue."""
        found = (r for r in self.resources.values() if r["Type"] == f"AWS::{kind}")
        return [r.get("Properties", {}) for r in found]

    def functions(self) -> dict[str, Props]:
        """Ours, by verb."""
        named = (
            (_HANDLER.fullmatch(str(f.get("Handler"))), f) for f in self.of("Lambda::Function")
        )
        return {match[1]: f for match, f in named if match}

    def gb(self, verb: str) -> float:
        return float(self.functions()[verb]["MemorySize"]) / 1024

    def snapped(self) -> list[str]:
        return [verb for verb, f in self.functions().items() if "SnapStart" in f]

    def traced(self) -> list[str]:
        functions = self.functions().items()
        return [v for v, f in functions if f.get("TracingConfig", {}).get("Mode") == "Active"]

    def reading_secrets(self) -> int:
        """Functions that ask for a secret when they start."""
        said = (f["Environment"]["Variables"] for f in self.functions().values())
        return sum(any(name.endswith("_SECRET") for name in settings) for settings in said)

    def polled(self, *, fifo: bool) -> int:
        """Queues a function is fed from."""
        queues = [source for source in self._sources() if "StreamArn" not in str(source)]
        return sum(self._is_fifo(queue) == fifo for queue in queues)

    def _sources(self) -> Iterator[Any]:
        yield from (m["EventSourceArn"] for m in self.of("Lambda::EventSourceMapping"))

    def _is_fifo(self, queue: Any) -> bool:
        return bool(self.resources[queue["Fn::GetAtt"][0]]["Properties"].get("FifoQueue"))

    def scheduled(self) -> dict[str, float]:
        """Runs a month, by verb; what is told by a calendar is taken for daily."""
        runs = dict[str, float]()
        for what in (*self.of("Events::Rule"), *self.of("Scheduler::Schedule")):
            if when := what.get("ScheduleExpression"):
                for target in what.get("Targets") or [what["Target"]]:
                    if verb := self._verb(target["Arn"]):
                        runs[verb] = runs.get(verb, 0) + MONTH_H / hours_between(when)
        return runs

    def _verb(self, reference: Any) -> str:
        """Behind an alias or a name; "" for what is no function of ours."""
        id_ = reference.get("Ref") or reference.get("Fn::GetAtt", [""])[0]
        found = self.resources.get(id_, {"Type": ""})
        if found["Type"] == "AWS::Lambda::Alias":
            return self._verb(found["Properties"]["FunctionName"])
        match = _HANDLER.fullmatch(str(found.get("Properties", {}).get("Handler")))
        return match[1] if match else ""

    def alarmed_metrics(self) -> int:
        """An alarm on metric mathematics is paid for by each metric it reads."""
        return sum(
            sum("MetricStat" in m for m in alarm.get("Metrics", [])) or 1
            for alarm in self.of("CloudWatch::Alarm")
        )

    def waf_rules(self) -> int:
        return sum(len(acl["Rules"]) for acl in self.of("WAFv2::WebACL"))


def hours_between(when: str) -> float:
    rate = _RATE.fullmatch(when)
    return int(rate[1]) * _HOURS[rate[2]] if rate else 24
