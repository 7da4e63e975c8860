"""The rights of a role, and the role without some of them."""

import json
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from infra.local.aws import Clients
from tests.infra.reading import many


@dataclass(frozen=True, slots=True, order=True)
class Right:
    action: str
    resource: str

    @property
    def on(self) -> str:
        """The resource by the name the stack gives it, without the hashes."""
        if self.resource == "*":
            return self.resource
        name = self.resource.split(":", 5)[5].rpartition("CareerRelay-local")[2].lstrip("-/")
        return name or self.resource.split(":", 5)[5]


class Role:
    """A function's role in the engine."""

    def __init__(self, clients: Clients, arn: str) -> None:
        self._iam, self._name = clients.client("iam"), arn.rpartition("/")[2]
        names = self._iam.list_role_policies(RoleName=self._name)["PolicyNames"]
        self._policies = {name: self._document(name) for name in names}

    def rights(self) -> list[Right]:
        statements = (s for p in self._policies.values() for s in p["Statement"])
        return sorted({right for s in statements for right in rights_of(s)})

    @contextmanager
    def without(self, gone: Collection[Right]) -> Iterator[None]:
        """They hold again afterwards. The engine reads a role's policies at every call."""
        try:
            for name, policy in self._policies.items():
                kept = [s for statement in policy["Statement"] for s in less(statement, gone)]
                self._put(name, {**policy, "Statement": kept})
            yield
        finally:
            for name, policy in self._policies.items():
                self._put(name, policy)

    def _document(self, name: str) -> Any:
        return self._iam.get_role_policy(RoleName=self._name, PolicyName=name)["PolicyDocument"]

    def _put(self, name: str, policy: dict[str, Any]) -> None:
        self._iam.put_role_policy(
            RoleName=self._name, PolicyName=name, PolicyDocument=json.dumps(policy)
        )


def rights_of(statement: dict[str, Any]) -> Iterator[Right]:
    for action in many(statement["Action"]):
        yield from (Right(action, resource) for resource in many(statement["Resource"]))


def less(statement: dict[str, Any], gone: Collection[Right]) -> Iterator[dict[str, Any]]:
    """The same statement, a right apiece."""
    for right in rights_of(statement):
        if right not in gone:
            yield {**statement, "Action": right.action, "Resource": right.resource}
