"""A CV as a part of its candidate's file."""

from collections.abc import Mapping
from typing import Any

from shared.domain.cv import Cv, Judged, MediaType
from shared.domain.forbidden import Kind
from shared.domain.ids import CandidateId, CvId
from shared.table.codec import moment, stamp


def to_item(cv: Cv) -> dict[str, Any]:
    return {
        "cv_id": cv.cv_id,
        "kept_as": cv.kept_as,
        "media_type": cv.judged.media_type,
        "pages": cv.judged.pages,
        "warnings": list(cv.judged.warnings),
        "received_at": stamp(cv.received_at),
    }


def from_item(values: Mapping[str, Any]) -> Cv:
    pages = values.get("pages")
    judged = Judged(
        MediaType(values["media_type"]),
        None if pages is None else int(pages),
        tuple(Kind(kind) for kind in values["warnings"]),
    )
    kept_as = CandidateId(values["kept_as"])
    return Cv(CvId(values["cv_id"]), kept_as, judged, moment(values["received_at"]))
