"""`data` of each message to companies' webhooks: which thing it is about, and what moved."""

from typing import Literal

from pydantic import AwareDatetime, Field

from shared.contracts.wire import Answer


class CreditData(Answer):
    """`credit_id` is missing where a credit was taken back with the count it stood on."""

    number: int = Field(description="The milestone's that earned it; below 0 an adjustment's.")
    credit_id: str | None = None
    job_order_id: str | None = Field(default=None, description="reserved, released, consumed.")
    expires_at: AwareDatetime | None = Field(default=None, description="granted, expiring.")
    days: int | None = Field(default=None, description="expiring: which notice, 90, 30 or 7.")
    amount: Literal[1, -1] | None = Field(default=None, description="adjusted: given or taken.")


class JobOrderData(Answer):
    job_order_id: str
    reason: str | None = Field(default=None, description="refused.")


class ProgressData(Answer):
    """The figures of GET /v1/progress that people move."""

    counted: int
    toward_next: int
    to_next: int
    milestones: int
    carried_deficit: int


class ConnectionData(Answer):
    connection_id: str
    provider: str


class TrialData(Answer):
    endpoint_id: str
