"""Who is in the week: the agency's people, four companies, thirty candidates. All are made up."""

from dataclasses import dataclass
from typing import Final

from infra.local.story.calendar import of_throw_away_address
from infra.local.story.cast import Candidate, Member
from infra.local.story.coming import burst

MANAGER: Final = Member("森 美咲", "misaki@agency.example", "manager")
ADVISER: Final = Member("林 健", "ken@agency.example", "adviser")
OTHER: Final = Member("Haruka Tani", "haruka@agency.example", "adviser")


@dataclass(frozen=True, slots=True)
class Company:
    """`key` is how the week calls it."""

    key: str
    name: str

    @property
    def email(self) -> str:
        return f"saiyo@{self.key}.example"


ASAHI: Final = Company("asahi", "株式会社あさひ設計")
HIKARI: Final = Company("hikari", "ひかり商事株式会社")
MIRAI: Final = Company("mirai", "株式会社みらい製作所")
YAMATO: Final = Company("yamato", "やまと運輸サービス株式会社")
COMPANIES: Final = (ASAHI, HIKARI, MIRAI, YAMATO)
"""The first has ten and a credit; the second sent a mail to all; the third's link went about; the
fourth lets somebody go who is forgotten.
"""
EVERYBODY: Final = [Candidate.number(n) for n in range(30)]
TEN_AND_MORE: Final = EVERYBODY[:12]
LET_GO: Final = EVERYBODY[12:14]
MIS_SENT: Final = EVERYBODY[14:18]
STAYS: Final = MIS_SENT[-1]
"""Whom the company wrote to rightly: the agency lets the count be."""
QUIET: Final = EVERYBODY[18:22]
"""Of the fourth."""
BURST: Final = burst(EVERYBODY[22:28])
"""From one place, within minutes: from the fifth on somebody looks."""
HONEST, FRAUD = BURST[4], BURST[5]
"""Both are held: one counts after a look, one never."""
THROWN_AWAY: Final = [of_throw_away_address(n) for n in (28, 29)]
LATER: Final = BURST[0]
"""Counted at once, and taken back once more was known."""
FREE, PAID, FORGOTTEN = LET_GO[0], TEN_AND_MORE[0], QUIET[0]
"""Who joins by a credit, who joins for a fee, who asks to be erased."""
