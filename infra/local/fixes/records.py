"""ministack refuses types it does not know; those of infra.local.records are deployed, and idle.

Any other unknown type is refused as before.
"""

from collections.abc import Callable, Mapping
from typing import Any, Final

from ministack.core.responses import get_account_id, get_region
from ministack.services.cloudformation import provisioners

from infra.local.records import TYPES

type Properties = Mapping[str, Any]
_NAMED_BY: Final = {
    "AWS::CloudWatch::CompositeAlarm": "AlarmName",
    "AWS::CodeDeploy::Application": "ApplicationName",
    "AWS::CodeDeploy::DeploymentConfig": "DeploymentConfigName",
    "AWS::CodeDeploy::DeploymentGroup": "DeploymentGroupName",
    "AWS::Events::Archive": "ArchiveName",
    "AWS::SecretsManager::RotationSchedule": "SecretId",
}
"""The property `Ref` answers with; one that is not told is made up of the stack's name."""
_ATTRIBUTES: Final = {
    "AWS::CloudWatch::CompositeAlarm": {"Arn": "arn:aws:cloudwatch:{place}:alarm:{name}"},
    "AWS::Events::Archive": {"Arn": "arn:aws:events:{place}:archive/{name}"},
    "AWS::Logs::QueryDefinition": {"QueryDefinitionId": "{name}"},
}


def install() -> None:
    for kind in TYPES:
        provisioners._RESOURCE_HANDLERS[kind] = {"create": _keeping(kind), "delete": _forget}


def _keeping(kind: str) -> Callable[[str, Properties, str], tuple[str, dict[str, str]]]:
    """An update asks for the same again: it is as good as a creation."""

    def keep(logical_id: str, properties: Properties, stack: str) -> tuple[str, dict[str, str]]:
        told = properties.get(_NAMED_BY.get(kind, ""))
        name = told or provisioners._physical_name(stack, logical_id)
        place = f"{get_region()}:{get_account_id()}"
        shapes = _ATTRIBUTES.get(kind, {})
        return name, {what: arn.format(place=place, name=name) for what, arn in shapes.items()}

    return keep


def _forget(_name: str, _properties: Properties) -> None:
    """Nothing was made."""
