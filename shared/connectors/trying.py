"""Whether a company's key is good: one small question, nothing written."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from shared.connectors.ashby import Ashby
from shared.connectors.greenhouse import Greenhouse
from shared.connectors.greenhouse_token import Tokens
from shared.connectors.harvest import Harvest
from shared.connectors.herp import Herp
from shared.connectors.lever import Lever
from shared.connectors.pages import Pages
from shared.connectors.paging import turned
from shared.connectors.smartrecruiters import SmartRecruiters
from shared.connectors.talentio import Talentio
from shared.connectors.teamtailor import Teamtailor
from shared.connectors.wire import Wire, quick
from shared.domain.connection import Provider
from shared.domain.trouble import Trouble
from shared.domain.watermark import Watermark


@dataclass(frozen=True, slots=True)
class Tried:
    """`rows`: how many of whatever was asked for came back; of nobody is said who."""

    rows: int = 0
    trouble: Trouble | None = None

    @property
    def ok(self) -> bool:
        return self.trouble is None


def tried(
    provider: Provider,
    access: str,
    settings: Mapping[str, str],
    now: datetime,
    wire: Wire | None = None,
) -> Tried | None:
    """None: there is nothing we ask of such a system.

    Args:
        access: plain. It is used here, and neither kept nor shown.
    """
    asks = _ASKS.get(provider)
    if asks is None:
        return None
    said = asks(wire or quick(), access, settings, now)
    return Tried(trouble=said) if isinstance(said, Trouble) else Tried(said)


def _page(pages: Pages, wire: Wire, now: datetime) -> int | Trouble:
    """The first one of what changed of late."""
    said = turned(pages, wire, Watermark.first(now).opened(now, None), now)
    return said if isinstance(said, Trouble) else len(said[0].rows)


def _herp(wire: Wire, access: str, settings: Mapping[str, str], now: datetime) -> int | Trouble:
    return _page(Herp(wire, access, _nobody), wire, now)


def _talentio(wire: Wire, access: str, settings: Mapping[str, str], now: datetime) -> int | Trouble:
    return _page(Talentio(wire, access, _nobody), wire, now)


def _greenhouse(wire: Wire, access: str, settings: Mapping[str, str], now: datetime) -> Any:
    harvest = Harvest(wire, Tokens(wire, settings.get("client_id", ""), access))
    return Greenhouse(harvest, settings.get("name_key", "")).some(now)


def _ashby(wire: Wire, access: str, settings: Mapping[str, str], now: datetime) -> int | Trouble:
    return Ashby(wire, access, settings.get("field_id", "")).found(now)


def _lever(wire: Wire, access: str, settings: Mapping[str, str], now: datetime) -> int | Trouble:
    return Lever(wire, access).reasons(now)


def _smartrecruiters(
    wire: Wire, access: str, settings: Mapping[str, str], now: datetime
) -> int | Trouble:
    return SmartRecruiters(wire, access, str).some(now)


def _teamtailor(
    wire: Wire, access: str, settings: Mapping[str, str], now: datetime
) -> int | Trouble:
    return Teamtailor(wire, access).some(now)


def _nobody(application_ref: str) -> bool:
    return False


type _Asks = Callable[[Wire, str, Mapping[str, str], datetime], int | Trouble]
_ASKS: Final[Mapping[Provider, _Asks]] = {
    Provider.HERP: _herp,
    Provider.TALENTIO: _talentio,
    Provider.GREENHOUSE: _greenhouse,
    Provider.ASHBY: _ashby,
    Provider.LEVER: _lever,
    Provider.SMARTRECRUITERS: _smartrecruiters,
    Provider.TEAMTAILOR: _teamtailor,
}
