"""The agency's people sign in once, so that each has a second factor whose secret is known here."""

import re
from typing import Any, Final

import httpx
import pyotp

from infra.local.refusal import RefusedError
from infra.local.story.cast import Member
from infra.local.story.world import World
from shared import clock

PATH: Final = "/sign-in"
SECOND: Final = f"{PATH}/second"
WHENCE: Final = "192.0.2.200"


def enrols(world: World, member: Member) -> str:
    """The secret: what an authenticator app is told, or `make second` reads."""
    own = _session(_typed(world, member))
    page = world.ask("GET", SECOND, WHENCE, headers=own).text
    secret = _found(r"<code[^>]*>([A-Z2-7 ]+)</code>", page).replace(" ", "")
    form = {name: _found(rf'name="{name}" value="([^"]+)"', page) for name in ("form", "sealed")}
    code = pyotp.TOTP(secret).at(clock.now())
    world.ask("POST", SECOND, WHENCE, headers=own, data={**form, "code": code})
    return secret


def _typed(world: World, member: Member) -> httpx.Response:
    """Nobody waits for the mail: the code is derived, as it is where it is mailed."""
    wants: dict[str, Any] = {"headers": {"Accept": "application/json"}}
    asked = world.ask("POST", PATH, WHENCE, json={"email": member.email}, **wants)
    said = {"sign_in_id": asked.json()["sign_in_id"]}
    said["code"] = world.pepper.sign_in_code(said["sign_in_id"], 1)
    return world.ask("POST", f"{PATH}/verification", WHENCE, json=said, **wants)


def _session(answer: httpx.Response) -> dict[str, str]:
    """httpx keeps no `__Host-` cookie of http://127.0.0.1; a browser does."""
    return {"Cookie": answer.headers["set-cookie"].partition(";")[0]}


def _found(pattern: str, page: str) -> str:
    found = re.search(pattern, page)
    if not found:
        raise RefusedError(f"the demo stopped: no {pattern} in the page of the second factor")
    return found[1]
