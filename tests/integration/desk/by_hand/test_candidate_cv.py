"""A candidate's CV by hand: a form for the bucket, a look at what came in, a door for minutes."""

from typing import Any

import pytest

from functions.place import cvs
from shared.domain.cv import Judged, MediaType
from shared.domain.forbidden import Kind
from shared.domain.ids import CvId
from shared.table.cv_parts import CvParts
from tests.support.asking import CONTEXT
from tests.support.cvs import a_pdf
from tests.support.desk import HANDLERS, AtDesk, Desk, at_desk
from tests.support.fakes.cvs import FakeCvs
from tests.support.filled import filled
from tests.support.recommending import ADA, a_file
from tests.support.recommending import Desk as Hiring

FILE = f"/agency/candidates/{ADA}"
FIRST = CvId("cv_01JZ0000000000000000000001")


class Reading:
    def judge(self, content: bytes) -> Judged:
        return Judged(MediaType.PDF, 2, (Kind.FAMILY,))


@pytest.fixture
def bucket(monkeypatch: pytest.MonkeyPatch) -> FakeCvs:
    fake = FakeCvs()
    monkeypatch.setattr(cvs, "cvs", lambda: fake)
    return fake


@pytest.fixture
def ada(desk: Desk, bucket: FakeCvs) -> AtDesk:
    Hiring(desk.table).files(a_file())
    return at_desk(desk.table)


def test_the_form_is_sent_to_the_bucket_and_leads_back(ada: AtDesk) -> None:
    said = HANDLERS["place"].handle(ada.gets(f"{FILE}/cv"), CONTEXT)
    assert said["statusCode"] == 200
    policy: Any = said["headers"]["Content-Security-Policy"]
    assert "form-action 'self' https://cvs.example" in policy
    offer = filled(said["body"], "https://cvs.example")
    assert offer["key"].startswith(f"incoming/{ADA}/cv_")
    cv_id = offer["key"].rpartition("/")[2]
    assert offer["success_action_redirect"].endswith(f"{FILE}/cv/{cv_id}")
    status, page = ada.reads(f"{FILE}/cv/{cv_id}")
    assert status == 200 and f'action="{FILE}/cv/{cv_id}/received"' in page


def test_what_came_in_is_looked_at_kept_and_opened(
    desk: Desk, ada: AtDesk, bucket: FakeCvs, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cvs, "Reading", Reading)
    bucket.send(ADA, FIRST, a_pdf("Ada"))
    for _ in range(2):
        led = ada.sends(f"{FILE}/cv/{FIRST}/received", once="word")
        assert led == (303, f"{FILE}?done=kept")
    found = CvParts(desk.table).find(ADA).cv
    assert found and found.cv_id == FIRST
    page = ada.reads(FILE)[1]
    assert "PDF形式" in page and "2ページ" in page and "家族" in page
    assert ada.sends(f"{FILE}/cv/open") == (303, f"https://cvs.example/kept/{ADA}/{FIRST}")
    noted = [act["what"] for act in desk.knows("/audit-log")["items"]]
    assert sorted(noted) == ["candidate.open", "cv.open", "cv.receive"]


def test_a_file_that_is_none_is_not_kept_and_why_is_said(
    desk: Desk, ada: AtDesk, bucket: FakeCvs
) -> None:
    bucket.send(ADA, FIRST, b"#!/bin/sh")
    status, page = ada.sends(f"{FILE}/cv/{FIRST}/received")
    assert (status, "PDFかWord（DOCX）" in page) == (422, True)
    status, page = ada.sends(f"{FILE}/cv/{FIRST}/received")
    assert (status, "ファイルが届いていません" in page) == (422, True)
    assert CvParts(desk.table).find(ADA).cv is None


def test_a_cv_that_is_gone_says_so_on_the_file(ada: AtDesk) -> None:
    status, page = ada.sends(f"{FILE}/cv/open")
    assert (status, "職務経歴書がありません" in page) == (404, True)


def test_a_name_that_is_no_cvs_is_nowhere(ada: AtDesk) -> None:
    assert ada.reads(f"{FILE}/cv/x")[0] == 404
    assert ada.sends(f"{FILE}/cv/x/received")[0] == 422
