"""A wire that ends at a fake vendor in this process: for properties that ask thousands of times."""

from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

from shared.connectors.exchange import Answer, Request
from shared.connectors.wire import Wire
from shared.domain.trouble import Trouble
from tests.support.vendors.serving import Asked, Reply, Vendor, said


class Says(Wire):
    """Answers every question the same way."""

    def __init__(self, answers: Callable[[Request], Answer | Trouble]) -> None:
        self._answers = answers

    def ask(self, request: Request) -> Answer | Trouble:
        return self._answers(request)


def direct(vendor: Vendor, wrong: Callable[[], Reply | None]) -> Wire:
    """`wrong` says what goes wrong with the next question, if anything."""

    def answers(request: Request) -> Answer:
        reply = wrong() or vendor.answer(_asked(request))
        headers = {name.lower(): value for name, value in reply.headers.items()}
        return Answer(reply.status, headers, said(reply))

    return Says(answers)


def _asked(request: Request) -> Asked:
    parts = urlsplit(request.url)
    query = {name: values[0] for name, values in parse_qs(parts.query).items()}
    headers = {name.lower(): value for name, value in request.headers.items()}
    return Asked(request.method, parts.path, query, headers, request.body or b"")
