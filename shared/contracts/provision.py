"""Provision records as they are handed out."""

from typing import Self

from pydantic import AwareDatetime

from shared.contracts.wire import Answer
from shared.domain.provision import Provision
from shared.domain.recommendation import Item


class ProvisionAnswer(Answer):
    at: AwareDatetime
    recommendation_id: str
    candidate_id: str
    candidate_name: str
    company_id: str
    company_name: str
    job_order_id: str
    items: list[Item]
    consented_at: AwareDatetime
    text_version: str
    provided_by: str

    @classmethod
    def of(cls, made: Provision) -> Self:
        return cls.model_validate(made, from_attributes=True)


class ProvisionList(Answer):
    items: list[ProvisionAnswer]
    next_cursor: None = None
