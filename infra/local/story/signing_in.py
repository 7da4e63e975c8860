"""The agency's people sign in once, so that each has a second factor whose secret is known here."""

from typing import Final

import pyotp

from infra.local.story.cast import Member
from infra.local.story.seated import SIGN_IN, Seated, found
from infra.local.story.world import World
from shared import clock

SECOND: Final = f"{SIGN_IN}/second"
WHENCE: Final = "192.0.2.200"


def enrols(world: World, member: Member) -> str:
    """The secret: what an authenticator app is told, or `make second` reads."""
    own = Seated.at(world, member.email, WHENCE)
    page = own.reads(SECOND)
    secret = found(r"<code[^>]*>([A-Z2-7 ]+)</code>", page).replace(" ", "")
    own.fills(SECOND, page, "sealed", code=pyotp.TOTP(secret).at(clock.now()))
    return secret
