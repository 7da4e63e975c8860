"""The vectors of the wire facts: what each vendor's own signature is, spelled out."""

from datetime import UTC, datetime

import pytest

from shared.ats.refusal import Refusal
from shared.ats.vendors import VENDORS

APRIL = datetime.fromtimestamp(1775001600, UTC)
VECTORS = {
    "greenhouse": (
        "gh_secret",
        '{"action":"reject_candidate","payload":{"application":{"id":265293,"status":"rejected",'
        '"rejected_at":"2026-04-01T02:03:04Z"}}}',
        {"signature": "sha256 02def48a90a5b20531f31e218d35cec85c90b3e25bbe2cb65036ab47e9417ba7"},
        APRIL,
    ),
    "lever": (
        "lever_sig_token",
        '{"event":"candidateArchiveChange","triggeredAt":1775008984000,"token":"6f1d0a",'
        '"signature":"b3022efb7dac2ea8821ad4848afeb44546498e1b023ec926e893ff44463a4753"}',
        {},
        APRIL,
    ),
    "ashby": (
        "ashby_secret",
        '{"action":"candidateStageChange","data":{"application":'
        '{"id":"3ae2b801-19f6-41ef-ad28-214bd731948f","status":"Archived"}}}',
        {
            "ashby-signature": "sha256="
            "e1dd33a1b100fa7b183ce654a658dc9ba400fd7258b014fade3c1edf6fda4e82"
        },
        APRIL,
    ),
    "workable": (
        "workable_api_token",
        '{"event_type":"candidate_moved","id":"evt1","data":{"id":"34a5","disqualified":true}}',
        {
            "x-workable-signature": "65498e05f8f53d2272e6553bb6f455fb"
            "448415a34df8799f3576b4cf97d21943"
        },
        APRIL,
    ),
    "smartrecruiters": (
        "sr_secret",
        '{"job_id":"j1"}',
        {
            "smartrecruiters-timestamp": "1574080897",
            "smartrecruiters-signature": "v1=0;v1="
            "855c52a92e9e817f58b75a9edcfdbae3b38e56d53eeb3fe3420dcf1c8547536f",
            "event-id": "123",
            "event-name": "application.status.updated",
            "event-version": "v201910",
        },
        datetime.fromtimestamp(1574080897, UTC),
    ),
    "teamtailor": (
        "tt_key",
        '{"payload":{"event_name":"job_application.update","data":{"id":"2"}}}',
        {
            "tt-signature": "dD0xNzc1MDAxNjAwLHYyPTVkYzJlOGMyY2Q3YWM0MDhlNWRjNWU4NzA3Zjk0ZWRi"
            "ODhhZDFlZWJhYzg1MmNhZmViMDVlNGJkMjg5ZGJjYzU="
        },
        APRIL,
    ),
    "generic": (
        "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3",
        '{"type":"registration.created","timestamp":"2026-04-01T00:00:00Z","data":{"id":"reg_1"}}',
        {
            "webhook-id": "msg_1",
            "webhook-timestamp": "1775001600",
            "webhook-signature": "v1,+mJlVP1LL5n4pLV0qms7mjRT0EKY/ci1Nc4Wo54jmL4=",
        },
        APRIL,
    ),
}


def test_every_vendor_has_its_vector() -> None:
    assert VECTORS.keys() == VENDORS.keys()


@pytest.mark.parametrize("vendor", VECTORS)
def test_the_vendors_own_signature_is_believed(vendor: str) -> None:
    secret, body, headers, now = VECTORS[vendor]
    assert VENDORS[vendor].verified(body.encode(), headers, [secret], now) is None


@pytest.mark.parametrize("vendor", VECTORS)
def test_under_another_secret_it_is_not(vendor: str) -> None:
    _, body, headers, now = VECTORS[vendor]
    other = "whsec_b3RoZXI="
    refusal = VENDORS[vendor].verified(body.encode(), headers, [other], now)
    assert refusal is Refusal.WRONG_SIGNATURE
