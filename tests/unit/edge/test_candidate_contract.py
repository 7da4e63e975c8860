"""What a candidate may type, and what is kept of it."""

from typing import Any

import pytest

from functions.register.reading import form_of, parsed
from shared.contracts.candidate import RegistrationRequest
from shared.domain.errors import InvalidRequest
from shared.request import JSON

TYPED = {"email": "ada@example.org", "full_name": "Ada", "consents": {"core": True}}
NAMES = [
    "青空 花子",
    "🦋 Ada 👩‍💻",
    "\u202eمريم\u202c",
    "Ada\nBcc: eve@example.org",
    "<script>alert(1)</script>",
    "O'Brien-Núñez",
    "あ" * 120,
]


def read(**typed: Any) -> RegistrationRequest:
    return parsed(RegistrationRequest, {**TYPED, **typed})


def mistakes(typed: Any) -> dict[str, str]:
    with pytest.raises(InvalidRequest) as refused:
        parsed(RegistrationRequest, typed)
    return refused.value.fields


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_kept_as_typed(name: str) -> None:
    assert form_of(read(full_name=name), fallback="ja", method=JSON).candidate.full_name == name


@pytest.mark.parametrize(
    ("name", "said"), [("", "missing"), (" 　\n", "missing"), ("あ" * 121, "too_long")]
)
def test_a_name_of_nothing_or_too_much_is_refused(name: str, said: str) -> None:
    assert mistakes({**TYPED, "full_name": name}) == {"full_name": said}


@pytest.mark.parametrize(
    "email",
    ["ada@example.org", " ada@example.org ", "ａｄａ＠ｅｘａｍｐｌｅ．ｏｒｇ", "ada@ｅxample.org"],
)
def test_an_address_in_wide_letters_is_the_same_address(email: str) -> None:
    assert read(email=email).email == "ada@example.org"


def test_an_address_keeps_its_case_and_its_tag() -> None:
    assert read(email="Ada+Jobs@Example.org").email == "Ada+Jobs@Example.org"


NO_ADDRESS: list[Any] = [
    "",
    "ada",
    "ada@",
    "@example.org",
    "ada@localhost",
    "ada@exa mple.org",
    "a@b@example.org",
    "ada@example.org\nBcc: eve@example.org",
    "ada\r\n@example.org",
    '"a b"@example.org',
    "青@example.org",
    "ada@-example.org",
    "a" * 65 + "@example.org",
    "ada@" + "a" * 60 + ("." + "b" * 60) * 4 + ".org",
    "Ada <ada@example.org>",
    None,
    5,
    ["ada@example.org"],
]


@pytest.mark.parametrize("email", NO_ADDRESS)
def test_what_is_no_address_is_refused(email: Any) -> None:
    assert mistakes({**TYPED, "email": email}).keys() == {"email"}


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("+81 90-1234-5678", "+81 90-1234-5678"),
        ("０９０（１２３４）５６７８", "090(1234)5678"),
        ("", None),
        ("　", None),
        (None, None),
    ],
)
def test_a_phone_number_may_be_left_out(typed: str | None, kept: str | None) -> None:
    assert read(phone=typed).phone == kept


@pytest.mark.parametrize("phone", ["12", "call me", "090-1234\n5678", "1" * 31])
def test_what_is_no_phone_number_is_refused(phone: str) -> None:
    assert mistakes({**TYPED, "phone": phone}) == {"phone": "malformed"}


def test_a_wish_of_101_letters_is_too_long() -> None:
    assert read(desired_location="あ" * 100).desired_location == "あ" * 100
    assert mistakes({**TYPED, "desired_location": "あ" * 101}) == {"desired_location": "too_long"}


@pytest.mark.parametrize("body", [None, [], "x", 5, {}, {"consents": None}, {"consents": []}])
def test_a_body_of_another_shape_is_refused_by_field(body: Any) -> None:
    assert mistakes(body)
