"""A candidate is asked how it goes, and answers: `aftercare` and `answer`."""

from datetime import timedelta

from shared.domain.candidate_file import CandidateFile, Search
from shared.domain.check_in import due_at
from shared.domain.ids import CandidateId
from shared.table import keys
from shared.table.candidate_files import CandidateFiles
from tests.iam.stage import Stage
from tests.iam.subjects import NUMBERS
from tests.support.aftercare import a_file, open_file
from tests.support.builders import NOON


def opened(stage: Stage) -> CandidateFile:
    file = a_file(CandidateId(f"cnd_subject{next(NUMBERS)}"))
    open_file(stage.core, file)
    return file


def read(stage: Stage, file: CandidateFile) -> CandidateFile:
    return CandidateFiles(stage.core).find(file.candidate_id)


def a_check_in_is_said(stage: Stage) -> None:
    file = opened(stage)
    by_day = due_at("30_days", NOON) + timedelta(hours=1)
    assert stage.calls("aftercare", {"as_of": by_day.isoformat()})["said"] > 0
    event_id = f"checkin:{file.candidate_id}:30_days"
    assert stage.core.get(keys.outbox(event_id)) is not None


def an_answer_reaches_the_file(stage: Stage) -> None:
    file = opened(stage)
    token = stage.pepper.token("check-ins", f"{file.candidate_id}~30_days")
    path = f"/check-ins/{token}"
    assert stage.visit.ask("GET", path).status_code == 200
    assert stage.visit.ask("POST", path, data={"answer": "found"}).status_code == 303
    assert read(stage, file).search is Search.FOUND


def one_click_ends_news(stage: Stage) -> None:
    file = opened(stage)
    path = f"/unsubscribe/{stage.pepper.token('unsubscribe', file.candidate_id)}"
    said = {"List-Unsubscribe": "One-Click"}
    assert stage.visit.ask("POST", path, data=said).status_code == 200
    assert not read(stage, file).consents.news
