"""Every fact said, kept for a while, to be said again: `make replay`.

A replay is safe because readers do not rest on hearing a fact once: a mail has its SENT# item, a
ledger entry its POSTED#, and `seal` follows the totals. Facts hold ids and counts, nobody's data.
"""

from typing import Final

from aws_cdk import Duration
from aws_cdk import aws_events as events
from constructs import Construct

from shared.domain.outbox import SOURCE

KEPT: Final = Duration.days(90)


def archive(scope: Construct, bus: events.EventBus) -> events.Archive:
    return events.Archive(
        scope,
        "Archive",
        description="career-relay: what was said",
        source_event_bus=bus,
        event_pattern=events.EventPattern(source=[SOURCE]),
        retention=KEPT,
    )
