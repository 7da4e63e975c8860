"""Somebody signed in to their company's console, as their browser would be."""

import re
from dataclasses import dataclass
from typing import Any

from infra.local.refusal import RefusedError
from infra.local.story.world import World


@dataclass(frozen=True, slots=True)
class Seated:
    world: World
    cookie: str

    @classmethod
    def at(cls, world: World, email: str) -> "Seated":
        """They type the code of their mail."""
        asked = world.ask("POST", "/sign-in", json={"email": email}).json()["sign_in_id"]
        code = world.pepper.sign_in_code(asked, 1)
        typed = {"sign_in_id": asked, "code": code}
        answer = world.ask("POST", "/sign-in/verification", json=typed)
        return cls(world, answer.headers["set-cookie"].partition(";")[0])

    def reads(self, path: str) -> str:
        return self.world.ask("GET", path, headers={"Cookie": self.cookie}).text

    def sends(self, path: str, *hidden: str) -> None:
        """The form of a page, with what is hidden in it."""
        page = self.reads(path)
        form = {name: _hidden(page, name) for name in ("form", "once", *hidden)}
        self.world.ask("POST", path, headers={"Cookie": self.cookie}, data=form)

    def says(self, path: str, body: Any) -> None:
        """JSON, as a script of a page of theirs sends it."""
        word = _hidden(self.reads("/console/members"), "form")
        told = {"Cookie": self.cookie, "X-Relay-Form": word}
        self.world.ask("POST", path, headers=told, json=body)


def _hidden(page: str, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]+)"', page)
    if found is None:
        raise RefusedError(f"the demo stopped: a page has no {name}")
    return found[1]
