"""A company's credits as one would keep them on paper. Nothing of the product is used here."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta


@dataclass
class Credit:
    number: int
    until: datetime
    born: tuple[datetime, int]
    state: str = "available"
    turn: int = 0
    restored: bool = False


@dataclass
class Paper:
    """`gone` are milestones that no longer stand: withdrawn, or their credit voided."""

    people: int = 0
    reached: int = 0
    gone: int = 0
    waiting: list[int] = field(default_factory=list)
    credits: dict[int, Credit] = field(default_factory=dict)
    said: dict[str, int] = field(default_factory=dict)
    months: int = 24
    back_for: int = 90

    @property
    def over(self) -> int:
        """People since the last milestone that stands; below 0 what is owed."""
        return self.people - 10 * (self.reached - self.gone)

    def note(self, kind: str, amount: int = 1) -> None:
        self.said[kind] = self.said.get(kind, 0) + amount

    def register(self) -> None:
        self.people += 1
        if self.over == 10:
            self.reached += 1
            self.waiting.append(self.reached)

    def grant(self, number: int, now: datetime) -> None:
        if number in self.waiting:
            self.waiting.remove(number)
            self._begin(number, now)
            self.note("grant")

    def _begin(self, number: int, now: datetime) -> None:
        self.credits[number] = Credit(number, months_on(now, self.months), (now, number))

    def reverse(self) -> None:
        if self.over == 0 and self.waiting:
            self.waiting.remove(max(self.waiting))
            self.gone += 1
        elif self.over == 0 and self.free():
            self._void()
        self.people -= 1
        self.note("uncount")

    def settle(self) -> None:
        while self.over < 0 and self.free():
            self._void()

    def _void(self) -> None:
        newest = max(self.free(), key=lambda credit: credit.born)
        newest.state = "voided"
        self.gone += 1
        self.note("void")

    def free(self) -> list[Credit]:
        return [credit for credit in self.credits.values() if credit.state == "available"]

    def soonest(self, now: datetime) -> Credit | None:
        good = [credit for credit in self.free() if credit.until > now]
        return min(good, key=lambda credit: (credit.until, credit.number), default=None)

    def reserve(self, credit: Credit) -> None:
        credit.state, credit.turn = "reserved", credit.turn + 1
        self.note("reserve")

    def may(self, act: str, number: int, now: datetime) -> bool:
        credit = self.credits[number]
        match act:
            case "release" | "consume":
                return credit.state == "reserved"
            case "expire":
                return credit.state == "available" and credit.until <= now
            case "restore":
                return credit.state == "consumed" and not credit.restored
        return credit.state == "available"

    def act(self, act: str, number: int, now: datetime) -> None:
        credit, self.credits[number].state = self.credits[number], AFTER[act]
        self.note("adjust" if act == "take" else act)
        if act == "restore":
            credit.restored = True
            midnight = datetime(now.year, now.month, now.day, tzinfo=UTC)
            credit.until = max(credit.until, midnight + timedelta(days=self.back_for + 1))

    def give(self, now: datetime) -> None:
        self.note("adjust")
        self._begin(-self.said["adjust"], now)


AFTER = {
    "release": "available",
    "consume": "consumed",
    "expire": "expired",
    "restore": "available",
    "take": "voided",
}


def months_on(day: datetime, months: int) -> datetime:
    """The same day of a later month, or that month's last."""
    first = day.replace(day=1)
    for _ in range(months):
        first = (first + timedelta(days=31)).replace(day=1)
    later = first + timedelta(days=day.day - 1)
    while later.month != first.month:
        later -= timedelta(days=1)
    return later
