"""A candidate for a job order: asked first, recommended then, and what came of it."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Final

from shared.domain.credit import Lot
from shared.domain.errors import StateForbids
from shared.domain.ids import CandidateId, CompanyId, JobOrderId, RecommendationId


class Stage(StrEnum):
    ASKED = "asked"
    """The candidate was asked whether this company may see them for this job."""
    CONSENTED = "consented"
    REFUSED = "refused"
    RECOMMENDED = "recommended"
    INTERVIEWING = "interviewing"
    OFFERED = "offered"
    JOINED = "joined"
    DECLINED = "declined"
    LEFT = "left"


FOLLOWS: Final[dict[Stage, frozenset[Stage]]] = {
    Stage.ASKED: frozenset({Stage.CONSENTED, Stage.REFUSED, Stage.DECLINED}),
    Stage.CONSENTED: frozenset({Stage.RECOMMENDED, Stage.REFUSED, Stage.DECLINED}),
    Stage.REFUSED: frozenset({Stage.CONSENTED}),
    Stage.RECOMMENDED: frozenset({Stage.INTERVIEWING, Stage.OFFERED, Stage.JOINED, Stage.DECLINED}),
    Stage.INTERVIEWING: frozenset({Stage.OFFERED, Stage.JOINED, Stage.DECLINED}),
    Stage.OFFERED: frozenset({Stage.JOINED, Stage.DECLINED}),
    Stage.JOINED: frozenset({Stage.LEFT}),
}
"""What may come next; nothing follows the others. Only the candidate takes their own no back."""
NEXT: Final[dict[Stage, str]] = {
    Stage.ASKED: "the candidate has not answered yet; wait for their yes",
    Stage.CONSENTED: "the candidate said yes; recommend them to the company first",
    Stage.REFUSED: "the candidate said no; only they can take it back",
    Stage.RECOMMENDED: "the company was shown the candidate; say the outcome",
    Stage.INTERVIEWING: "an interview is said already; say what came of it",
    Stage.OFFERED: "an offer is said already; say what came of it",
    Stage.JOINED: "the candidate joined; only a leaving may follow",
    Stage.DECLINED: "somebody declined; ask the candidate anew",
    Stage.LEFT: "the candidate left the company; ask them anew",
}
"""What there is to do about it, where a move is refused."""
RUNNING: Final = frozenset({stage for stage, after in FOLLOWS.items() if Stage.DECLINED in after})
"""Nothing came of it yet, and nobody said no."""
ENDED: Final = frozenset({Stage.DECLINED, Stage.LEFT})
"""The same candidate may be asked about the same job again. Who said no is not."""
UNDER_WAY: Final = frozenset({Stage.RECOMMENDED, Stage.INTERVIEWING, Stage.OFFERED})
"""The company was shown them, and neither side said no yet."""


class Item(StrEnum):
    """What of a candidate's file a company may be shown."""

    NAME = "name"
    EMAIL = "email"
    PHONE = "phone"
    OCCUPATION = "occupation"
    LOCATION = "location"
    CV = "cv"
    SUMMARY = "summary"
    """What the adviser writes about them."""


USUAL: Final = (Item.NAME, Item.OCCUPATION, Item.LOCATION, Item.CV, Item.SUMMARY)
"""Asked for where nothing else is said: contact goes by way of the agency."""


class Fault(StrEnum):
    """For whose reason somebody left."""

    COMPANY = "company"
    CANDIDATE = "candidate"
    OTHER = "other"


class Side(StrEnum):
    """Who declined."""

    COMPANY = "company"
    CANDIDATE = "candidate"
    AGENCY = "agency"


@dataclass(frozen=True, slots=True)
class Recommendation:
    """`company_id` hires; `referred_by` let the candidate go, None where nobody did."""

    recommendation_id: RecommendationId
    candidate_id: CandidateId
    company_id: CompanyId
    job_order_id: JobOrderId
    stage: Stage
    asked_at: datetime
    referred_by: CompanyId | None = None
    items: tuple[Item, ...] = USUAL
    """What the candidate is asked for; once recommended, what the company was shown."""
    returning: bool = False
    """The company let this candidate go before."""
    origin: str = ""
    """Where the candidate's page is."""
    answered_at: datetime | None = None
    text_version: str | None = None
    """Of the words the candidate said yes or no to."""
    recommended_at: datetime | None = None
    declined_by: Side | None = None
    joined_on: date | None = None
    rule_version: int | None = None
    """Of the rules the joining was judged by; a leaving is judged by the same."""
    still_there_on: date | None = None
    """Somebody asked before the early days were over: they had not left."""
    left_on: date | None = None
    fault: Fault | None = None
    credit: Lot | None = None
    """What paid for the hire, as it was spent."""

    @property
    def is_running(self) -> bool:
        """Who leaves us ends it."""
        return self.stage in RUNNING

    @property
    def is_shown(self) -> bool:
        return self.recommended_at is not None and self.stage is not Stage.DECLINED

    @property
    def is_turned_down(self) -> bool:
        """The company was shown them, and said no."""
        theirs = self.stage is Stage.DECLINED and self.declined_by is Side.COMPANY
        return theirs and self.recommended_at is not None

    def moved(self, stage: Stage, **changed: Any) -> "Recommendation":
        """Raises StateForbids."""
        follows = stage in FOLLOWS.get(self.stage, frozenset())
        if not follows and not self._joined_all_the_same(stage):
            raise StateForbids(
                f"this recommendation is {self.stage}: {NEXT[self.stage]}", self.stage
            )
        return replace(self, stage=stage, **changed)

    def _joined_all_the_same(self, stage: Stage) -> bool:
        """Whom the company was shown it may hire after they left us: what happened is recorded."""
        theirs = self.stage is Stage.DECLINED and self.declined_by is Side.CANDIDATE
        return theirs and stage is Stage.JOINED and self.recommended_at is not None


def is_under_way(recommendation: Recommendation) -> bool:
    """They may still join."""
    return recommendation.stage in UNDER_WAY
