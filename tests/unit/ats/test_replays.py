"""The same delivery has the same key, and another one another."""

import json
from datetime import timedelta

import pytest

from shared.ats.delivery import Delivery
from shared.ats.sampled import samples
from shared.ats.signing import Signed
from shared.ats.vendors import VENDORS
from tests.unit.ats.playing import NOW, keyed, played, signed, taken

ALL = sorted(VENDORS)
BY_ITS_ID = ["generic", "greenhouse", "lever", "smartrecruiters"]
"""Whatever it says, they are told apart by what the vendor calls them."""


def key(vendor: str, raw: bytes) -> str:
    return VENDORS[vendor].read(raw, {}, keyed).key


@pytest.mark.parametrize("vendor", ALL)
def test_a_delivery_played_again_has_its_key(vendor: str) -> None:
    for sample in samples(vendor):
        assert played(vendor, sample).key == played(vendor, sample).key


@pytest.mark.parametrize("vendor", sorted(VENDORS.keys() - set(BY_ITS_ID)))
def test_signed_anew_at_another_time_it_has_it_still(vendor: str) -> None:
    for raw in samples(vendor).values():
        first = taken(vendor, signed(vendor, raw))
        later = NOW + timedelta(minutes=4)
        again = taken(vendor, signed(vendor, raw, now=later), timedelta(minutes=4))
        assert isinstance(first, Delivery) and isinstance(again, Delivery)
        assert first.key == again.key


@pytest.mark.parametrize("vendor", ALL)
def test_no_two_turns_share_a_key(vendor: str) -> None:
    turns = ["created", "rejected", "unrejected", "hired", "erased", "changed", "ping"]
    found = [one for one in turns if one in samples(vendor)]
    keys = {played(vendor, sample, message=f"m-{sample}").key for sample in found}
    assert len(keys) == len(found)


@pytest.mark.parametrize("vendor", BY_ITS_ID)
def test_another_message_is_another_delivery(vendor: str) -> None:
    sample = next(iter(samples(vendor)))
    assert played(vendor, sample, "m-1").key != played(vendor, sample, "m-2").key


def test_greenhouse_without_its_id_keys_a_second_rejection_apart() -> None:
    first = samples("greenhouse")["rejected"]
    second = first.replace(b'"rejected_at": "2026-04-01', b'"rejected_at": "2026-04-09')
    assert key("greenhouse", first) == ("application.rejected:265293:2026-04-01T02:03:04+00:00")
    assert key("greenhouse", first) != key("greenhouse", second)


def test_ashbys_two_deliveries_of_one_act_are_one() -> None:
    pair = samples("ashby")
    assert key("ashby", pair["rejected"]) == key("ashby", pair["rejected_again_said"])


def test_another_body_under_levers_signature_is_the_same_delivery() -> None:
    sent = signed("lever", samples("lever")["rejected"])
    forged = {**json.loads(sent.raw), "event": "candidateHired"}
    first, second = taken("lever", sent), taken("lever", Signed(json.dumps(forged).encode(), {}))
    assert isinstance(first, Delivery) and isinstance(second, Delivery)
    assert first.meaning != second.meaning
    assert first.key == second.key


@pytest.mark.parametrize("vendor", ALL)
def test_what_names_nothing_is_keyed_by_the_tenants_hash_of_its_bytes(vendor: str) -> None:
    keys = {key(vendor, raw) for raw in (b"", b"{", b"hanako@example.jp")}
    assert len(keys) == 3
    assert all(one.startswith("body:") for one in keys)


def test_nor_does_moving_where_levers_token_ends_make_another_of_it() -> None:
    sent = signed("lever", samples("lever")["rejected"], message="6f1d0")
    said = json.loads(sent.raw)
    moved = {**said, "token": "6f1d", "triggeredAt": f"0{said['triggeredAt']}"}
    first, second = taken("lever", sent), taken("lever", Signed(json.dumps(moved).encode(), {}))
    assert isinstance(first, Delivery) and isinstance(second, Delivery)
    assert first.key == second.key


def test_ashbys_next_word_on_an_archived_application_is_another_delivery() -> None:
    first = samples("ashby")["rejected"]
    second = first.replace(b'"updatedAt": "2026-04-01', b'"updatedAt": "2026-04-09')
    assert key("ashby", first) != key("ashby", second)
