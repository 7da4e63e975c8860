from typing import Annotated, Literal

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.openapi.params import Body, Query

from functions.place import candidates_flow, shown
from shared import clock, programs
from shared.acts import Act, act, asking, said
from shared.contracts.candidate_desk import (
    AdviserRequest,
    CandidateAnswer,
    CandidateChange,
    CandidateDone,
    CandidatePage,
)
from shared.domain.errors import InvalidRequest
from shared.domain.forbidden import Kind, seems_to_hold
from shared.domain.ids import CandidateId, PersonKey
from shared.table.candidate_files import CandidateFiles
from shared.table.members import Members
from shared.table.screens import Screens
from shared.wires import table

router = programs.routes()


def written(
    doing: Act, what: str, about: str, warnings: tuple[Kind, ...] = ()
) -> candidates_flow.Written:
    return doing.written(
        CandidateFiles, f"candidate.{what}", about, lambda file: CandidateDone.of(file, warnings)
    )


@router.get("/v1/agency/candidates", summary="Whom an adviser is to write to, most overdue first")
def page(
    state: Annotated[Literal["waiting", "overdue"], Query()] = "waiting",
    limit: Annotated[int, Query(ge=1, le=100)] = 50,
    cursor: Annotated[str, Query()] = "",
) -> Response[CandidatePage]:
    asking(router, "agency:read")
    now = clock.now()
    start = programs.after(cursor, "{")
    files, following = CandidateFiles(table()).waiting(limit=limit, after=start)
    if state == "overdue":  # they come first, so who is not ends the list
        late = [file for file in files if file.is_overdue(now)]
        files, following = late, following if len(late) == len(files) else None
    items = [shown.waiting(file, now) for file in files]
    answer = CandidatePage(items=items, next_cursor=programs.cursor(following))
    return said(answer)


@router.get("/v1/agency/candidates/<candidate_id>", summary="All of a candidate")
def one(candidate_id: str) -> Response[CandidateAnswer]:
    asking(router, "agency:read")
    screen = Screens(table()).show(CandidateId(candidate_id))
    answer = shown.candidate(screen, clock.now())
    return said(answer)


@router.patch("/v1/agency/candidates/<candidate_id>", summary="Adviser, block list, wishes, notes")
def change(candidate_id: str, asked: Annotated[CandidateChange, Body()]) -> Response[CandidateDone]:
    doing, warnings = act(router, "agency:write"), seems_to_hold(asked.notes or "")
    with doing.answering():
        file = candidates_flow.change(
            CandidateId(candidate_id),
            asked.model_dump(exclude_unset=True),
            by=doing.who,
            files=CandidateFiles(table()),
            now=doing.now,
            written=written(doing, "change", candidate_id, warnings),
        )
    return doing.said(CandidateDone.of(file, warnings))


@router.post("/v1/agency/candidates/<candidate_id>/adviser", summary="Say who their adviser is")
def assign(candidate_id: str, asked: Annotated[AdviserRequest, Body()]) -> Response[CandidateDone]:
    doing = act(router, "agency:write")
    with doing.answering():
        file = candidates_flow.assign(
            CandidateId(candidate_id),
            asked.name or _name_of(PersonKey(asked.member or "")),
            by=doing.who,
            files=CandidateFiles(table()),
            now=doing.now,
            written=written(doing, "adviser", candidate_id),
        )
    return doing.said(CandidateDone.of(file))


def _name_of(member: PersonKey) -> str:
    if "@" in member:
        raise InvalidRequest(
            "member is an id, as in the audit log's who, and no mail address",
            {"member": "malformed"},
        )
    found = Members(table()).find(member)
    if found is None:
        raise InvalidRequest("member is nobody's id at the agency", {"member": "unknown"})
    return found.name


@router.post("/v1/agency/candidates/<candidate_id>/contacted", summary="An adviser wrote or rang")
def contacted(candidate_id: str) -> Response[CandidateDone]:
    doing = act(router, "agency:write")
    with doing.answering():
        file = candidates_flow.contacted(
            CandidateId(candidate_id),
            by=doing.who,
            files=CandidateFiles(table()),
            now=doing.now,
            written=written(doing, "contacted", candidate_id),
        )
    return doing.said(CandidateDone.of(file))
