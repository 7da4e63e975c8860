"""What a checker objects to and we do all the same: said beside the thing, with the reason."""

from typing import cast

from aws_cdk import Acknowledgment, CfnElement, Names, Stack, Validations
from aws_cdk import aws_lambda as lambda_
from constructs import IConstruct


def acknowledge(what: IConstruct, rule: str, reason: str) -> None:
    Validations.of(what).acknowledge(
        Acknowledgment(id=f"AwsSolutions::AwsSolutions-{rule}", reason=reason)
    )


def called_in(what: IConstruct, resource: CfnElement, attribute: str) -> str:
    """What a checker calls a resource that `what` refers to: in a nested stack, a parameter."""
    if Stack.of(what).nested_stack_parent:
        return f"referenceto{Names.node_unique_id(resource.node)}{attribute}"
    return f"{Stack.of(resource).get_logical_id(resource)}.{attribute}"


def acknowledge_dependency(function: lambda_.Function) -> None:
    """cfn-lint W3005: CDK has a function wait for its role, which it refers to anyway."""
    plain = cast(lambda_.CfnFunction, function.node.default_child)
    plain.add_metadata("cfn-lint", {"config": {"ignore_checks": ["W3005"]}})
