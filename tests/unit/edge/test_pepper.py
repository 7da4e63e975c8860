"""What only the pepper's holder can compute, and names nobody can guess."""

from collections import Counter
from datetime import UTC, datetime, timedelta

from shared.domain.ids import RegistrationId
from shared.mint import api_key, key_digest, mint, slug
from shared.pepper import Pepper
from tests.support.builders import NOON, PEPPER

OTHER = Pepper(b"another pepper")
ADA = RegistrationId("reg_ada")


def test_a_code_is_six_digits_leading_zeros_and_all() -> None:
    codes = [PEPPER.code(RegistrationId(f"reg_{n}"), 1) for n in range(300)]
    assert all(len(code) == 6 and code.isascii() and code.isdigit() for code in codes)
    assert any(code.startswith("0") for code in codes)
    assert max(Counter(codes).values()) <= 2


def test_a_code_is_its_registrations_and_its_issues() -> None:
    assert PEPPER.code(ADA, 1) == PEPPER.code(ADA, 1)
    others = {PEPPER.code(ADA, 2), PEPPER.code(ADA, 3), PEPPER.code(RegistrationId("reg_b"), 1)}
    assert PEPPER.code(ADA, 1) not in others
    assert PEPPER.code(ADA, 1) != OTHER.code(ADA, 1)


def test_a_person_is_the_same_however_the_address_is_written() -> None:
    assert PEPPER.person("Ada+x@Example.org") == PEPPER.person("ada@example.org")
    assert PEPPER.person("ada@example.org") != PEPPER.person("bob@example.org")
    assert PEPPER.person("ada@example.org") != OTHER.person("ada@example.org")


def test_a_visitor_is_somebody_else_tomorrow() -> None:
    today = PEPPER.visitor("192.0.2.1", "2026-03-02")
    assert today == PEPPER.visitor("192.0.2.1", "2026-03-02")
    assert today != PEPPER.visitor("192.0.2.1", "2026-03-03")
    assert "192.0.2.1" not in today


def test_ids_sort_as_they_were_made() -> None:
    made = [mint("reg", NOON + timedelta(milliseconds=n)) for n in range(50)]
    assert made == sorted(made)
    assert all(name.startswith("reg_") and len(name) == 30 for name in made)
    assert mint("reg", datetime.now(UTC)) != mint("reg", datetime.now(UTC))


def test_slugs_have_ten_letters_nobody_mistakes() -> None:
    slugs = [slug() for _ in range(500)]
    assert len(set(slugs)) == 500
    assert all(len(name) == 10 and not set(name) & set("01ilo") for name in slugs)


def test_a_key_says_whose_it_is_and_its_digest_does_not_say_the_key() -> None:
    assert api_key("company", "prod").startswith("crk_prod_")
    assert api_key("agency", "local").startswith("cra_local_")
    key = api_key("company", "prod")
    assert key not in key_digest(key)
    assert len(key_digest(key)) == 64
