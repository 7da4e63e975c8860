"""A link is opened: by scanners, by people, and by some who register."""

from dataclasses import dataclass, replace
from typing import Final

from infra.local.story.cast import Candidate
from infra.local.story.world import World
from shared.domain.ids import RegistrationId

SCANNER: Final = {"User-Agent": "Mozilla/5.0 (compatible; Proofpoint URL Defense scan)"}
ELSEWHERE: Final = "198.51.100.1"


@dataclass(frozen=True, slots=True)
class Coming:
    """Somebody, by a link. `types` the code that was mailed, or never does."""

    candidate: Candidate
    link: str
    types: bool = True


def comes(world: World, one: Coming) -> str:
    """The registration's id. Before them their mailbox looked at the link, as mailboxes do."""
    is_scanned(world, one.link)
    visitor = one.candidate.address
    world.ask("GET", one.link, visitor)
    form = {
        "email": one.candidate.email,
        "full_name": one.candidate.full_name,
        "locale": "ja",
        "desired_occupation": one.candidate.occupation,
        "desired_location": one.candidate.location,
        "phone": one.candidate.phone,
        "consents": {"core": True, "news": one.candidate.news, "statistics": True},
    }
    taken = world.ask("POST", f"{one.link}/registrations", visitor, json=form).json()
    registration = str(taken["registration_id"])
    if one.types:
        code = world.pepper.code(RegistrationId(registration), 1)
        path = f"/registrations/{registration}/verification"
        world.ask("POST", path, visitor, json={"code": code})
    return registration


def is_scanned(world: World, link: str) -> None:
    world.ask("HEAD", link, ELSEWHERE, headers=SCANNER)


def is_opened(world: World, link: str) -> None:
    """By somebody who goes on without registering."""
    world.ask("GET", link, ELSEWHERE)


def burst(candidates: list[Candidate]) -> list[Candidate]:
    """All from one place, within minutes: from the fifth on somebody looks."""
    return [replace(one, address="192.0.2.77") for one in candidates]
