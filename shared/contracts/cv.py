"""A candidate's CV, as programs send it and see it."""

from typing import Self

from pydantic import AwareDatetime, Field

from shared.contracts.wire import Answer, Body
from shared.domain.cv import Cv, MediaType, Offer, View
from shared.domain.forbidden import Kind
from shared.domain.ids import CvId


class CvRequest(Body):
    media_type: MediaType


class OfferAnswer(Answer):
    """Post `fields` and, last, the file as `file`: multipart/form-data, to `url`."""

    cv_id: str
    url: str
    fields: dict[str, str]
    until: AwareDatetime

    @classmethod
    def of(cls, cv_id: CvId, offer: Offer) -> Self:
        return cls(cv_id=cv_id, url=offer.url, fields=dict(offer.fields), until=offer.until)


class CvAnswer(Answer):
    cv_id: str
    media_type: MediaType
    pages: int | None
    warnings: list[Kind] = Field(
        description="What the text seems to hold that nobody may collect (ESA 5-5)"
    )
    received_at: AwareDatetime

    @classmethod
    def of(cls, cv: Cv) -> Self:
        return cls(
            cv_id=cv.cv_id,
            media_type=cv.judged.media_type,
            pages=cv.judged.pages,
            warnings=list(cv.judged.warnings),
            received_at=cv.received_at,
        )


class CvView(Answer):
    cv: CvAnswer
    url: str
    until: AwareDatetime

    @classmethod
    def of(cls, cv: Cv, view: View) -> Self:
        return cls(cv=CvAnswer.of(cv), url=view.url, until=view.until)
