"""What each system is set up with, and what of it is of the right form."""

import base64

import pytest

from shared.domain.connecting import (
    SET_UP,
    access_fits,
    secret_fits,
    settings_fit,
    settings_missing,
)
from shared.domain.connection import WRITTEN_BACK, Connection, Provider, Way
from shared.domain.connection_health import Health
from shared.domain.connection_state import ConnectionState, state_of
from shared.domain.ids import LinkId
from tests.support.builders import NOON
from tests.support.connections import a_connection


def whsec(many: int) -> str:
    return "whsec_" + base64.b64encode(b"1" * many).decode()


@pytest.mark.parametrize("provider", Provider)
def test_every_provider_is_set_up_somehow(provider: Provider) -> None:
    way = a_connection(provider=provider).way
    assert SET_UP[provider].signs == (way is Way.WEBHOOK)
    assert SET_UP[provider].needs_access == (way is Way.POLL)


def test_who_is_written_back_to_says_where() -> None:
    assert {one for one in SET_UP if SET_UP[one].settings} == WRITTEN_BACK


@pytest.mark.parametrize(("many", "fits"), [(23, False), (24, True), (64, True), (65, False)])
def test_a_standard_secret_has_as_many_bytes_as_the_standard_says(many: int, fits: bool) -> None:
    assert secret_fits(Provider.GENERIC, whsec(many)) is fits


@pytest.mark.parametrize(
    "secret", ["short", "with a space in", "改行", "x" * 501, "line\nbreak-12"]
)
def test_what_no_system_issues_is_no_secret(secret: str) -> None:
    assert not secret_fits(Provider.GREENHOUSE, secret)


def test_who_signs_nothing_takes_no_secret_and_who_is_not_asked_no_key() -> None:
    assert not secret_fits(Provider.HERP, "x" * 20)
    assert not access_fits(Provider.WORKABLE, "x" * 20)


def test_settings_are_named_and_those_missing_too() -> None:
    assert settings_fit(Provider.ASHBY, {"field_id": "a1", "x": "1"}) == {"settings.x": "unknown"}
    missing = settings_missing(Provider.GREENHOUSE, {"client_id": "c"})
    assert missing == {"settings.name_key": "missing"}


def test_without_a_live_secret_a_webhook_s_connection_is_incomplete() -> None:
    def state(connection: Connection) -> ConnectionState:
        return state_of(connection, Health(), NOON)

    assert state(a_connection(signing=())) is ConnectionState.INCOMPLETE
    assert state(a_connection()) is ConnectionState.WAITING
    herp = a_connection(provider=Provider.HERP, signing=(), link_id=LinkId("lnk_9"))
    assert state(herp) is ConnectionState.WAITING
