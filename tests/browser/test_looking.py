"""What the story asks of every page can be refused."""

import pytest

from infra.local.refusal import RefusedError
from tests.browser.conftest import Show
from tests.live.story import looking

pytestmark = pytest.mark.browser
PAGE = "<!doctype html><html lang=en><title>x</title><main><h1>x</h1>{}</main>"


def test_what_nobody_can_read_is_told(show: Show) -> None:
    page = show(PAGE.format('<p style="color:#ccc">pale</p>'))
    with pytest.raises(AssertionError, match="color-contrast"):
        looking.is_for_everybody(page)


def test_what_hangs_out_is_told(show: Show) -> None:
    page = show(PAGE.format('<p style="width:500px">wide</p>'))
    with pytest.raises(RefusedError, match="as narrow as 390"):
        looking.is_whole(page, 390)


def test_a_page_like_any_other_is_good(show: Show) -> None:
    page = show(PAGE.format("<p>text</p>"))
    looking.is_for_everybody(page)
    looking.is_whole(page, 390)


def test_what_says_other_words_has_the_same_shape(show: Show) -> None:
    one = looking.shape(show(PAGE.format('<p><a href="/one">one</a></p>')))
    assert looking.shape(show(PAGE.format('<p><a href="/other">other</a></p>'))) == one


@pytest.mark.parametrize(
    "other", ['<p><a href="/one"></a></p>', '<p class="pale"><a href="/one">one</a></p>']
)
def test_what_says_nothing_or_looks_otherwise_has_another_shape(show: Show, other: str) -> None:
    one = looking.shape(show(PAGE.format('<p><a href="/one">one</a></p>')))
    assert looking.shape(show(PAGE.format(other))) != one


def test_the_same_page_in_another_width_has_another_shape(show: Show) -> None:
    page = show(PAGE.format("<p>text</p>"))
    phone = looking.shape(page)
    page.set_viewport_size({"width": 1280, "height": 800})
    assert looking.shape(page) != phone
