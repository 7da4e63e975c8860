"""A company's funnel and its series, as far as it may see them."""

from datetime import date
from typing import Self

from pydantic import AwareDatetime, Field

from shared.contracts.wire import Answer
from shared.domain import figures
from shared.domain.rules import PUBLISH_STEP
from shared.domain.series import Figures, Granularity, Series


class VisitsAnswer(Answer):
    total: int
    human: int
    suspected_bot: int = Field(description="Mail scanners and programs, as far as they tell.")


class FunnelAnswer(Answer):
    """People in steps of 3; visits as they were."""

    visits: VisitsAnswer
    submitted: int = Field(ge=0, multiple_of=PUBLISH_STEP)
    verified: int = Field(ge=0, multiple_of=PUBLISH_STEP)
    counted: int = Field(ge=0, multiple_of=PUBLISH_STEP, description="Those reversed among them.")
    not_counted: dict[str, int] = Field(description="By reason; each reason in steps of 3.")
    reversed: int = Field(
        ge=0, multiple_of=PUBLISH_STEP, description="Counted, and taken back later."
    )


class PartAnswer(FunnelAnswer):
    since: date = Field(alias="from")
    until: date = Field(alias="to", description="Its last day.")


class StatsAnswer(PartAnswer):
    granularity: Granularity
    link_id: str | None = Field(description="null: all links together.")
    series: list[PartAnswer]
    as_of: AwareDatetime = Field(description="Today, as a day.")

    @classmethod
    def of(cls, found: Series, link_id: str | None, as_of: AwareDatetime) -> Self:
        parts = [PartAnswer.model_validate(_said(part)) for part in found.parts]
        more = {"granularity": found.granularity, "link_id": link_id, "as_of": as_of}
        return cls.model_validate({**_said(found.whole), **more, "series": parts})


def _said(of: Figures) -> dict[str, object]:
    seen = of.visits
    visits = VisitsAnswer(total=seen.total, human=seen.human, suspected_bot=seen.suspected_bot)
    people = {name: of.of(name) for name in (figures.SUBMITTED, figures.VERIFIED)}
    people |= {name: of.of(name) for name in (figures.COUNTED, figures.REVERSED)}
    days = {"from": of.days.since, "to": of.days.until}
    return {**days, "visits": visits, **people, "not_counted": of.not_counted}
