"""What a function's environment says on AWS, for things that are in this process's engine."""

from dataclasses import dataclass, field
from typing import Any

from infra.local.aws import session
from tests.infra.reading import Template, referred
from tests.support.asking import ORIGIN
from tests.support.table import client, fresh_table


@dataclass(frozen=True, slots=True)
class Things:
    template: Template
    url: str
    made: dict[str, str] = field(default_factory=dict)

    def settings(self, verb: str) -> dict[str, str]:
        said = self.template.functions()[verb]["Environment"]["Variables"].items()
        told = {name: self._value(value) for name, value in said}
        return told | {"AWS_ENDPOINT_URL": self.url}

    def _value(self, value: Any) -> str:
        """A table and a secret exist; all else is a name nobody has."""
        if isinstance(value, str):
            return value
        name = referred(value)
        if name not in self.made:
            self.made[name] = self._make(name)
        return self.made[name]

    def _make(self, name: str) -> str:
        match self.template.resources.get(name, {}).get("Type"):
            case "AWS::DynamoDB::GlobalTable":
                return fresh_table(client()).name
            case "AWS::SecretsManager::Secret":
                said = ORIGIN if name.startswith("Origin") else f"the secret called {name}"
                return str(self._secrets().create_secret(Name=name, SecretString=said)["ARN"])
        return name

    def _secrets(self) -> Any:
        return session().client("secretsmanager", endpoint_url=self.url)
