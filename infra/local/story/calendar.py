"""Who comes when: by whose link, and who of them is not simply somebody new."""

from dataclasses import replace
from itertools import count
from typing import Final

from infra.local.story.cast import AOZORA, Candidate

type Arrivals = dict[str, list[Candidate]]

DAYS: Final = (
    # days ago, and how many come to minato, aozora, kawasemi
    (660, 10, 0, 0),
    (182, 0, 3, 2),
    (168, 0, 3, 2),
    (154, 0, 2, 3),
    (140, 2, 1, 3),
    (126, 0, 1, 0),
    (112, 0, 2, 1),
    (98, 0, 2, 1),
    (84, 1, 2, 1),
    (70, 0, 2, 1),
    (56, 1, 1, 1),
    (42, 0, 1, 1),
    (28, 0, 0, 1),
    (21, 0, 0, 1),
    (14, 0, 0, 1),
    (7, 0, 1, 0),
    (1, 1, 0, 0),
    (0, 0, 0, 0),
)
"""Ten for みなと long ago, so that its credit nears its end; twenty and some for あおぞら; nineteen
for かわせみ, whose figures say so: nine, and three times three."""
THROW_AWAY: Final = "mailinator.com"


def arrivals() -> dict[int, Arrivals]:
    """By days ago. Everybody is somebody else."""
    numbers, found = count(), {}
    for ago, *each in DAYS:
        found[ago] = {
            key: [Candidate.number(next(numbers)) for _ in range(many)]
            for key, many in zip(("minato", "aozora", "kawasemi"), each, strict=True)
        }
    return found


def of_throw_away_address(n: int) -> Candidate:
    somebody = Candidate.number(n)
    return replace(somebody, email=somebody.email.replace("mail.example.com", THROW_AWAY))


def of_the_companys_domain(n: int) -> Candidate:
    """あおぞら's: somebody who works there, perhaps to try the link."""
    somebody, domain = Candidate.number(n), AOZORA.owner.email.partition("@")[2]
    return replace(somebody, email=f"demo.{n}@{domain}")


def by_another_address(n: int) -> Candidate:
    """The same name and wishes: the agency is asked whether it is one person."""
    somebody = Candidate.number(n)
    return replace(somebody, email=f"another.{somebody.email}", address=f"198.51.100.{n}")
