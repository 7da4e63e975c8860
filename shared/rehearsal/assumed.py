"""What a vendor would tell of what is played, where its delivery says too little."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from shared.domain.ats_event import ApplicationEvent, Kind, ReasonKind
from shared.domain.connection import Connection

NAMELESS = "self-test"


@dataclass(slots=True)
class Assumed:
    """`next`: what is played now; `was_asked`: whether anything had to be assumed."""

    next: Kind = Kind.CREATED
    was_asked: bool = False

    def changed(
        self, connection: Connection, application_ref: str | None, link: str | None
    ) -> Sequence[ApplicationEvent]:
        said = ApplicationEvent(self.next, application_ref or NAMELESS)
        return [self.reasoned(connection, said)]

    def reasoned(self, connection: Connection, event: ApplicationEvent) -> ApplicationEvent:
        self.was_asked = True
        return replace(event, reason_kind=ReasonKind.COMPANY)
