"""A function is given the settings it reads, and with each the right to use what it names."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from aws_cdk import aws_iam as iam
from aws_cdk import aws_lambda as lambda_


@dataclass(frozen=True, slots=True)
class Given:
    """A setting's value, and what may be done with it: actions on one resource, no more."""

    value: str
    actions: tuple[str, ...] = ()
    resources: tuple[str, ...] = ()

    def to(self, function: lambda_.Function) -> None:
        if self.actions:
            allow(function, *self.actions, on=self.resources)


def allow(function: lambda_.Function, *actions: str, on: tuple[str, ...]) -> None:
    function.add_to_role_policy(iam.PolicyStatement(actions=actions, resources=on))


def give(function: lambda_.Function, names: tuple[str, ...], given: Mapping[str, Given]) -> None:
    for name in names:
        function.add_environment(name, given[name].value)
        given[name].to(function)
