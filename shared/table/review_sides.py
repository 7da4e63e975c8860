"""What stands beside a registration that somebody looks at: by whose link it came, whose file it is
in, whether its company asked to take it back.
"""

from dataclasses import dataclass

from shared.domain.ids import CandidateId, PersonKey
from shared.domain.registration import Registration
from shared.table import keys
from shared.table.commit import Table


@dataclass(frozen=True, slots=True)
class Sides:
    """
    Args:
        candidate_id: the file of whoever has its address now.
        doubted: its company said it was made by mistake, and nobody decided yet.
    """

    company: str | None
    link: str | None
    candidate_id: CandidateId | None
    doubted: bool


@dataclass(frozen=True, slots=True)
class ReviewSides:
    table: Table

    def of(self, seen: Registration, person: PersonKey) -> Sides:
        """One request."""
        company, link, file, doubt = self.table.get_all(
            keys.company(seen.company_id),
            keys.link(seen.company_id, seen.link_id),
            keys.whose_file(person),
            keys.reversal(seen.registration_id),
        )
        return Sides(
            company["name"] if company else None,
            link["label"] if link else None,
            CandidateId(file["candidate_id"]) if file else None,
            keys.DUE_PARTITION in (doubt or {}),
        )
