from typing import Annotated, Literal

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.openapi.params import Body, Query

from functions.place import looking_after, shown
from functions.place.opening import opened
from shared import clock, programs
from shared.acts import act, asking, said
from shared.contracts.candidate_desk import (
    AdviserRequest,
    CandidateAnswer,
    CandidateChange,
    CandidateDone,
    CandidatePage,
)
from shared.domain.errors import InvalidRequest
from shared.domain.ids import CandidateId, PersonKey
from shared.table.candidate_files import CandidateFiles
from shared.table.members import Members
from shared.table.screens import Screens
from shared.wires import table

router = programs.routes()


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
    caller = asking(router, "agency:read")
    screen = Screens(table()).show(CandidateId(candidate_id))
    opened(caller, screen.file.candidate_id)
    answer = shown.candidate(screen, clock.now())
    return said(answer)


@router.patch("/v1/agency/candidates/<candidate_id>", summary="Adviser, block list, wishes, notes")
def change(candidate_id: str, asked: Annotated[CandidateChange, Body()]) -> Response[CandidateDone]:
    doing, said = act(router, "agency:write"), asked.model_dump(exclude_unset=True)
    return doing.said(looking_after.change(doing, CandidateId(candidate_id), said))


@router.post("/v1/agency/candidates/<candidate_id>/adviser", summary="Say who their adviser is")
def assign(candidate_id: str, asked: Annotated[AdviserRequest, Body()]) -> Response[CandidateDone]:
    doing = act(router, "agency:write")
    name = asked.name or name_of(PersonKey(asked.member or ""))
    return doing.said(looking_after.assign(doing, CandidateId(candidate_id), name))


def name_of(member: PersonKey) -> str:
    """Raises InvalidRequest."""
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
    return doing.said(looking_after.contacted(doing, CandidateId(candidate_id)))
