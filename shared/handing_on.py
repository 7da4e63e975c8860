"""What a delivery means, as our queue carries it."""

from shared.ats.delivery import Changed, Events, Handshake, Ignored, Meaning, Ping
from shared.contracts.received import (
    ApplicationSaid,
    CandidateErasedSaid,
    ChangedSaid,
    EventsSaid,
    HandshakeSaid,
    IgnoredSaid,
    PingSaid,
    Said,
)
from shared.domain.ats_event import ApplicationEvent, CandidateErased


def said_by(meaning: Meaning) -> Said:
    match meaning:
        case Events(events):
            return EventsSaid(events=tuple(_said(event) for event in events))
        case Changed(application_ref, link):
            return ChangedSaid(application_ref=application_ref, link=link)
        case Ping():
            return PingSaid()
        case Handshake():
            return HandshakeSaid()
        case Ignored(why):
            return IgnoredSaid(why=why)


def _said(event: ApplicationEvent | CandidateErased) -> ApplicationSaid | CandidateErasedSaid:
    if isinstance(event, CandidateErased):
        return CandidateErasedSaid.model_validate(event)
    return ApplicationSaid.model_validate(event)
