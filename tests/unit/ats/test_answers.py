import pytest

from shared.ats.answers import NEVER_AGAIN, accepted, refused
from shared.ats.delivery import Delivery, Handshake, Ignored, Ping, Why
from shared.ats.refusal import Refusal
from shared.ats.vendors import VENDORS


@pytest.mark.parametrize("vendor", VENDORS)
@pytest.mark.parametrize("refusal", Refusal)
def test_no_refusal_is_answered_200_or_as_what_the_vendor_never_sends_again(
    vendor: str, refusal: Refusal
) -> None:
    status = refused(vendor, refusal).status
    assert 400 <= status < 500
    assert status not in NEVER_AGAIN.get(vendor, ())


def test_ashby_gets_400_where_the_others_get_401() -> None:
    assert refused("ashby", Refusal.WRONG_SIGNATURE).status == 400
    assert refused("greenhouse", Refusal.WRONG_SIGNATURE).status == 401


@pytest.mark.parametrize("meaning", [Ping(), Ignored(Why.NOT_FOLLOWED)])
def test_what_was_dealt_with_is_answered_200(meaning: Ping | Ignored) -> None:
    answer = accepted(Delivery("k", meaning))
    assert (answer.status, dict(answer.headers)) == (200, {})


def test_a_handshake_carries_the_vendors_own_word_back() -> None:
    answer = accepted(Delivery("k", Handshake({"X-Hook-Secret": "4jn8"})))
    assert (answer.status, dict(answer.headers)) == (200, {"X-Hook-Secret": "4jn8"})
