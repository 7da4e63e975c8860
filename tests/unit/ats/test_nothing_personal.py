"""What a vendor's file hands on is searched for the person of the samples."""

import json
from dataclasses import asdict
from datetime import timedelta

import pytest

from shared.ats.delivery import Delivery
from shared.ats.sampled import samples
from shared.ats.vendors import VENDORS
from tests.unit.ats.playing import played, signed, taken

PERSON = ["山田", "花子", "hanako", "example.jp", "090-1234", "203.0.113", "Mozilla"]
TEXTS = ["Too Junior", "Too inexperienced", "Underqualified", "Final interview", "最終", "Designer"]
IDS = {
    "greenhouse": "265788",
    "lever": "7f23a1b0-6c5d-4e3f-8a9b-0c1d2e3f4a5b",
    "ashby": "e9ed20fd-d45f-4aad-8a00-a19bfba0083e",
    "generic": "person-1",
}
"""Of the person. A Workable candidate is one application; two vendors name no person."""
ALL = [(vendor, sample) for vendor in VENDORS for sample in samples(vendor)]


@pytest.mark.parametrize(("vendor", "sample"), ALL)
def test_nothing_of_the_person_is_handed_on(vendor: str, sample: str) -> None:
    found = played(vendor, sample)
    said = f"{found} {asdict(found)}"
    assert [one for one in (*PERSON, *TEXTS) if one.lower() in said.lower()] == []
    assert IDS.get(vendor, "no such id") not in said


def test_the_samples_hold_what_is_searched_for() -> None:
    every = "".join(raw.decode() for vendor in VENDORS for raw in samples(vendor).values())
    assert [one for one in (*PERSON, *TEXTS, *IDS.values()) if one not in every] == []


@pytest.mark.parametrize("vendor", VENDORS)
def test_nor_when_it_is_refused(vendor: str, caplog: pytest.LogCaptureFixture) -> None:
    for raw in samples(vendor).values():
        sent = signed(vendor, raw, "whsec_bm9ib2R5cyBzZWNyZXQ=")
        found = repr(taken(vendor, sent, timedelta(days=60)))
        assert not any(one in found for one in PERSON)
    assert caplog.text == ""


@pytest.mark.parametrize("vendor", VENDORS)
def test_a_person_written_into_every_id_and_word_does_not_come_through(vendor: str) -> None:
    for raw in samples(vendor).values():
        spoilt = json.dumps(everywhere(json.loads(raw), "山田花子 hanako@example.jp")).encode()
        found = taken(vendor, signed(vendor, spoilt))
        said = f"{found} {asdict(found) if isinstance(found, Delivery) else ''}"
        assert not any(one in said for one in PERSON)


def everywhere(said: object, word: str) -> object:
    """With it in place of every value below an act's name."""
    if isinstance(said, dict):
        kept = {"action", "event", "event_type", "type", "event_name"}
        return {
            k: v if k in kept and isinstance(v, str) else everywhere(v, word)
            for k, v in said.items()
        }
    return [everywhere(one, word) for one in said] if isinstance(said, list) else word
