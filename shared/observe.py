"""The one logger and the one set of metrics. Service and namespace come from the environment."""

import traceback
import warnings
from collections.abc import Mapping

from aws_lambda_powertools import Logger, Metrics
from aws_lambda_powertools.metrics import MetricUnit

logger = Logger()
metrics = Metrics()
warnings.filterwarnings("ignore", "No application metrics")  # most requests have none to add


def tell(error: Exception) -> None:
    """What went wrong and where. Not what it says: a message may quote what a person typed."""
    frames = traceback.extract_tb(error.__traceback__)[-8:]
    at = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
    logger.error("unhandled", error=type(error).__name__, at=at)
    tick("Unhandled")


def tick(name: str, value: int = 1) -> None:
    """Add to a count; `metrics.log_metrics` on the handler writes it out."""
    metrics.add_metric(name=name, unit=MetricUnit.Count, value=value)


def measure(figures: Mapping[str, float]) -> None:
    """Write down how things stand, where `tick` counts what happened."""
    for name, value in figures.items():
        metrics.add_metric(name=name, unit=MetricUnit.NoUnit, value=value)
