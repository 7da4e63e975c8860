"""`make second`: the codes an authenticator app would show now, for who has none at hand."""

import os
import sys
import time
from collections.abc import Iterator
from typing import Any, Final

import pyotp

from infra.local import outputs
from infra.local.place import Place
from infra.local.refusal import RefusedError

HALF_MINUTE: Final = 30
LONG: Final = 32


def main() -> int:
    try:
        lines = list(codes(_secrets(), time.time()))
    except RefusedError as why:
        print(f"There is no code: {why}.", file=sys.stderr)
        return 1
    print(*lines, sep="\n")
    return 0


def codes(secrets: dict[str, str], now: float) -> Iterator[str]:
    """Each with whom it is for."""
    left = HALF_MINUTE - int(now) % HALF_MINUTE
    for who, secret in secrets.items():
        yield f"{pyotp.TOTP(secret).at(int(now))}  {who}"
    yield f"Good for {left} s, and once; then there are others."


def _secrets() -> dict[str, str]:
    """What the sign-in page shows and SECRET says; or those of the demo's people."""
    if said := os.environ.get("SECRET"):
        return {"by that secret": _checked(said)}
    try:
        known: dict[str, Any] = outputs.show(Place.named_by_environment())
    except FileNotFoundError as why:
        raise RefusedError("no relay is running here; start one first: make run") from why
    people = known.get("demo", {}).get("agency", [])
    found = {f"{m['email']} ({m['role']})": m["second_factor"] for m in people}
    if not found:
        raise RefusedError('there is no demo here; say SECRET="...", as the sign-in page shows it')
    return found


def _checked(said: str) -> str:
    secret = "".join(said.split()).upper()
    if len(secret) != LONG or set(secret) - set("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"):
        raise RefusedError("a secret is 32 letters and digits from 2 to 7, as the page shows it")
    return secret


if __name__ == "__main__":
    sys.exit(main())
