"""The agency's people: a device of their own, a code of it once, recovery codes."""

import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pyotp
import pytest

from functions.sign_in import device
from shared.aws.sealed import KmsSealed
from shared.domain.errors import NotSealed
from shared.domain.member import Member, Role
from shared.domain.seat import Kind, Seat
from shared.domain.second_factor import PURPOSE
from shared.table import keys
from shared.table.members import Members
from shared.table.second_factors import SecondFactors
from shared.table.sessions import Sessions
from tests.integration.signing_in.conftest import Door
from tests.support.builders import NOON, PEPPER
from tests.support.sitting import Sitting, sitting

TARO = "taro@agency.example"
SEAT = Seat(Kind.AGENCY, "agency", "adviser")
PATH = "/sign-in/second"


@pytest.fixture
def taro(door: Door) -> Sitting:
    Members(door.table).enrol(PEPPER.person(TARO), Member("太郎", TARO, Role.ADVISER, NOON))
    return sitting(door.table, SEAT, TARO, proved=False)


def again(door: Door) -> Sitting:
    return sitting(door.table, SEAT, TARO, proved=False)


def field(page: Any, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]+)"', page["body"])
    assert found, page["body"]
    return found[1]


def secret_of(page: Any) -> str:
    found = re.search(r"<code translate=\"no\">([A-Z2-7 ]+)</code>", page["body"])
    assert found
    return found[1].replace(" ", "")


def enrolled(door: Door, who: Sitting) -> tuple[str, list[str]]:
    """The secret, and the recovery codes, of a device set up a minute ago."""
    page = door.asks(who.gets(PATH))
    secret = secret_of(page)
    code = pyotp.TOTP(secret).at(datetime.now(UTC) - timedelta(seconds=30))
    done = door.asks(who.posts(PATH, sealed=field(page, "sealed"), code=code))
    assert done["statusCode"] == 200, done
    return secret, re.findall(r"<code translate=\"no\">([a-z0-9-]{11})</code>", done["body"])


def is_proved(door: Door, who: Sitting) -> bool:
    session = Sessions(door.table).go_on(who.session.person, who.session.digest, datetime.now(UTC))
    return session.proved


def test_a_member_of_the_agency_is_led_to_the_second_factor(door: Door, taro: Sitting) -> None:
    assert door.enters(TARO)["headers"]["Location"] == PATH
    refused = door.asks(taro.gets("/account"))
    assert refused["headers"]["Location"].startswith(f"{PATH}?back=")


def test_the_first_code_of_a_device_enrols_it_and_shows_ten_recovery_codes_once(
    door: Door, taro: Sitting
) -> None:
    _, codes = enrolled(door, taro)
    assert len(set(codes)) == 10 and is_proved(door, taro)
    led_on = door.asks(taro.gets(PATH))
    assert led_on["headers"]["Location"] == "/agency"


def test_the_account_of_who_works_there_leads_back_to_what_waits(door: Door, taro: Sitting) -> None:
    enrolled(door, taro)
    page = door.asks(taro.gets("/account"))["body"]
    assert '<li><a href="/agency">' in page


def test_a_wrong_first_code_enrols_nothing_and_shows_the_same_secret(
    door: Door, taro: Sitting
) -> None:
    page = door.asks(taro.gets(PATH))
    said = door.asks(taro.posts(PATH, sealed=field(page, "sealed"), code="000000"))
    assert said["statusCode"] == 422 and secret_of(said) == secret_of(page)
    assert not is_proved(door, taro)


def test_the_secret_and_the_codes_are_not_in_the_table(door: Door, taro: Sitting) -> None:
    secret, codes = enrolled(door, taro)
    item = str(door.table.get(keys.second_factor(PEPPER.person(TARO))))
    assert secret not in item
    assert not any(code in item or code.replace("-", "") in item for code in codes)


def test_what_is_sealed_for_one_opens_for_nobody_else(
    door: Door, taro: Sitting, sealed: KmsSealed
) -> None:
    made = sealed.seal("secret", PURPOSE, "taro")
    assert sealed.unseal(made, PURPOSE, "taro") == "secret"
    for purpose, of in ((PURPOSE, "jiro"), ("connection", "taro")):
        with pytest.raises(NotSealed):
            sealed.unseal(made, purpose, of)
    with pytest.raises(NotSealed):
        sealed.unseal("no base64!", PURPOSE, "taro")


def test_a_code_is_good_once(door: Door, taro: Sitting) -> None:
    secret, _ = enrolled(door, taro)
    code = pyotp.TOTP(secret).now()
    first, second = again(door), again(door)
    assert door.asks(first.posts(PATH, code=code))["headers"]["Location"] == "/agency"
    assert door.asks(second.posts(PATH, code=code))["statusCode"] == 422
    assert is_proved(door, first) and not is_proved(door, second)


def test_a_recovery_code_is_good_once_however_it_is_typed(door: Door, taro: Sitting) -> None:
    _, codes = enrolled(door, taro)
    first, second = again(door), again(door)
    typed = codes[0].upper().replace("-", " ")
    assert door.asks(first.posts(PATH, code=typed))["statusCode"] == 303
    assert door.asks(second.posts(PATH, code=codes[0]))["statusCode"] == 422
    assert door.asks(second.posts(PATH, code=codes[1]))["statusCode"] == 303


def test_after_five_wrong_codes_the_right_one_waits_a_quarter_of_an_hour(
    door: Door, taro: Sitting
) -> None:
    secret, codes = enrolled(door, taro)
    who = again(door)
    told = [door.asks(who.posts(PATH, code="aaaaaaaaaa"))["statusCode"] for _ in range(5)]
    assert told == [422] * 5
    assert door.asks(who.posts(PATH, code=pyotp.TOTP(secret).now()))["statusCode"] == 429
    assert door.asks(who.posts(PATH, code=codes[0]))["statusCode"] == 429
    factors = SecondFactors(door.table)
    tried = factors.find(PEPPER.person(TARO))
    assert tried.trying(datetime.now(UTC) + timedelta(minutes=15)).tries == 1


def test_a_right_code_gives_the_tries_back(door: Door, taro: Sitting) -> None:
    _, codes = enrolled(door, taro)
    for code in codes[:6]:
        who = again(door)
        assert door.asks(who.posts(PATH, code="aaaaaaaaaa"))["statusCode"] == 422
        assert door.asks(who.posts(PATH, code=code))["statusCode"] == 303


def test_a_second_device_takes_nobodys_place(door: Door, taro: Sitting) -> None:
    other = again(door)
    page = door.asks(other.gets(PATH))
    enrolled(door, taro)
    code = pyotp.TOTP(secret_of(page)).now()
    said = door.asks(other.posts(PATH, sealed=field(page, "sealed"), code=code))
    assert said["headers"]["Location"] == PATH and not is_proved(door, other)


def test_another_persons_sealed_secret_is_no_secret(door: Door, taro: Sitting) -> None:
    page = door.asks(taro.gets(PATH))
    jiro = "jiro@agency.example"
    Members(door.table).enrol(PEPPER.person(jiro), Member("次郎", jiro, Role.ADVISER, NOON))
    other = sitting(door.table, SEAT, jiro, proved=False)
    code = pyotp.TOTP(secret_of(page)).now()
    said = door.asks(other.posts(PATH, sealed=field(page, "sealed"), code=code))
    assert secret_of(said) != secret_of(page) and not is_proved(door, other)


@pytest.mark.parametrize(("off", "good"), [(0, True), (-30, True), (30, True), (-90, False)])
def test_a_devices_clock_may_be_half_a_minute_off(off: int, good: bool) -> None:
    secret = device.new_secret()
    code = pyotp.TOTP(secret).at(NOON + timedelta(seconds=off))
    step = device.step_of(secret, code, NOON)
    assert (step is not None) == good
    if step is not None:
        assert step == int((NOON + timedelta(seconds=off)).timestamp()) // 30


def test_the_picture_is_drawn_without_asking_anybody(door: Door, taro: Sitting) -> None:
    page = door.asks(taro.gets(PATH))["body"]
    assert 'src="data:image/svg+xml' in page and 'src="http' not in page
