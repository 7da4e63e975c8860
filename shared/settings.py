"""What the environment must say. A function that lacks a setting dies at start, by name."""

import os
from collections.abc import Callable
from typing import Final

CORE_TABLE: Final = "CORE_TABLE"
CLICKS_TABLE: Final = "CLICKS_TABLE"
CV_BUCKET: Final = "CV_BUCKET"
IMPORT_BUCKET: Final = "IMPORT_BUCKET"
BUS_NAME: Final = "BUS_NAME"
COUNT_QUEUE_URL: Final = "COUNT_QUEUE_URL"
RECEIVED_QUEUE_URL: Final = "RECEIVED_QUEUE_URL"
DELIVER_QUEUE_URL: Final = "DELIVER_QUEUE_URL"
"""The queue of webhooks to be sent (shared.aws.tickets)."""
PEPPER_SECRET: Final = "PEPPER_SECRET"  # noqa: S105 - the secret's name, not the secret
ORIGIN_SECRET: Final = "ORIGIN_SECRET"  # noqa: S105
SEALING_KEY: Final = "SEALING_KEY"
"""The key whose seal other people's secrets lie under (shared.aws.sealed)."""
DISTRIBUTION_ID: Final = "DISTRIBUTION_ID"
EDGE_URL: Final = "EDGE_URL"
"""The distribution by its own name: answered before any other name leads to it."""
SITE: Final = "SITE"
"""Where people reach the relay: what mails nobody asked for just now lead to."""
ASK_QUEUE_URL: Final = "ASK_QUEUE_URL"
WRITE_BACK_QUEUE_URL: Final = "WRITE_BACK_QUEUE_URL"
"""The queue it reads itself: what has to wait is put back for longer."""
STAGE: Final = "STAGE"
AGENCY: Final = "AGENCY"
"""JSON: the agency every page and mail names (shared.domain.agency.Agency)."""
MAIL_FROM: Final = "MAIL_FROM"
CONFIGURATION_SET: Final = "CONFIGURATION_SET"
SWEEP_AFTER_SECONDS: Final = "SWEEP_AFTER_SECONDS"
CLOCK_FILE: Final = "CLOCK_FILE"
"""What shifts the clock (shared.clock). No template has it: the local engine alone gives it."""


class MissingSetting(RuntimeError):
    """Raised while the function is still starting, never while it serves."""


def setting(name: str) -> str:
    value = os.environ.get(name, "")
    if not value:
        raise MissingSetting(f"environment variable {name} is not set")
    return value


def at_start(*wires: Callable[[], object]) -> None:
    """On Lambda, wire now, while starting is cheap and a missing setting harms nobody.

    Elsewhere (tests, synthesis) do nothing: importing a handler needs no environment.
    """
    if "AWS_LAMBDA_FUNCTION_NAME" in os.environ:
        for wire in wires:
            wire()
