"""Clients of the account a stage lives in: AWS's, or the running engine's."""

from collections.abc import Callable
from functools import partial
from typing import Any

import boto3

from infra.local.aws import Clients
from infra.local.place import Place

type Account = Callable[[str], Any]
"""A client, by its service."""


def account(stage: str) -> Account:
    if stage != "local":
        return partial(boto3.Session().client)
    port = Place.named_by_environment() / "engine-port"
    return Clients(f"http://127.0.0.1:{port.read_text()}").client
