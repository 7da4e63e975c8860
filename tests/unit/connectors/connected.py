"""The connectors, each beside its fake vendor, with one thing to do."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from shared.connectors.ashby import Ashby
from shared.connectors.greenhouse import Greenhouse
from shared.connectors.greenhouse_token import Tokens
from shared.connectors.harvest import Harvest
from shared.connectors.herp import Herp
from shared.connectors.lever import Lever
from shared.connectors.smartrecruiters import SmartRecruiters
from shared.connectors.talentio import Talentio
from shared.connectors.teamtailor import Teamtailor
from shared.connectors.wire import Wire
from shared.domain.ats_event import ApplicationEvent, Kind
from shared.domain.polled import Polled, Written
from shared.domain.trouble import Trouble
from shared.domain.watermark import Watermark
from shared.ports.vendors import Poller, WriteBack
from tests.support.vendors import (
    ashby,
    greenhouse,
    herp,
    lever,
    smartrecruiters,
    talentio,
    teamtailor,
)
from tests.support.vendors.serving import Vendor

NOW = datetime(2026, 4, 1, 3, 0, tzinfo=UTC)
MARK = Watermark.first(datetime(2026, 4, 1, 2, 45, tzinfo=UTC))
URL = "https://relay.example/r/3f9a"
PERSON = ("花子", "hanako", "090-1234", "笑顔", greenhouse.SALARY)
type Events = tuple[ApplicationEvent, ...]
type Done = Polled | Written | Events | ApplicationEvent | Trouble


def all_the_time() -> float:
    return 600.0


def nobody(application_ref: str) -> bool:
    """Of those we hold as rejected."""
    return False


@dataclass(frozen=True)
class Connected:
    """`wrong_key` is what is sent as the key in place of the right one, if anything."""

    vendor: Callable[[], Vendor]
    does: Callable[[Wire, str | None], Done]
    limited: Mapping[str, str]
    """Headers beside 429; each says NOW and a minute."""


def trouble_of(done: Done) -> Trouble | None:
    match done:
        case Polled():
            return done.stopped
        case Trouble():
            return done
        case _:
            return None


def polls(poller: Poller) -> Polled:
    return poller.changes(MARK, NOW, all_the_time)


def writes(connector: WriteBack, ref: str) -> Done:
    return connector.write(ref, URL, NOW)


def a_greenhouse(wire: Wire, secret: str = greenhouse.SECRET) -> Greenhouse:
    harvest = Harvest(wire, Tokens(wire, greenhouse.CLIENT, secret))
    return Greenhouse(harvest, greenhouse.RELAY_URL)


def _herp() -> herp.FakeHerp:
    over: dict[str, Any] = {"terminatedAt": "2026-04-01T11:03:04+09:00"}
    return herp.FakeHerp([herp.a_candidacy(**over)])


def _talentio() -> talentio.FakeTalentio:
    return talentio.FakeTalentio([talentio.a_candidate(status="fail")])


REJECTED = ApplicationEvent(
    Kind.REJECTED, lever.OPPORTUNITY, occurred_at=NOW, reason_ref=lever.UNDERQUALIFIED
)


def keyed(said: str) -> str:
    return f"keyed-{len(said)}"


def _recruiters(wire: Wire, key: str | None) -> Done:
    connector = SmartRecruiters(wire, key or smartrecruiters.KEY, keyed)
    return connector.changed(None, smartrecruiters.LINK, NOW)


CONNECTED = {
    "herp": Connected(
        _herp,
        lambda wire, key: polls(Herp(wire, key or herp.KEY, nobody)),
        {"x-reset-at": "2026-04-01T12:01:00+09:00"},
    ),
    "talentio": Connected(
        _talentio,
        lambda wire, key: polls(Talentio(wire, key or talentio.KEY, nobody)),
        {"X-Reset": "60"},
    ),
    "greenhouse": Connected(
        lambda: greenhouse.FakeGreenhouse([greenhouse.an_application()]),
        lambda wire, key: writes(a_greenhouse(wire, key or greenhouse.SECRET), "265293"),
        {"X-RateLimit-Reset": str(int(NOW.timestamp()) + 60)},
    ),
    "ashby": Connected(
        ashby.FakeAshby,
        lambda wire, key: writes(Ashby(wire, key or ashby.KEY, ashby.FIELD), ashby.APPLICATION),
        {"Retry-After": "60"},
    ),
    "lever": Connected(
        lever.FakeLever,
        lambda wire, key: Lever(wire, key or lever.KEY).reasoned(REJECTED, NOW),
        {},
    ),
    "teamtailor": Connected(
        teamtailor.FakeTeamtailor,
        lambda wire, key: Teamtailor(wire, key or teamtailor.KEY).changed("2", NOW),
        {"X-Rate-Limit-Reset": "60"},
    ),
    "smartrecruiters": Connected(
        smartrecruiters.FakeSmartRecruiters, _recruiters, {"Retry-After": "60"}
    ),
}
