import json
from datetime import timedelta

import pytest

from shared.ats.delivery import Delivery
from shared.ats.receiving import received
from shared.ats.refusal import Refusal
from shared.ats.sampled import samples
from shared.ats.signing import Signed
from shared.ats.vendors import VENDORS
from tests.unit.ats.playing import LIVE, NOW, OLD, keyed, signed, taken

ALL = sorted(VENDORS)
SIGN_THE_BODY = sorted(VENDORS.keys() - {"lever"})
NOBODYS = "whsec_bm9ib2R5cyBzZWNyZXQ="
WINDOWS = {"teamtailor": 5, "generic": 5, "smartrecruiters": 30 * 24 * 60, "lever": 30 * 24 * 60}
"""Minutes. The others sign no time."""


def a_sample(vendor: str) -> bytes:
    return next(iter(samples(vendor).values()))


@pytest.mark.parametrize("vendor", ALL)
@pytest.mark.parametrize("secret", LIVE)
def test_either_live_secret_is_believed(vendor: str, secret: str) -> None:
    assert isinstance(taken(vendor, signed(vendor, a_sample(vendor), secret)), Delivery)


@pytest.mark.parametrize("vendor", ALL)
def test_another_secret_is_not(vendor: str) -> None:
    sent = signed(vendor, a_sample(vendor), NOBODYS)
    assert taken(vendor, sent) is Refusal.WRONG_SIGNATURE


@pytest.mark.parametrize("vendor", ALL)
def test_a_secret_that_was_taken_away_is_not(vendor: str) -> None:
    sent = signed(vendor, a_sample(vendor), OLD)
    refusal = received(VENDORS[vendor], sent.raw, sent.headers, LIVE[:1], NOW, keyed)
    assert refusal is Refusal.WRONG_SIGNATURE


@pytest.mark.parametrize("vendor", ALL)
@pytest.mark.parametrize("secrets", [[], [""], [" "]])
def test_without_a_secret_nothing_is(vendor: str, secrets: list[str]) -> None:
    sent = signed(vendor, a_sample(vendor))
    refusal = received(VENDORS[vendor], sent.raw, sent.headers, secrets, NOW, keyed)
    assert refusal is Refusal.NO_SECRET


@pytest.mark.parametrize("vendor", SIGN_THE_BODY)
def test_an_altered_body_is_not(vendor: str) -> None:
    sent = signed(vendor, a_sample(vendor))
    altered = sent.raw.replace(b'"', b' "', 1)
    assert taken(vendor, Signed(altered, sent.headers)) is Refusal.WRONG_SIGNATURE


@pytest.mark.parametrize("vendor", SIGN_THE_BODY)
def test_a_body_read_and_written_again_is_not(vendor: str) -> None:
    sent = signed(vendor, a_sample(vendor).replace(b"{", rb'{"said":"\u003cp\u003e",', 1))
    again = json.dumps(json.loads(sent.raw), ensure_ascii=False).encode()
    assert isinstance(taken(vendor, sent), Delivery)
    assert taken(vendor, Signed(again, sent.headers)) is Refusal.WRONG_SIGNATURE


@pytest.mark.parametrize("vendor", SIGN_THE_BODY)
def test_without_its_header_it_is_unsigned(vendor: str) -> None:
    sent = signed(vendor, a_sample(vendor))
    bare = {name: said for name, said in sent.headers.items() if "signature" not in name.lower()}
    assert len(bare) < len(sent.headers)
    assert taken(vendor, Signed(sent.raw, bare)) is Refusal.UNSIGNED


@pytest.mark.parametrize("field", ["token", "triggeredAt", "signature"])
def test_lever_without_a_field_it_signs_is_refused(field: str) -> None:
    said = json.loads(signed("lever", a_sample("lever")).raw)
    del said[field]
    sent = Signed(json.dumps(said).encode(), {})
    assert taken("lever", sent) in {Refusal.UNSIGNED, Refusal.WRONG_SIGNATURE}


@pytest.mark.parametrize("vendor", WINDOWS)
@pytest.mark.parametrize("side", [1, -1])
def test_a_signature_is_good_for_its_window_and_no_longer(vendor: str, side: int) -> None:
    sent, window = signed(vendor, a_sample(vendor)), timedelta(minutes=WINDOWS[vendor])
    assert isinstance(taken(vendor, sent, side * window), Delivery)
    assert taken(vendor, sent, side * (window + timedelta(seconds=1))) is Refusal.STALE


@pytest.mark.parametrize("vendor", sorted(VENDORS.keys() - WINDOWS.keys()))
def test_who_signs_no_time_is_believed_at_any(vendor: str) -> None:
    assert isinstance(
        taken(vendor, signed(vendor, a_sample(vendor)), timedelta(days=400)), Delivery
    )


@pytest.mark.parametrize("name", ["event-id", "event-version", "link"])
def test_smartrecruiters_signs_these_headers_too(name: str) -> None:
    sent = signed("smartrecruiters", a_sample("smartrecruiters"))
    altered = Signed(sent.raw, {**sent.headers, name: "<https://elsewhere.example>"})
    assert taken("smartrecruiters", altered) is Refusal.WRONG_SIGNATURE


def test_teamtailors_other_form_in_the_body_is_refused() -> None:
    raw = b'{"payload":{"event_name":"job_application.update"},"signature":"ZGVhZGJlZWY="}'
    assert taken("teamtailor", Signed(raw, {})) is Refusal.UNSIGNED


@pytest.mark.parametrize("vendor", ALL)
@pytest.mark.parametrize("given", ["é", "", "sha256", "v1,", "v1=;", "\ud800", "a" * 9000])
def test_a_signature_of_no_form_is_refused(vendor: str, given: str) -> None:
    sent = signed(vendor, a_sample(vendor))
    names = {name: given if "signature" in name.lower() else s for name, s in sent.headers.items()}
    raw = json.dumps({**json.loads(sent.raw), "signature": given}).encode()
    assert taken(vendor, Signed(raw, names)) in {Refusal.UNSIGNED, Refusal.WRONG_SIGNATURE}


def test_lever_signs_nothing_by_which_it_could_not_be_known_again() -> None:
    sent = signed("lever", a_sample("lever"), message="6f 1d")
    assert taken("lever", sent) is Refusal.UNSIGNED


@pytest.mark.parametrize("name", ["webhook-id", "webhook-timestamp"])
def test_a_standard_webhook_without_what_it_signs_is_unsigned(name: str) -> None:
    sent = signed("generic", a_sample("generic"))
    bare = {one: said for one, said in sent.headers.items() if one != name}
    assert taken("generic", Signed(sent.raw, bare)) is Refusal.UNSIGNED


def test_a_hook_secret_beside_a_signature_shakes_no_hand() -> None:
    sent = signed("smartrecruiters", a_sample("smartrecruiters"), NOBODYS)
    both = Signed(sent.raw, {**sent.headers, "X-Hook-Secret": "4jn8fs9011jj8"})
    assert taken("smartrecruiters", both) is Refusal.WRONG_SIGNATURE
