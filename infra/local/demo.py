"""`make demo`: ten people a company let go are handed on, and the company earns its credit."""

import secrets
import sys
from dataclasses import dataclass
from typing import Any, Final

from rich.progress import track

from infra.local.place import Place
from infra.local.progress import Progress
from infra.local.refusal import RefusedError
from infra.local.seed import COMPANY
from infra.local.visit import Relay, until

_NAMES: Final = (
    "佐藤 蒼", "鈴木 陽菜", "高橋 湊", "田中 凛", "伊藤 律", "渡辺 結愛", "山本 蓮", "中村 紬",
    "小林 暖", "加藤 澪",
)  # fmt: skip
_LONGEST_S: Final = 60


@dataclass(frozen=True, slots=True)
class Candidate:
    """Made up anew in every run: nobody counts twice in a year."""

    full_name: str
    email: str
    address: str

    @classmethod
    def number(cls, n: int, run: str) -> "Candidate":
        host = f"mail{n % 3}.example.com"
        return cls(_NAMES[n], f"candidate.{run}.{n}@{host}", f"203.0.113.{n + 1}")

    def register(self, relay: Relay) -> None:
        link = relay.known["company"]["link_url"]
        _expect(200, relay.ask("GET", link, self.address))
        form = {
            "email": self.email,
            "full_name": self.full_name,
            "locale": "ja",
            "consents": {"core": True},
        }
        taken = _expect(202, relay.ask("POST", f"{link}/registrations", self.address, json=form))
        typed = {"code": relay.code_for(self.email)}
        verification = f"/registrations/{taken['registration_id']}/verification"
        _expect(200, relay.ask("POST", verification, self.address, json=typed))


def main() -> int:
    try:
        demonstrate(Relay.running(Place.named_by_environment()), Progress())
    except RefusedError as why:
        print(f"The demo cannot go on: {why}.", file=sys.stderr)
        return 1
    return 0


def demonstrate(relay: Relay, progress: Progress) -> None:
    run, before = secrets.token_hex(3), _credits(relay)
    wrote_before = len(relay.mails_to(COMPANY["contact_email"]))
    people = [Candidate.number(n, run) for n in range(len(_NAMES))]
    for person in track(people, "Ten people register", console=progress.console):
        person.register(relay)
    with progress.step("wait for the credit and the mail about it"):
        earned = until(lambda: _credits(relay)[len(before) :], "no credit came", _LONGEST_S)
        mail = until(lambda: _mails(relay)[: -wrote_before or None], "no mail came", _LONGEST_S)
    progress.say(f"\nProgress  {relay.of_company('/v1/progress')}")
    progress.say(f"Credit    {earned[-1]}")
    progress.say(f"\n{mail[0]['subject']}\n\n{mail[0]['text']}")


def _credits(relay: Relay) -> list[Any]:
    items: list[Any] = relay.of_company("/v1/credits?limit=100")["items"]
    return sorted(items, key=lambda credit: credit["number"])


def _mails(relay: Relay) -> list[dict[str, Any]]:
    return relay.mails_to(COMPANY["contact_email"])


def _expect(status: int, answer: Any) -> Any:
    if answer.status_code != status:
        raise RefusedError(f"{answer.url} was answered {answer.status_code}: {answer.text[:500]}")
    return answer.json() if "json" in answer.headers["content-type"] else None


if __name__ == "__main__":
    sys.exit(main())
