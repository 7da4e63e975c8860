"""A secret's value, read once while the function starts."""

from shared.aws import clients


def secret(name: str) -> str:
    return clients.secrets().get_secret_value(SecretId=name)["SecretString"]
