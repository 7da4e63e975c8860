"""Connections in words: how one goes, what came, and what is to be done about it."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter

from functions.console.room import language, words
from shared import clock
from shared.contracts.ats_connection import receive_url
from shared.domain.connecting import SET_UP
from shared.domain.connection import Connection, Provider
from shared.domain.connection_state import View, state_of
from shared.domain.listed import Listed
from shared.domain.sealed import live
from shared.pages.when import moment
from shared.request import origin

EVENTS: Final[Mapping[Provider, Sequence[str]]] = {
    Provider.GREENHOUSE: (
        *("new_candidate_application", "reject_candidate", "unreject_candidate"),
        *("hire_candidate", "candidate_anonymized", "delete_application"),
    ),
    Provider.LEVER: (
        *("applicationCreated", "candidateArchiveChange", "candidateHired", "candidateDeleted"),
    ),
    Provider.ASHBY: (
        *("applicationSubmit", "candidateStageChange", "applicationUpdate"),
        *("candidateHire", "candidateDelete"),
    ),
    Provider.WORKABLE: ("candidate_created", "candidate_moved", "candidate_deleted"),
    Provider.SMARTRECRUITERS: ("application.created", "application.status.updated"),
    Provider.TEAMTAILOR: (
        *("job_application.create", "job_application.update", "job_application.destroy"),
    ),
}
"""What each system calls what it is to send."""
SAMPLE: Final = """{"type": "application.rejected",
 "timestamp": "2026-04-01T02:03:04Z",
 "data": {"application_id": "a-1024",
          "reason_kind": "company"}}"""
"""For whoever writes it: docs/integrations/generic.md says all of it."""


def system(router: APIGatewayHttpRouter, provider: Provider) -> Mapping[str, Any]:
    """Its name, and how it is set up."""
    said: Mapping[str, Any] = words(router, "ats")["systems"][provider]
    return said


def setting_up(router: APIGatewayHttpRouter, provider: Provider) -> dict[str, Any]:
    return {
        "system": system(router, provider),
        "events": EVENTS.get(provider, ()),
        "sample": SAMPLE if provider is Provider.GENERIC else None,
        "set_up": SET_UP[provider],
    }


def row(router: APIGatewayHttpRouter, view: View) -> dict[str, Any]:
    locale, health = language(router), view.health
    return {
        "connection": view.connection,
        "name": system(router, view.connection.provider)["name"],
        **standing(router, view),
        "heard": moment(health.heard_at, locale) if health.heard_at else None,
    }


def standing(router: APIGatewayHttpRouter, view: View) -> dict[str, str]:
    said, state = words(router, "ats"), state_of(view.connection, view.health, clock.now())
    return {"state": said["states"][state], "tag": said["tags"][state], "word": state}


def urls(router: APIGatewayHttpRouter, view: View) -> dict[str, str | None]:
    here = origin(router.current_event.raw_event)
    return {
        "receive_url": receive_url(view.connection, here),
        "link_url": f"{here}/r/{view.link.slug}",
    }


def why(router: APIGatewayHttpRouter, reason: str | None) -> str | None:
    """What a reason means, and what to do about it."""
    if reason is None:
        return None
    said: Mapping[str, str] = words(router, "ats")["why"]
    return said.get(reason, said["other"])


def delivery(router: APIGatewayHttpRouter, listed: Listed) -> dict[str, Any]:
    said, locale = words(router, "ats"), language(router)
    return {
        "at": moment(listed.received_at, locale),
        "what": said["kinds"][_kind(listed.what, said["kinds"])],
        "outcome": said["outcomes"][listed.outcome],
        "tag": said["outcome_tags"][listed.outcome],
        "why": why(router, listed.reason),
        "repeats": listed.repeats,
    }


def _kind(what: str, known: Mapping[str, str]) -> str:
    """`application.rejected` is filed under `rejected`."""
    thing, _, kind = what.partition(".")
    named = thing if thing == "candidate" else kind
    return named if named in known else "none"


def secrets(router: APIGatewayHttpRouter, connection: Connection) -> list[dict[str, str | None]]:
    """How old each is, and until when it is good; the newest first."""
    locale = language(router)
    return [
        {
            "since": moment(one.since, locale) if one.since else None,
            "until": moment(one.until, locale) if one.until else None,
        }
        for one in live(connection.signing, clock.now())
    ]
