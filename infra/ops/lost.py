"""A template's dead-letter queues, and what becomes of what is in each."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Way(StrEnum):
    BACK = "back to the queue they came from"
    SWEPT = "only what to look up: sweep says what was not said, then they go"
    AGAIN = "its clock calls it again by itself: they go"
    UNKNOWN = "nothing here knows: look at them by hand"


@dataclass(frozen=True, slots=True)
class Lost:
    """By logical ids; `source` is the queue whose readers gave up, if there is one."""

    queue: str
    way: Way
    source: str = ""

    @property
    def name(self) -> str:
        """
        >>> Lost("GrantReaderLostQueue0A1B2C3D", Way.BACK).name
        'GrantReader'
        """
        return re.sub(r"(Lost)?Queue[0-9A-F]{8}$", "", self.queue)


type Resources = Mapping[str, Mapping[str, Any]]


def lost_queues(resources: Resources) -> list[Lost]:
    """Every queue that nobody reads."""
    mappings = list(_of(resources, "Lambda::EventSourceMapping"))
    read = {_id(m.get("EventSourceArn")) for m in mappings}
    sources, streams, called = _sources(resources), _ends(mappings), _ends(_calls(resources))
    queues = [name for name, r in resources.items() if r["Type"] == "AWS::SQS::Queue"]
    return [_lost(q, sources[q], streams, called) for q in sorted(queues) if q not in read]


def _lost(queue: str, sources: list[str], streams: set[str], called: set[str]) -> Lost:
    """A rule's lost events share the queue of its reader's: they are the same messages."""
    if len(sources) == 1:
        return Lost(queue, Way.BACK, sources[0])
    if queue in streams:
        return Lost(queue, Way.SWEPT)
    return Lost(queue, Way.AGAIN if queue in called else Way.UNKNOWN)


def _sources(resources: Resources) -> defaultdict[str, list[str]]:
    found = defaultdict[str, list[str]](list)
    for name, resource in resources.items():
        if resource["Type"] == "AWS::SQS::Queue":
            redrive = resource.get("Properties", {}).get("RedrivePolicy", {})
            found[_id(redrive.get("deadLetterTargetArn"))].append(name)
    return found


def _calls(resources: Resources) -> Iterator[Mapping[str, Any]]:
    return _of(resources, "Lambda::EventInvokeConfig")


def _ends(given: Any) -> set[str]:
    ends = (g.get("DestinationConfig", {}).get("OnFailure", {}).get("Destination") for g in given)
    return {_id(end) for end in ends if end}


def _of(resources: Resources, kind: str) -> Iterator[Mapping[str, Any]]:
    return (r.get("Properties", {}) for r in resources.values() if r["Type"] == f"AWS::{kind}")


def _id(reference: Any) -> str:
    match reference:
        case {"Fn::GetAtt": [str(name), _]} | {"Ref": str(name)}:
            return name
    return ""
