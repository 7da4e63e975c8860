"""A company's hiring partners, as far as it may see them; and whether they may see its name."""

from typing import Self

from pydantic import AwareDatetime, Field

from shared.contracts.wire import Answer, Body
from shared.domain.company import Company, CompanyState
from shared.domain.relay import FEWEST, Direction, Named, Shown
from shared.domain.rules import PUBLISH_STEP


class PartnerAnswer(Answer):
    """A name where both companies agreed to it; else what kind of company it is."""

    name: str | None = None
    industry: str | None = None
    size_band: str | None = None


class RelayAnswer(Answer):
    direction: Direction = Field(description="to: it hired whom you let go; from: the other way.")
    partner: PartnerAnswer
    candidates: int = Field(ge=FEWEST, multiple_of=PUBLISH_STEP, description="In steps of 3.")

    @classmethod
    def of(cls, row: Shown) -> Self:
        if isinstance(row.partner, Named):
            partner = PartnerAnswer(name=row.partner.name)
        else:
            partner = PartnerAnswer(industry=row.partner.industry, size_band=row.partner.size_band)
        return cls(direction=row.direction, partner=partner, candidates=row.candidates)


class RelayList(Answer):
    items: list[RelayAnswer]
    next_cursor: None = None
    as_of: AwareDatetime = Field(description="Today, as a day.")


class CompanyAnswer(Answer):
    company_id: str
    name: str
    industry: str | None
    size_band: str | None
    state: CompanyState
    shows_partners: bool

    @classmethod
    def of(cls, company: Company) -> Self:
        return cls.model_validate(company, from_attributes=True)


class CompanyChange(Body):
    shows_partners: bool = Field(
        strict=True, description="Hiring partners that agreed too may read your name."
    )
