"""The kinds of message a company's webhook may choose from."""

from typing import Final, Literal, get_args

CreditKind = Literal[
    "credit.granted",
    "credit.voided",
    "credit.reserved",
    "credit.released",
    "credit.consumed",
    "credit.restored",
    "credit.expiring",
    "credit.expired",
    "credit.adjusted",
]
JobOrderKind = Literal[
    "job_order.posted", "job_order.accepted", "job_order.refused", "job_order.closed"
]
ProgressKind = Literal["progress.updated"]
RelayKind = Literal["relay.formed"]
ConnectionKind = Literal["ats.connection.degraded"]
TrialKind = Literal["webhook_endpoint.test"]
KINDS: Final = tuple(
    kind
    for kinds in (CreditKind, ProgressKind, RelayKind, ConnectionKind, JobOrderKind)
    for kind in get_args(kinds)
)
"""What an endpoint may choose from. A test is sent to whoever asks for it."""
