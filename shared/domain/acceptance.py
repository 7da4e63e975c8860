"""Somebody agreed to a version of the terms for their company. Written once, never changed."""

from dataclasses import dataclass
from datetime import datetime

from shared.domain.ids import CompanyId, PersonKey


@dataclass(frozen=True, slots=True)
class Acceptance:
    """`name` is what they were called then."""

    company_id: CompanyId
    version: str
    person: PersonKey
    name: str
    at: datetime
