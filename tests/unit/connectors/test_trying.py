"""One small question shows whether a key is good; nothing is written."""

from collections.abc import Mapping
from typing import Any

import pytest

from shared.connectors.trying import tried
from shared.domain.connection import Provider
from shared.domain.trouble import Why
from tests.support.vendors import (
    ashby,
    greenhouse,
    herp,
    lever,
    smartrecruiters,
    talentio,
    teamtailor,
)
from tests.support.vendors.serving import Vendor, serving
from tests.unit.connectors.connected import NOW

FIELD = {"field_id": ashby.FIELD}
CLIENT = {"client_id": greenhouse.CLIENT, "name_key": greenhouse.RELAY_URL}
TRIED: Mapping[Provider, tuple[Vendor, str, dict[str, str], int]] = {
    Provider.HERP: (herp.FakeHerp([herp.a_candidacy()]), herp.KEY, {}, 1),
    Provider.TALENTIO: (talentio.FakeTalentio(), talentio.KEY, {}, 0),
    Provider.GREENHOUSE: (greenhouse.FakeGreenhouse(), greenhouse.SECRET, CLIENT, 0),
    Provider.ASHBY: (ashby.FakeAshby(), ashby.KEY, FIELD, 1),
    Provider.LEVER: (lever.FakeLever(), lever.KEY, {}, 3),
    Provider.SMARTRECRUITERS: (
        smartrecruiters.FakeSmartRecruiters(),
        smartrecruiters.KEY,
        {},
        1,
    ),
    Provider.TEAMTAILOR: (teamtailor.FakeTeamtailor(), teamtailor.KEY, {}, 1),
}


@pytest.mark.parametrize("provider", TRIED)
def test_a_good_key_is_good_and_another_is_not(provider: Provider) -> None:
    vendor, key, settings, rows = TRIED[provider]
    with serving(vendor) as served:
        good = tried(provider, key, settings, NOW, served.wire)
        bad = tried(provider, "another", settings, NOW, served.wire)
    assert good is not None and bad is not None
    assert (good.ok, good.rows) == (True, rows)
    assert bad.trouble is not None
    assert bad.trouble.why is Why.FORBIDDEN
    asked = {(q.method, q.path) for q in served.asked if q.method != "GET"}
    assert asked <= {("POST", "/token"), ("POST", "/customField.info")}


def test_a_field_that_is_not_there_is_no_good() -> None:
    with serving(ashby.FakeAshby()) as served:
        done = tried(Provider.ASHBY, ashby.KEY, {"field_id": "x"}, NOW, served.wire)
    assert done is not None and done.trouble is not None
    assert done.trouble.why is Why.REFUSED


@pytest.mark.parametrize(
    "provider", [Provider.WORKABLE, Provider.CSV, Provider.GENERIC, Provider.API]
)
def test_who_is_not_asked_anything_is_not_tried(provider: Provider) -> None:
    nobody: Any = None
    assert tried(provider, "key", {}, NOW, nobody) is None
