"""A function is given the settings it reads, and with each the right to use what it names."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import cast

from aws_cdk import aws_iam as iam
from aws_cdk import aws_lambda as lambda_

from infra.acknowledged import acknowledge


@dataclass(frozen=True, slots=True)
class Given:
    """A setting's value and, where it names a resource, the one action on that resource.

    A stage may lack the value: then the setting is not there, and neither is the right.
    """

    value: str
    action: str = ""
    resource: str = ""


def give(function: lambda_.Function, names: Iterable[str], given: Mapping[str, Given]) -> None:
    for name in names:
        what = given[name]
        if what.value:
            function.add_environment(name, what.value)
        if what.action:
            allow(function, what.action, on=what.resource)


def allow_anywhere(function: lambda_.Function, *actions: str) -> None:
    """What is asked of the account itself: AWS knows no resource to narrow it to."""
    allow(function, *actions, on="*")
    reason = f"{', '.join(actions)}: on the account, AWS names no resource for it."
    acknowledge(cast(iam.IRole, function.role), "IAM5[Resource::*]", reason)


def allow(function: lambda_.Function, *actions: str, on: str) -> None:
    function.add_to_role_policy(iam.PolicyStatement(actions=[*actions], resources=[on]))
