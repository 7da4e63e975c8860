"""Who sends us webhooks, by the name in `/ats/{provider}/{connection_id}`."""

from collections.abc import Mapping
from typing import Final

from shared.ats import (
    ashby,
    generic,
    greenhouse,
    lever,
    smartrecruiters,
    teamtailor,
    workable,
)
from shared.ats.vendor import Vendor

VENDORS: Final[Mapping[str, Vendor]] = {
    "greenhouse": greenhouse,
    "lever": lever,
    "ashby": ashby,
    "workable": workable,
    "smartrecruiters": smartrecruiters,
    "teamtailor": teamtailor,
    "generic": generic,
}
