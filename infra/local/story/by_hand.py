"""What an adviser does on the desk's own pages, because no path under /v1 does it."""

from dataclasses import dataclass
from typing import Final

import pyotp

from infra.local.story.cast import Candidate
from infra.local.story.desk import ADVISER
from infra.local.story.seated import Seated
from infra.local.story.signing_in import SECOND, WHENCE
from infra.local.story.world import World
from shared import clock
from shared.domain.tokyo import day

RIGHTS, COMPLAINTS = "/agency/rights", "/agency/complaints"
ASKED: Final = "私の情報がどの企業に渡ったかを、すべて知りたい。"
COMPLAINED: Final = "面接の日程の連絡が、約束の日より2日遅れた。次は遅れる前に知らせてほしい。"


@dataclass(frozen=True, slots=True)
class Desk:
    """An adviser's, signed in with both codes."""

    adviser: Seated

    @classmethod
    def opened(cls, world: World) -> "Desk":
        own = Seated.at(world, ADVISER, WHENCE)
        code = pyotp.TOTP(world.seconds[ADVISER]).at(clock.now())
        own.fills(SECOND, own.reads(SECOND), code=code)
        return cls(own)

    def says_how_it_is_read(self, candidate_id: str, reading: str) -> None:
        """So that kana and romaji find them."""
        path = f"/agency/candidates/{candidate_id}/reading"
        self._fills(path, path, reading=reading)

    def is_asked_for_their_data(self, candidate: Candidate) -> None:
        self._fills(
            f"{RIGHTS}/new",
            RIGHTS,
            whose=candidate.email,
            wanted="provisions",
            came_by="email",
            received_on=_today(),
            text=ASKED,
        )

    def hears_a_complaint(self) -> None:
        self._fills(
            f"{COMPLAINTS}/new",
            COMPLAINTS,
            by="candidate",
            kind="introduction",
            received_on=_today(),
            text=COMPLAINED,
        )

    def _fills(self, form: str, to: str, **typed: str) -> None:
        self.adviser.fills(to, self.adviser.reads(form), "once", **typed)


def _today() -> str:
    return str(day(clock.now()))
