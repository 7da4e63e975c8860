"""How somebody finds their page, who is not there, sits elsewhere, or was refused something."""

import pytest

import functions.me.handler as handler
from shared.domain.seat import Kind, Seat
from tests.support.asking import CONTEXT, asked
from tests.support.builders import ACME
from tests.support.own_page import Ada
from tests.support.sitting import Sitting, sitting

OWNER = Seat(Kind.COMPANY, ACME, "owner")


@pytest.fixture
def who(ada: Ada) -> Sitting:
    """At a company just now; with a page of her own."""
    also = Seat(Kind.CANDIDATE, ada.candidate_id)
    return sitting(ada.table, OWNER, ada.person, seats=(OWNER, also))


def test_who_sits_elsewhere_is_asked_to_change_over(who: Sitting) -> None:
    led = handler.handle(who.gets("/me"), CONTEXT)
    assert led["headers"]["Location"] == "/sign-in/seat?back=%2Fme"


def test_a_session_that_is_over_is_named_and_the_language_is_kept(ada: Ada) -> None:
    ada.token = "another"
    led = ada.asks("GET", "/me/messages?lang=en")["headers"]["Location"]
    assert led.startswith("/sign-in?back=%2Fme%2Fmessages") and led.endswith("&lang=en&ended=1")


def test_who_never_signed_in_is_not_told_of_an_end(ada: Ada) -> None:
    led = handler.handle(asked("GET", "/me"), CONTEXT)
    assert led["headers"]["Location"] == "/sign-in?back=%2Fme"


def test_a_refusal_is_read_in_the_sessions_language_and_leads_back_in(ada: Ada) -> None:
    refused = ada.asks("GET", "/me/nowhere", **{"accept-language": "en"})
    assert refused["statusCode"] == 404
    assert '<html lang="ja">' in refused["body"] and 'href="/me?lang=ja"' in refused["body"]


def test_what_was_taken_back_is_not_told_as_agreed(ada: Ada) -> None:
    ada.sends("/me/consents", news="on")
    ada.sends("/me/withdrawal")
    assert "すべて取り下げ" in ada.opens("/me/consents")
