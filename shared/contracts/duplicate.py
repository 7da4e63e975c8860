"""Pairs of files that may be one person's."""

from pydantic import AwareDatetime

from shared.contracts.wire import Answer, Body
from shared.domain.duplicate import Answer as Verdict
from shared.domain.duplicate import Sign


class KeepRequest(Body):
    """`keep` is one of the two: what it says of the candidate stays, the other fills the gaps."""

    keep: str


class Side(Answer):
    """One of the two, as far as somebody must see to tell them apart."""

    candidate_id: str
    full_name: str
    email: str
    phone: str | None
    desired_occupation: str | None
    desired_location: str | None
    opened_at: AwareDatetime


class DuplicateAnswer(Answer):
    duplicate_id: str
    signs: list[Sign]
    found_at: AwareDatetime
    sides: list[Side]


class DuplicatePage(Answer):
    items: list[DuplicateAnswer]
    next_cursor: str | None


class DuplicateDecided(Answer):
    """`candidate_id` is the file both are found in now; both stay where they are distinct."""

    duplicate_id: str
    answer: Verdict
    candidate_id: str | None = None
