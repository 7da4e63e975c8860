from dataclasses import dataclass
from datetime import datetime

from shared.contracts.events import Event, MailBounced
from shared.domain.errors import AlreadyDone, Conflict
from shared.domain.ids import PersonKey
from shared.domain.outbox import Said
from shared.table.mails import LEASE
from tests.support.fakes.memory import Memory


@dataclass
class FakeMails:
    memory: Memory

    def begin(self, fact: str, now: datetime) -> bool:
        state, until = self.memory.sent.get(fact, ("sending", now))
        if state == "sent":
            return False
        if until > now:
            raise Conflict("being sent")
        self.memory.sent[fact] = "sending", now + LEASE
        return True

    def done(self, fact: str) -> None:
        self.memory.begin()
        self.memory.sent[fact] = "sent", self.memory.sent[fact][1]

    def failed(self, fact: str, now: datetime) -> None:
        self.memory.begin()
        self.memory.sent[fact] = self.memory.sent[fact][0], now

    def hold(self, fact: Event, until: datetime) -> None:
        detail, company_id = fact.model_dump_json(), getattr(fact, "company_id", None)
        held = Said(fact.event_id, fact.detail_type, detail, "bus", company_id, held=True)
        self.memory.outbox.setdefault(fact.event_id, (until, held))

    def is_suppressed(self, address: PersonKey) -> bool:
        return address in self.memory.suppressed

    def suppress(self, address: PersonKey, event: MailBounced, now: datetime) -> None:
        if address in self.memory.suppressed:
            raise AlreadyDone(address)
        self.memory.suppressed.add(address)
        self.memory.say(event)
