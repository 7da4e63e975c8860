"""What a visitor of this machine's relay meets first."""

from dataclasses import replace
from typing import Any

from infra.local.front import mailbox, statics
from infra.local.front.compression import compressed
from infra.local.front.http import Answer, GoneError, Request, TooLargeError, read
from infra.local.front.origin import Origin
from infra.local.front.visitor import address
from infra.local.journal import Journal
from infra.local.server import Asgi

_JSON = [(b"content-type", b"application/json")]
_TOO_LARGE = Answer(413, _JSON, b'{"message":"Request Entity Too Large"}')
_NOT_YET = Answer(503, [*_JSON, (b"retry-after", b"1")], b'{"message":"Service Unavailable"}')


class FrontDoor:
    """An ASGI application. Other paths are the API's, so the engine's own are not seen here."""

    def __init__(self, url: str) -> None:
        self._origin = Origin(_nothing, "", "", url)
        self._journal: Journal | None = None

    def opens_onto(self, app: Asgi, journal: Journal) -> None:
        self._origin = replace(self._origin, app=app)
        self._journal = journal

    def leads_to(self, api_id: str, secret: str) -> None:
        self._origin = replace(self._origin, api_id=api_id, secret=secret)

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] == "lifespan":
            await _live(receive, send)
        elif scope["type"] == "http":
            await self._serve(scope, receive, send)
        else:
            await send({"type": "websocket.close", "code": 1008})

    async def _serve(self, scope: Any, receive: Any, send: Any) -> None:
        try:
            request = await read(scope, receive)
            answer = compressed(request, await self._answer(request))
        except TooLargeError:
            answer = replace(_TOO_LARGE, headers=[*_JSON, (b"connection", b"close")])
        except GoneError:
            return
        await answer.send(send, scope["method"])

    async def _answer(self, request: Request) -> Answer:
        if self._journal and mailbox.is_asked(request):
            return mailbox.answer(request, self._journal)
        if statics.is_asked(request):
            return statics.answer(request)
        if not self._origin.api_id:
            return _NOT_YET
        visitor = address(request.peer, request.header(b"x-forwarded-for"))
        return await self._origin.ask(request, visitor)


async def _live(receive: Any, send: Any) -> None:
    while (await receive())["type"] == "lifespan.startup":
        await send({"type": "lifespan.startup.complete"})
    await send({"type": "lifespan.shutdown.complete"})


async def _nothing(*_: Any) -> None:
    """Before the engine is there."""
