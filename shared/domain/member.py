"""Who works at the agency, and as what."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Role(StrEnum):
    ADVISER = "adviser"
    MANAGER = "manager"


@dataclass(frozen=True, slots=True)
class Member:
    name: str
    email: str
    role: Role
    since: datetime
