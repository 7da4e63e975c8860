"""A page without scripts, shown again where there are: axe, which looks at it, is a script."""

from collections.abc import Callable

from playwright.sync_api import Page


class Twin:
    """`opens` makes a page; only a reader without scripts needs one."""

    def __init__(self, opens: Callable[[], Page]) -> None:
        self._opens = opens
        self._page: Page | None = None

    def of(self, page: Page) -> Page:
        """The same document in the same width."""
        twin = self._page = self._page or self._opens()
        url, body = page.url, page.content()
        if page.viewport_size:
            twin.set_viewport_size(page.viewport_size)
        twin.route(url, lambda route: route.fulfill(body=body, content_type="text/html"))
        twin.goto(url)
        twin.unroute_all()
        return twin

    def ends(self) -> None:
        if self._page:
            self._page.context.close()
