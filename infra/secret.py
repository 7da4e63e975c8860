"""Secrets nobody ever typed."""

from typing import Final

from aws_cdk import RemovalPolicy
from aws_cdk import aws_secretsmanager as secretsmanager
from constructs import Construct

from infra.acknowledged import acknowledge
from infra.stage import Stage

LENGTH: Final = 64


def random_secret(
    scope: Construct, id_: str, *, what_for: str, removal: RemovalPolicy
) -> secretsmanager.Secret:
    return secretsmanager.Secret(
        scope,
        id_,
        description=f"career-relay: {what_for}",
        generate_secret_string=secretsmanager.SecretStringGenerator(
            exclude_punctuation=True, password_length=LENGTH
        ),
        removal_policy=removal,
    )


def pepper(scope: Construct, removal: RemovalPolicy) -> secretsmanager.Secret:
    made = random_secret(
        scope, "Pepper", what_for="what people and codes are recognised with", removal=removal
    )
    forgets = "People are known by their HMAC for 12 months: another pepper forgets them all."
    acknowledge(made, "SMG4", forgets)
    return made


def origin(scope: Construct, stage: Stage) -> secretsmanager.Secret:
    """infra.edge.rotation turns it, where there is an edge to turn it with."""
    made = random_secret(
        scope,
        "Origin",
        what_for="the header that tells our edge from anybody else",
        removal=stage.removal,
    )
    if not stage.on_aws:
        acknowledge(made, "SMG4", "On one machine the front door reads it at every start.")
    return made
