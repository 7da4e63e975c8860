"""The lines of the bill: what is used, how much of it. What it costs, infra.cost.prices knows."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from infra.cost.holdings import MONTH_H, MONTH_S, Held
from infra.cost.units import Units

GB: Final = 10**9
PER_MESSAGE: Final = 3
"""Sent, received, deleted."""


@dataclass(frozen=True, slots=True)
class Line:
    """`price` is a name in docs/prices.json."""

    what: str
    price: str
    amount: float


def of_registration(held: Held, units: Units) -> Iterator[Line]:
    used, calls, assumed = units.registration, units.invocations, units.assumed
    n, requests = sum(calls.values()), used["requests"]
    gb_s = sum(count * held.gb(verb) for verb, count in calls.items()) * assumed.call_ms / 1000
    platform = n * assumed.platform_log_bytes + requests * assumed.access_log_bytes
    yield Line("Requests of a browser", "http_api", requests)
    yield Line("Function calls", "lambda_request", n)
    yield Line("Function time", "lambda_gb_s", gb_s)
    yield Line(
        "Writes, transactions doubled, index included", "dynamodb_write", used["write_units"]
    )
    yield Line("Reads", "dynamodb_read", used["read_units"])
    yield Line("Facts on the bus", "event", used["events"])
    yield Line("Messages sent, received, deleted", "sqs", PER_MESSAGE * used["messages"])
    yield Line("Mails", "mail", used["mails"])
    yield Line("Items kept, for a month", "dynamodb_gb", used["kept_bytes"] / GB)
    yield Line("Their backup", "dynamodb_pitr_gb", used["kept_bytes"] / GB)
    yield Line("Log and metrics written", "log_gb", (used["log_bytes"] + platform) / GB)
    yield Line("Traces", "trace", sum(calls.get(verb, 0) for verb in held.traced()))
    yield from _at_the_edge(held, units)


def _at_the_edge(held: Held, units: Units) -> Iterator[Line]:
    requests = units.registration["requests"]
    if held.of("CloudFront::Distribution"):
        yield Line("Requests at the edge", "cloudfront_request", requests)
        yield Line("Bytes to the browser", "cloudfront_gb", units.registration["bytes_out"] / GB)
    if held.of("CloudFront::Function"):
        yield Line("Viewer's address noted", "cloudfront_function", requests)
    if held.of("WAFv2::WebACL"):
        yield Line("Requests looked at", "waf_request", requests)


def at_rest(held: Held, units: Units) -> Iterator[Line]:
    """A month in which nobody comes."""
    snap_gb = sum(held.gb(verb) for verb in held.snapped())
    yield Line("Keys", "kms_key", len(held.of("KMS::Key")))
    yield Line("Secrets", "secret", len(held.of("SecretsManager::Secret")))
    yield Line("Metrics the functions write", "metric", units.custom_metrics)
    yield Line("Metrics watched by alarms", "alarm", held.alarmed_metrics())
    yield Line("Composite alarms", "composite_alarm", len(held.of("CloudWatch::CompositeAlarm")))
    yield Line("Dashboards", "dashboard", len(held.of("CloudWatch::Dashboard")))
    yield Line("Web ACLs", "waf_acl", len(held.of("WAFv2::WebACL")))
    yield Line("Their rules", "waf_rule", held.waf_rules())
    yield Line("Hosted zone", "zone", min(1, len(held.of("Route53::RecordSet"))))
    yield Line("Snapshots kept ready", "snap_cache_gb_s", snap_gb * MONTH_S)
    yield from _asked_of_itself(held, units)


def _asked_of_itself(held: Held, units: Units) -> Iterator[Line]:
    """Polling, clocks and starts: work without people."""
    a, starts = units.assumed, units.assumed.starts_a_day * MONTH_H / 24
    polls = a.pollers * MONTH_S / a.poll_s
    yield Line("Empty queues asked", "sqs", held.polled(fifo=False) * polls)
    yield Line("Empty FIFO queues asked", "sqs_fifo", held.polled(fifo=True) * polls)
    runs = held.scheduled()
    gb_s = sum(n * held.gb(verb) for verb, n in runs.items()) * a.call_ms / 1000
    logged = sum(runs.values()) * (a.platform_log_bytes + units.sweep["log_bytes"])
    yield Line("Calls by the clock", "lambda_request", sum(runs.values()))
    yield Line("Their time", "lambda_gb_s", gb_s)
    yield Line("Their log", "log_gb", logged / GB)
    sweeps = runs.get("sweep", 0)
    yield Line("What sweeps read", "dynamodb_read", sweeps * units.sweep["read_units"])
    yield Line("Secrets read at a start", "secret_request", held.reading_secrets() * starts)
    kms = len(held.functions()) * a.kms_requests_an_hour * MONTH_H
    yield Line("The table's key asked for", "kms_request", kms)
    restored = sum(held.gb(verb) for verb in held.snapped()) * starts
    yield Line("Snapshots restored", "snap_restore_gb", restored)
