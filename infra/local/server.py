"""The engine and its front door: two ports, one event loop, one thread of this process."""

import asyncio
import socket
import threading
from collections.abc import Callable
from typing import Any, Self

from hypercorn.asyncio.run import worker_serve
from hypercorn.config import Config, Sockets
from hypercorn.utils import wrap_app

from infra.local.refusal import RefusedError

type Asgi = Callable[..., Any]
_START_S, _STOP_S = 30.0, 20.0


class Server:
    """Serves until it is closed; closing lets the engine save its state."""

    def __init__(self, apps: list[tuple[Asgi, socket.socket]]) -> None:
        self._apps = apps
        self._loop = asyncio.new_event_loop()
        self._stop = asyncio.Event()
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True, name="engine")

    def __enter__(self) -> Self:
        self._thread.start()
        if not self._ready.wait(_START_S) or not self._thread.is_alive():
            raise RefusedError("the engine did not start; relay.log says why")
        return self

    def __exit__(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join(_STOP_S)

    def call[T](self, work: Callable[[], T]) -> T:
        """Run `work` on the loop, where no request is half done."""

        async def working() -> T:
            return work()

        return asyncio.run_coroutine_threadsafe(working(), self._loop).result(60)

    def _run(self) -> None:
        try:
            self._loop.run_until_complete(self._serve())
        finally:
            self._ready.set()

    async def _serve(self) -> None:
        serving = [self._loop.create_task(self._one(app, port)) for app, port in self._apps]
        await asyncio.gather(*serving)

    async def _one(self, app: Asgi, port: socket.socket) -> None:
        config = Config()
        config.include_server_header = False
        config.graceful_timeout = 3
        config.keep_alive_timeout = 75
        config.accesslog = config.errorlog = None
        await worker_serve(
            wrap_app(self._told(app), config.wsgi_max_body_size, "asgi"),
            config,
            sockets=Sockets([], [port], []),
            shutdown_trigger=self._stop.wait,
        )

    def _told(self, app: Asgi) -> Asgi:
        """Notice the end of the first app's start: then everything can be asked."""
        if app is not self._apps[0][0]:
            return app

        async def telling(scope: Any, receive: Any, send: Any) -> None:
            async def heard(message: Any) -> None:
                await send(message)
                if message["type"] == "lifespan.startup.complete":
                    self._ready.set()

            await app(scope, receive, heard if scope["type"] == "lifespan" else send)

        return telling
