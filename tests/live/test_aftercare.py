"""A candidate is asked how it goes, answers with a tap, leaves by a mail program."""

from datetime import UTC, datetime, timedelta
from typing import Any, Final
from urllib.parse import urlsplit

import pytest

from infra.local.seed import invoke
from infra.local.visit import until
from shared.domain import tokyo
from shared.domain.candidate_file import CandidateFile, Search
from shared.domain.ids import CandidateId
from shared.pepper import Pepper
from shared.table.candidate_files import CandidateFiles
from shared.table.commit import Table
from tests.live.conftest import NUMBERS
from tests.support.aftercare import a_file, open_file
from tests.support.live import Live

ONE_CLICK: Final = {"List-Unsubscribe": "One-Click"}


def core(live: Live) -> Table:
    return Table(live.stack["CoreTable"], live.clients.client("dynamodb"))


def function(live: Live, verb: str) -> Any:
    listed = live.clients.functions.list_functions()["Functions"]
    return next(f for f in listed if f["Handler"] == f"functions.{verb}.handler.handle")


def pepper(live: Live) -> Pepper:
    name = function(live, "answer")["Environment"]["Variables"]["PEPPER_SECRET"]
    secret = live.clients.secrets.get_secret_value(SecretId=name)["SecretString"]
    return Pepper(secret.encode())


@pytest.fixture
def ada(live: Live) -> CandidateFile:
    """Came 31 days ago, at noon in Tokyo; another one for each test."""
    noon = datetime.now(tokyo.TOKYO).replace(hour=12) - timedelta(days=31)
    file = a_file(CandidateId(f"cnd_ada{next(NUMBERS)}"), opened_at=noon.astimezone(UTC))
    open_file(core(live), file)
    return file


def read(live: Live, file: CandidateFile) -> CandidateFile:
    return CandidateFiles(core(live)).find(file.candidate_id)


def asks(live: Live) -> Any:
    """The clock strikes, by day."""
    noon = datetime.now(tokyo.TOKYO).replace(hour=13)
    name = f"{function(live, 'aftercare')['FunctionName']}:live"
    return invoke(live.clients, name, {"as_of": noon.isoformat()})


def test_a_candidate_is_asked_once_and_by_day(live: Live, ada: CandidateFile) -> None:
    assert asks(live)["said"] >= 1
    mails = until(lambda: live.visit.mails_to(ada.candidate.email), "nobody asked", 30)
    assert [mail["subject"] for mail in mails] == ["近況をお聞かせください"]
    page = f"{live.url}/check-ins/{pepper(live).token('check-ins', f'{ada.candidate_id}~30_days')}"
    assert page in mails[0]["text"]
    assert urlsplit(page).netloc == f"127.0.0.1:{live.port}"
    assert asks(live).get("said", 0) == 0


def test_a_tap_and_a_button_reach_the_file(live: Live, ada: CandidateFile) -> None:
    path = f"/check-ins/{pepper(live).token('check-ins', f'{ada.candidate_id}~30_days')}"
    opened = live.visit.ask("GET", f"{path}?lang=ja&answer=found")
    assert opened.status_code == 200 and read(live, ada).version == 0
    pressed = live.visit.ask("POST", f"{path}?lang=ja", data={"answer": "found"})
    assert pressed.status_code == 303
    assert (
        "「決まりました」と承りました。" in live.visit.ask("GET", pressed.headers["location"]).text
    )
    assert read(live, ada).search is Search.FOUND


def test_one_click_of_a_mail_program_ends_news(live: Live, ada: CandidateFile) -> None:
    """No cookie, no language, a form of either kind; again, it says the same (RFC 8058)."""
    path = f"/unsubscribe/{pepper(live).token('unsubscribe', ada.candidate_id)}?lang=ja"
    before = live.visit.ask("GET", path)
    assert before.status_code == 200 and read(live, ada).consents.news
    for how in ({"data": ONE_CLICK}, {"files": {"List-Unsubscribe": (None, "One-Click")}}):
        assert live.visit.ask("POST", path, **how).status_code == 200
    file = read(live, ada)
    assert (file.consents.news, file.consents.method, file.version) == (False, "one_click", 1)
    assert asks(live)["passed"] >= 1
    assert live.visit.ask("POST", path.replace("?", "x?")).status_code == 404
