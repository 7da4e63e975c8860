"""What the registers ask for and only the agency knows; None leaves a thing as it is."""

from dataclasses import dataclass
from datetime import date

from shared.domain.dealing import Stay
from shared.domain.errors import InvalidRequest
from shared.domain.fee_row import FeeRow


@dataclass(frozen=True, slots=True)
class SeekerAmendment:
    address: str | None = None
    born_on: date | None = None
    remark: str | None = None

    def check(self, today: date) -> None:
        """Raises InvalidRequest."""
        if self.born_on and self.born_on >= today:
            raise InvalidRequest("born_on is still to come", {"born_on": "malformed"})


@dataclass(frozen=True, slots=True)
class FeeAmendment:
    """`stay` and `refund_jpy` are of the hire: the registers of seekers and orders show them."""

    collected_on: date | None = None
    refund_jpy: int | None = None
    stay: Stay | None = None
    remark: str | None = None

    def check(self, row: FeeRow, today: date) -> None:
        """Raises InvalidRequest: not yet, before they joined, or there was nothing to collect."""
        on = self.collected_on
        if on and not (row.fee_jpy and row.joined_on <= on <= today):
            raise InvalidRequest(
                "collected_on is not from the day of joining to today, or the fee is 0",
                {"collected_on": "malformed"},
            )
        if self.refund_jpy and self.refund_jpy > row.fee_jpy:
            raise InvalidRequest("more than the fee", {"refund_jpy": "malformed"})
