"""What a hire came to, as the register of fees has it."""

from dataclasses import dataclass

from shared.domain.recommendation import Recommendation
from shared.domain.registers import Kind, month
from shared.table import keys
from shared.table.commit import Table


@dataclass(frozen=True, slots=True)
class Fees:
    table: Table

    def due(self, hired: Recommendation) -> int | None:
        """In yen; None where nobody joined."""
        if hired.joined_on is None:
            return None
        key = keys.register(Kind.FEES, month(hired.joined_on), hired.recommendation_id)
        row = self.table.get(key)
        return int(row["fee_jpy"]) if row else None
