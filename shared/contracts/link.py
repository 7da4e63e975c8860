"""A company's links."""

from typing import Annotated, Literal, Self

from pydantic import AwareDatetime, Field, model_validator

from shared.contracts.candidate import Name
from shared.contracts.said import unsaid
from shared.contracts.wire import Answer, Body
from shared.domain.link import Link, LinkState

Word = Annotated[str, Field(min_length=1, max_length=60)]


class LinkRequest(Body):
    label: Name
    channel: Word | None = None
    job_family: Word | None = None
    stage: Word | None = None
    closes_at: AwareDatetime | None = None


class LinkChange(Body):
    label: Name | None = None
    state: Literal["active", "closed"] | None = None

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if self.label is None and self.state is None:
            raise unsaid("say label or state", "label", "state")
        return self


class LinkAnswer(Answer):
    link_id: str
    slug: str
    url: str
    label: str
    state: LinkState
    channel: str | None
    job_family: str | None
    stage: str | None
    closes_at: AwareDatetime | None
    created_at: AwareDatetime

    @classmethod
    def of(cls, link: Link, origin: str) -> Self:
        return cls(
            link_id=link.link_id,
            slug=link.slug,
            url=f"{origin}/r/{link.slug}",
            label=link.label,
            state=link.state,
            channel=link.channel,
            job_family=link.job_family,
            stage=link.stage,
            closes_at=link.closes_at,
            created_at=link.created_at,
        )


class LinkPage(Answer):
    items: list[LinkAnswer]
    next_cursor: str | None
