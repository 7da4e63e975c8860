"""Acts of the agency, or of a company, as kept."""

from typing import Self

from pydantic import AwareDatetime, Field

from shared.contracts.member import WHO, WHO_NAME
from shared.contracts.wire import Answer
from shared.domain.audit import Audited


class AuditAnswer(Answer):
    audit_id: str
    at: AwareDatetime
    who: str = Field(description=WHO)
    who_name: str | None = Field(description=WHO_NAME)
    key_id: str
    what: str
    about: str
    told: dict[str, str]

    @classmethod
    def of(cls, act: Audited, name: str | None) -> Self:
        return cls(
            audit_id=act.audit_id,
            at=act.at,
            who=act.who,
            who_name=name,
            key_id=act.key_id,
            what=act.what,
            about=act.about,
            told=dict(act.told),
        )


class AuditPage(Answer):
    items: list[AuditAnswer]
    next_cursor: str | None
