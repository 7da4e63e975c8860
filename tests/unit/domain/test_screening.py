"""Which addresses a person should look at before they count."""

import pytest

from shared.domain.registration import Signal
from shared.domain.screening import signals

OWN, MEMBER, THROWN = Signal.OWN_DOMAIN, Signal.MEMBER_ADDRESS, Signal.DISPOSABLE_DOMAIN


@pytest.mark.parametrize(
    ("email", "contact", "found"),
    [
        ("ada@example.org", "saiyo@aozora.example", ()),
        ("bob@aozora.example", "saiyo@aozora.example", (OWN,)),
        ("bob@Lab.AOZORA.example", "saiyo@aozora.example", (OWN,)),
        ("bob@notaozora.example", "saiyo@aozora.example", ()),
        ("Saiyo+me@aozora.example", "saiyo@aozora.example", (OWN, MEMBER)),
        ("bob@ａｏｚｏｒａ.example", "saiyo@aozora.example", (OWN,)),
        ("ada@gmail.com", "hr@gmail.com", ()),
        ("hr+x@gmail.com", "hr@gmail.com", (MEMBER,)),
        ("ada@trash.example", "saiyo@aozora.example", (THROWN,)),
    ],
)
def test_an_address_shows_what_it_has_in_common_with_the_company(
    email: str, contact: str, found: tuple[Signal, ...]
) -> None:
    seen = signals(email, contact_email=contact, is_disposable=lambda d: d == "trash.example")
    assert set(seen) == set(found)


def test_a_domain_is_asked_about_as_it_is_compared() -> None:
    asked: list[str] = []

    def note(domain: str) -> bool:
        asked.append(domain)
        return False

    signals("ada@Trash.Example", contact_email="a@b.example", is_disposable=note)
    assert asked == ["trash.example"]
