"""What a page costs a phone: itself, and nothing beside it."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import Browser

from shared.pages.csp import policy
from tests.unit.pages.shown import PAGES

pytestmark = pytest.mark.browser


class Serving(ThreadingHTTPServer):
    asked: list[str]


class Landing(BaseHTTPRequestHandler):
    server: Serving

    def do_GET(self) -> None:
        self.server.asked.append(self.path)
        body = PAGES["landing-ja"].encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Security-Policy", policy())
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Quiet."""


@pytest.fixture
def serving() -> Iterator[Serving]:
    with Serving(("127.0.0.1", 0), Landing) as server:
        server.asked = []
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


def test_landing_is_one_request_icons_and_all(browser: Browser, serving: Serving) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(f"http://127.0.0.1:{serving.server_address[1]}/r/x", wait_until="networkidle")
        assert page.locator("link[rel=apple-touch-icon]").count() == 1
    assert serving.asked == ["/r/x"]
