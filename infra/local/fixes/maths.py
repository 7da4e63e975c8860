"""ministack refuses an alarm over metric maths; here it is deployed, and never rings."""

from typing import Any

from ministack.core.responses import get_account_id, get_region
from ministack.services.cloudformation import provisioners

_TYPE = "AWS::CloudWatch::Alarm"


def install() -> None:
    handlers = provisioners._RESOURCE_HANDLERS[_TYPE]
    create, update = handlers["create"], handlers["update"]
    provisioners._RESOURCE_HANDLERS[_TYPE] = handlers | {
        "create": lambda identity, properties, stack: (
            _kept(identity, properties, stack)
            if "Metrics" in properties
            else create(identity, properties, stack)
        ),
        "update": lambda name, before, after, stack, identity=None: (
            _kept(identity or name, after, stack)
            if "Metrics" in after
            else update(name, before, after, stack, identity)
        ),
    }


def _kept(logical_id: str, properties: Any, stack: str) -> tuple[str, dict[str, str]]:
    name = properties.get("AlarmName") or provisioners._physical_name(
        stack, logical_id, max_len=255
    )
    place = f"{get_region()}:{get_account_id()}"
    return name, {"Arn": f"arn:aws:cloudwatch:{place}:alarm:{name}"}
