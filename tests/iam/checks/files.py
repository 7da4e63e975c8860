"""A candidate's file: `file` hears of it, the desk reads and writes, `answer` takes a reply."""

from typing import Any

from shared.contracts.events import ErasureBegun, FilesMerged
from shared.domain import cv_places
from shared.domain.ids import CandidateId, CompanyId, CvId
from shared.table import keys
from shared.table.candidate_files import CandidateFiles
from shared.table.parts import Parts
from tests.iam.checks.spoken import DONE
from tests.iam.stage import Stage
from tests.iam.subjects import Subjects
from tests.support.asking import queued
from tests.support.builders import NOON
from tests.support.facts import counted


def filed(stage: Stage, company_id: CompanyId | None = None) -> CandidateId:
    subjects = Subjects(stage)
    made = subjects.counted(company_id or subjects.company(), 1)
    assert stage.calls("file", queued(counted(made))) == DONE
    pointer = stage.core.get(keys.whose_file(subjects.person(made)))
    assert pointer is not None
    return CandidateId(pointer["candidate_id"])


def a_file_is_opened(stage: Stage) -> None:
    filed(stage)


def a_merged_files_parts_are_moved(stage: Stage) -> None:
    kept, merged = filed(stage), filed(stage)
    fact = FilesMerged(
        event_id=f"merged:{merged}", occurred_at=NOON, candidate_id=kept, merged_id=merged
    )
    assert stage.calls("file", queued(fact)) == DONE
    assert len(Parts(stage.core).registrations(kept)) == 2


def somebody_is_forgotten(stage: Stage) -> None:
    """With a CV that came in, and one that is kept."""
    candidate_id = filed(stage)
    bucket, client = stage.setting("file", "CV_BUCKET"), stage.clients.client("s3")
    for place in (cv_places.incoming, cv_places.kept):
        client.put_object(Bucket=bucket, Key=place(candidate_id, CvId("cv_1")), Body=b"%PDF")
    desk(stage, "POST", f"/v1/agency/candidates/{candidate_id}/erasure")
    fact = ErasureBegun(
        event_id=f"erasure:{candidate_id}", occurred_at=NOON, candidate_id=candidate_id
    )
    assert stage.calls("file", queued(fact)) == DONE
    assert CandidateFiles(stage.core).find(candidate_id).erased_at


def desk(stage: Stage, method: str, path: str, **how: Any) -> Any:
    bearer = {"Authorization": f"Bearer {stage.visit.known['agency']['api_key']}"}
    answer = stage.visit.ask(method, path, headers=bearer, **how)
    assert answer.is_success, answer.text
    return answer.json()


def a_candidate_is_written_to(stage: Stage) -> CandidateId:
    candidate_id = filed(stage)
    path = f"/v1/agency/candidates/{candidate_id}"
    desk(stage, "POST", f"{path}/messages", json={"text": "はじめまして"})
    assert desk(stage, "GET", path)["thread"]["items"]
    return candidate_id


def those_who_wait_are_listed(stage: Stage) -> None:
    filed(stage)
    assert desk(stage, "GET", "/v1/agency/candidates")["items"]


def a_reply_is_taken(stage: Stage) -> None:
    candidate_id = a_candidate_is_written_to(stage)
    [message] = desk(stage, "GET", f"/v1/agency/candidates/{candidate_id}/messages")["items"]
    token = stage.pepper.token("messages", f"{candidate_id}~{message['message_id']}")
    sent = stage.visit.ask("POST", f"/messages/{token}", data={"text": "こちらこそ"})
    assert sent.status_code == 303
