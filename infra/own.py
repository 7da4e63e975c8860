"""What a function has for itself: its log and its role, in a stack inside the stack on AWS.

CloudFormation takes 500 resources in a stack, and a function's log, role and policy are three of
ten. Nothing else goes in there: what they refer to never refers to a function.
"""

from typing import Final, cast

from aws_cdk import NestedStack, Stack
from constructs import Construct

OWN: Final = "Own"
MOST_RESOURCES, UNCOUNTED = "@aws-cdk/core:stackResourceLimit", 0


def own(stack: Stack) -> Construct:
    """Where they are made; the local engine counts nothing, and has one stack."""
    found = stack.node.try_find_child(OWN)
    return cast(Construct, found) if found else stack


def begin(stack: Stack, *, on_aws: bool) -> None:
    """Before anything is made in it."""
    if on_aws:
        NestedStack(stack, OWN, description=f"{stack.stack_name}: logs and roles")
    else:
        stack.node.set_context(MOST_RESOURCES, UNCOUNTED)
