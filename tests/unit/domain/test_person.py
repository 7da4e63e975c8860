"""Who is the same person."""

import pytest

from shared.domain.person import domain_of, normalise


@pytest.mark.parametrize(
    "typed",
    [
        "TARO@example.jp",
        " taro@EXAMPLE.jp ",
        "taro+jobs@example.jp",
        "taro+a+b@example.jp",
        "ｔａｒｏ@example.jp",
        "taro＠example.jp",
        "taro@ｅｘａｍｐｌｅ．ｊｐ",
    ],
)
def test_case_width_space_and_tag_make_nobody_else(typed: str) -> None:
    assert normalise(typed) == "taro@example.jp"


@pytest.mark.parametrize("other", ["ta.ro@example.jp", "taro@example.com", "tar0@example.jp"])
def test_other_letters_make_somebody_else(other: str) -> None:
    assert normalise(other) != "taro@example.jp"


def test_a_tag_alone_is_a_name() -> None:
    assert normalise("+tag@example.jp") == "+tag@example.jp"
    assert normalise("+tag@example.jp") != normalise("+other@example.jp")


def test_a_domain_is_what_follows_the_last_at() -> None:
    assert domain_of("Ada+x@Mail.Example.ORG") == "mail.example.org"
