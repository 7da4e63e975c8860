"""What the local engine keeps as a record and does not do: named, and told at every start."""

import json
from collections.abc import Mapping
from typing import Any, Final

MATHS: Final = "alarms over metric maths"
TYPES: Final = frozenset(
    {
        "AWS::Budgets::Budget",
        "AWS::CloudWatch::CompositeAlarm",
        "AWS::CodeDeploy::Application",
        "AWS::CodeDeploy::DeploymentConfig",
        "AWS::CodeDeploy::DeploymentGroup",
        "AWS::Events::Archive",
        "AWS::Logs::QueryDefinition",
        "AWS::SecretsManager::RotationSchedule",
        "AWS::WAFv2::WebACLAssociation",
    }
)


def records_in(template: str) -> list[str]:
    """Those of them a template has, as a person calls them."""
    resources = json.loads(template)["Resources"].values()
    kinds = {resource["Type"] for resource in resources} & TYPES
    maths = [MATHS] if any(map(_is_maths, resources)) else []
    return [*sorted(kind.removeprefix("AWS::") for kind in kinds), *maths]


def _is_maths(resource: Mapping[str, Any]) -> bool:
    is_alarm = resource["Type"] == "AWS::CloudWatch::Alarm"
    return is_alarm and "Metrics" in resource["Properties"]
