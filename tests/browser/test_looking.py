"""What the story asks of every page can be refused."""

import pytest

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
    with pytest.raises(AssertionError):
        looking.is_whole(page, 390)


def test_a_page_like_any_other_is_good(show: Show) -> None:
    page = show(PAGE.format("<p>text</p>"))
    looking.is_for_everybody(page)
    looking.is_whole(page, 390)
