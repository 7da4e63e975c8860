"""What a delivery means comes off our queue as it was put on."""

import pytest

from shared.ats.delivery import Changed, Events
from shared.ats.sampled import samples
from shared.ats.vendors import VENDORS
from shared.contracts.received import ChangedSaid, EventsSaid, Received
from shared.handing_on import said_by
from shared.taking_in import event_of
from tests.unit.ats.playing import NOW, played

ALL = [(vendor, name) for vendor in VENDORS for name in samples(vendor)]


@pytest.mark.parametrize(("vendor", "sample"), ALL)
def test_every_sample_comes_back_as_it_went_in(vendor: str, sample: str) -> None:
    delivery = played(vendor, sample)
    sent = Received(
        delivery_id="dlv_1",
        connection_id="ats_1",
        received_at=NOW,
        key=delivery.key,
        said=said_by(delivery.meaning),
    )
    came = Received.model_validate_json(sent.model_dump_json())
    assert came == sent and len(sent.model_dump_json()) < 4096
    if isinstance(delivery.meaning, Events):
        assert isinstance(came.said, EventsSaid)
        assert tuple(map(event_of, came.said.events)) == delivery.meaning.events
    if isinstance(delivery.meaning, Changed):
        assert isinstance(came.said, ChangedSaid)
        assert came.said.application_ref == delivery.meaning.application_ref


def test_a_link_to_follow_rides_along_and_is_not_shown() -> None:
    said = said_by(Changed("1", "https://api.smartrecruiters.com/candidates/c-1"))
    assert isinstance(said, ChangedSaid) and said.link
    assert "c-1" not in repr(said)
