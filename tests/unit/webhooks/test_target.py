"""A webhook's URL is read strictly, and one way only."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.webhooks.reach import Reach
from shared.webhooks.target import Target, Unfit, target

GOOD = "https://hooks.example.jp/relay"


@pytest.mark.parametrize(
    ("url", "reads"),
    [
        (GOOD, Target("hooks.example.jp", 443, "/relay")),
        ("https://hooks.example.jp", Target("hooks.example.jp", 443, "/")),
        ("HTTPS://Hooks.Example.JP:443/", Target("hooks.example.jp", 443, "/")),
        ("https://hooks.example.jp./a?b=c&d", Target("hooks.example.jp", 443, "/a?b=c&d")),
        ("https://hooks.example.jp?b=c", Target("hooks.example.jp", 443, "/?b=c")),
        (
            "https://採用.例え.jp/受信",
            Target("xn--czu130b.xn--r8jz45g.jp", 443, "/%E5%8F%97%E4%BF%A1"),
        ),
        ("https://採用。例え.jp/", Target("xn--czu130b.xn--r8jz45g.jp", 443, "/")),
        ("https://faß.example/", Target("xn--fa-hia.example", 443, "/")),
        ("https://hooks.example.jp/a%2Fb", Target("hooks.example.jp", 443, "/a%2Fb")),
    ],
)
def test_a_url_reads_as_host_port_and_path(url: str, reads: Target) -> None:
    assert target(url) == reads


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("http://hooks.example.jp/", Unfit.NOT_HTTPS),
        ("ftp://hooks.example.jp/", Unfit.NOT_HTTPS),
        ("//hooks.example.jp/", Unfit.NOT_HTTPS),
        ("", Unfit.NOT_HTTPS),
        ("https://", Unfit.NAME),
        ("https:///relay", Unfit.NAME),
        ("https://user:pass@hooks.example.jp/", Unfit.CREDENTIALS),
        ("https://@hooks.example.jp/", Unfit.CREDENTIALS),
        ("https://hooks.example.jp#@evil.example/", Unfit.FRAGMENT),
        ("https://hooks.example.jp/#", Unfit.FRAGMENT),
        ("https://hooks.example.jp:8443/", Unfit.PORT),
        ("https://hooks.example.jp:0/", Unfit.PORT),
        ("https://hooks.example.jp:99999/", Unfit.MALFORMED),
        ("https://hooks.example.jp:https/", Unfit.MALFORMED),
        ("https://hooks.example.jp/a b", Unfit.MALFORMED),
        ("https://hooks.exa\tmple.jp/", Unfit.MALFORMED),
        ("https://hooks.example.jp/\r\nHost: inside", Unfit.MALFORMED),
        ("https://hooks.example.jp\\@inside.example/", Unfit.MALFORMED),
        ("https://[::1/", Unfit.MALFORMED),
        ("https://hooks.example.jp/\ud800", Unfit.MALFORMED),
        ("https://[::1]/", Unfit.NAME),
        ("https://[2606:4700::1]/", Unfit.NAME),
        ("https://127.0.0.1/", Unfit.NAME),
        ("https://8.8.8.8/", Unfit.NAME),
        ("https://8.8.8.8./", Unfit.NAME),
        ("https://127.1/", Unfit.NAME),
        ("https://2130706433/", Unfit.NAME),
        ("https://0x7f.0x1/", Unfit.NAME),
        ("https://１２７.０.０.１/", Unfit.NAME),
        ("https://localhost/", Unfit.NAME),
        ("https://hooks_a.example.jp/", Unfit.NAME),
        ("https://%31%32%37.example/", Unfit.NAME),
        ("https://hooks..example/", Unfit.NAME),
        ("https://" + "a" * 64 + ".example/", Unfit.NAME),
        ("https://hooks.example.jp/" + "a" * 2048, Unfit.TOO_LONG),
        ("https://hooks.example.jp/" + "受" * 300, Unfit.TOO_LONG),
    ],
)
def test_what_is_not_fit_is_refused_by_name(url: str, why: Unfit) -> None:
    assert target(url) is why


def test_another_port_is_let_through_where_it_is_allowed() -> None:
    reach = Reach(ports=frozenset({443, 8443}))
    found = target("https://hooks.example.jp:8443/", reach)
    assert found == Target("hooks.example.jp", 8443, "/")


@given(
    st.text() | st.text().map("https://hooks.example.jp/{}".format) | st.from_regex(r"https://.+")
)
def test_every_text_is_a_target_that_reads_back_or_refused(url: str) -> None:
    found = target(url)
    if isinstance(found, Target):
        assert target(found.url) == found
        assert found.url.isascii() and not set(found.url) & set(" \r\n\t\\")
    else:
        assert found in Unfit
