"""ministack saves every log line and metric with its state; they are worth no start's time."""

from collections.abc import Callable
from typing import Any

from ministack import app
from ministack.core import persistence

_LEFT_OUT = {"cloudwatch", "cloudwatch_logs", "ses", "xray", "cloudtrail"}


def install() -> None:
    whole = app._build_persistence_save_dict

    def worth_keeping() -> dict[str, Callable[[], Any]]:
        return {name: state for name, state in whole().items() if name not in _LEFT_OUT}

    app._build_persistence_save_dict = worth_keeping


def save() -> None:
    """What a deploy made is on disk: a kill from now on loses none of it."""
    persistence.save_all(app._build_persistence_save_dict())
