"""A message of the queue of webhooks to be sent: which one, in which turn. Nothing of its body."""

from pydantic import AwareDatetime, BaseModel, ConfigDict, NonNegativeInt, PositiveInt

from shared.domain.ids import CompanyId, EndpointId
from shared.domain.webhook_message import Ticket


class TicketRead(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")

    company_id: str
    endpoint_id: str
    message_id: str
    occurred_at: AwareDatetime
    turn: PositiveInt
    waits: NonNegativeInt = 0

    def ticket(self) -> Ticket:
        of = CompanyId(self.company_id), EndpointId(self.endpoint_id)
        return Ticket(*of, self.message_id, self.occurred_at, self.turn, self.waits)
