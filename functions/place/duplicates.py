from collections.abc import Iterator, Mapping
from typing import Annotated

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.openapi.params import Body, Query

from functions.place import deciding
from functions.place.opening import opened_together
from shared import programs
from shared.acts import act, asking, said
from shared.contracts.duplicate import (
    DuplicateAnswer,
    DuplicateDecided,
    DuplicatePage,
    KeepRequest,
    Side,
)
from shared.domain.candidate_file import CandidateFile
from shared.domain.duplicate import Duplicate
from shared.domain.ids import CandidateId
from shared.table.duplicates import Duplicates
from shared.wires import table

router = programs.routes()


@router.get("/v1/agency/duplicates", summary="Files that may be one person's, oldest first")
def page(
    limit: Annotated[int, Query(ge=1, le=50)] = 50, cursor: Annotated[str, Query()] = ""
) -> Response[DuplicatePage]:
    caller = asking(router, "agency:read")
    start = programs.after(cursor, "{")
    pairs, following = Duplicates(table()).waiting(limit=limit, after=start)
    wanted = sorted({name for pair in pairs for name in (pair.one, pair.other)})
    found = dict(zip(wanted, opened_together(caller, wanted), strict=True))
    items = [_shown(pair, found) for pair in pairs]
    answer = DuplicatePage(items=items, next_cursor=programs.cursor(following))
    return said(answer)


def _shown(
    duplicate: Duplicate, found: Mapping[CandidateId, CandidateFile | None]
) -> DuplicateAnswer:
    return DuplicateAnswer(
        duplicate_id=duplicate.duplicate_id,
        signs=list(duplicate.signs),
        found_at=duplicate.found_at,
        sides=list(_sides(duplicate, found)),
    )


def _sides(
    duplicate: Duplicate, found: Mapping[CandidateId, CandidateFile | None]
) -> Iterator[Side]:
    """Under the names of the pair, with what they hold by now."""
    for name in (duplicate.one, duplicate.other):
        if file := found.get(name):
            yield Side(
                candidate_id=name,
                full_name=file.candidate.full_name,
                email=file.candidate.email,
                phone=file.candidate.phone,
                desired_occupation=file.candidate.desired_occupation,
                desired_location=file.candidate.desired_location,
                opened_at=file.opened_at,
            )


@router.post("/v1/agency/duplicates/<duplicate_id>/merge", summary="They are one person")
def merge(duplicate_id: str, asked: Annotated[KeepRequest, Body()]) -> Response[DuplicateDecided]:
    doing = act(router, "agency:write")
    return doing.said(deciding.merge(doing, duplicate_id, CandidateId(asked.keep)))


@router.post("/v1/agency/duplicates/<duplicate_id>/distinct", summary="They are two people")
def distinct(duplicate_id: str) -> Response[DuplicateDecided]:
    doing = act(router, "agency:write")
    return doing.said(deciding.distinct(doing, duplicate_id))
