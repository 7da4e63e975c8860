"""Somebody signed in, as their browser would be."""

import re
from dataclasses import dataclass
from typing import Any, Final

import httpx

from infra.local.refusal import RefusedError
from infra.local.story.world import World

SIGN_IN: Final = "/sign-in"
IN_JSON: Final = {"Accept": "application/json"}


@dataclass(frozen=True, slots=True)
class Seated:
    world: World
    cookie: str
    visitor: str = ""

    @classmethod
    def at(cls, world: World, email: str, visitor: str = "") -> "Seated":
        """They type the code of their mail; nobody waits for it: it is derived, as for the mail.

        httpx keeps no `__Host-` cookie of http://127.0.0.1; a browser does.
        """
        wish = {"email": email}
        asked = world.ask("POST", SIGN_IN, visitor, json=wish, headers=IN_JSON).json()["sign_in_id"]
        typed = {"sign_in_id": asked, "code": world.pepper.sign_in_code(asked, 1)}
        answer = world.ask("POST", f"{SIGN_IN}/verification", visitor, json=typed, headers=IN_JSON)
        return cls(world, answer.headers["set-cookie"].partition(";")[0], visitor)

    def reads(self, path: str) -> str:
        return self._ask("GET", path).text

    def sends(self, path: str, *names: str) -> None:
        """The form of a page, with what is hidden in it."""
        self.fills(path, self.reads(path), "once", *names)

    def fills(self, path: str, page: str, *names: str, **typed: str) -> None:
        """A form that was read before."""
        form = {name: hidden(page, name) for name in ("form", *names)}
        self._ask("POST", path, data=form | typed)

    def says(self, path: str, body: Any) -> None:
        """JSON, as a script of a page of theirs sends it."""
        word = hidden(self.reads("/console/members"), "form")
        self._ask("POST", path, headers={"X-Relay-Form": word}, json=body)

    def _ask(self, method: str, path: str, **how: Any) -> httpx.Response:
        headers = {"Cookie": self.cookie, **how.pop("headers", {})}
        return self.world.ask(method, path, self.visitor, headers=headers, **how)


def hidden(page: str, name: str) -> str:
    return found(rf'name="{name}" value="([^"]+)"', page)


def found(pattern: str, page: str) -> str:
    """Raises RefusedError."""
    said = re.search(pattern, page)
    if said is None:
        raise RefusedError(f"the demo stopped: no {pattern} in a page")
    return said[1]
