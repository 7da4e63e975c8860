"""ministack answers a secret's `Ref` with its name; AWS gives the ARN, and roles are written so."""

from typing import Any

from ministack.services import secretsmanager
from ministack.services.cloudformation import provisioners

_TYPE = "AWS::SecretsManager::Secret"


def install() -> None:
    handlers = provisioners._RESOURCE_HANDLERS[_TYPE]
    create, update, delete = handlers["create"], handlers["update"], handlers["delete"]
    provisioners._RESOURCE_HANDLERS[_TYPE] = handlers | {
        "create": lambda *of: _by_arn(create(*of)),
        "update": lambda arn, *of: _by_arn(update(_name(arn), *of)),
        "delete": lambda arn, properties: delete(_name(arn), properties),
    }


def _by_arn(made: Any) -> tuple[str, Any]:
    _, attributes = made
    return attributes["Arn"], attributes


def _name(arn: str) -> str:
    name, _ = secretsmanager._resolve(arn)
    return name or arn
