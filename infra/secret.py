"""Secrets nobody ever typed."""

from typing import Final

from aws_cdk import RemovalPolicy
from aws_cdk import aws_secretsmanager as secretsmanager
from constructs import Construct

from infra.acknowledged import acknowledge

LENGTH: Final = 64


def random_secret(
    scope: Construct, id_: str, *, what_for: str, why_fixed: str, removal: RemovalPolicy
) -> secretsmanager.Secret:
    secret = secretsmanager.Secret(
        scope,
        id_,
        description=f"career-relay: {what_for}",
        generate_secret_string=secretsmanager.SecretStringGenerator(
            exclude_punctuation=True, password_length=LENGTH
        ),
        removal_policy=removal,
    )
    acknowledge(secret, "SMG4", why_fixed)
    return secret


def pepper(scope: Construct, removal: RemovalPolicy) -> secretsmanager.Secret:
    return random_secret(
        scope,
        "Pepper",
        what_for="what people and codes are recognised with",
        why_fixed="People are known by their HMAC for 12 months: another pepper forgets them all.",
        removal=removal,
    )


def origin(scope: Construct, removal: RemovalPolicy) -> secretsmanager.Secret:
    return random_secret(
        scope,
        "Origin",
        what_for="the header that tells our edge from anybody else",
        why_fixed="The edge must know a new value first: both are rotated by hand, together.",
        removal=removal,
    )
