"""The files of CVs, in an engine inside this process: the form, the reading, the erasing."""

import json
from base64 import b64decode
from datetime import UTC, datetime, timedelta
from typing import Any, Final
from unittest import mock
from urllib.parse import parse_qs, urlsplit
from uuid import uuid4

import pytest
from botocore.config import Config
from botocore.exceptions import ConnectTimeoutError

from infra.local.aws import session
from infra.local.environment import REGION
from shared.aws.cvs import Cvs
from shared.domain.cv import LARGEST, Flaw, MediaType, Offer
from shared.domain.errors import CvNotFound, CvRefused, Unavailable
from shared.domain.ids import CandidateId, CvId
from tests.support.cv_form import filled_in, sent
from tests.support.cvs import a_pdf
from tests.support.in_process import answered

ADA: Final = CandidateId("cand_ada")
ADAM: Final = CandidateId("cand_adam")
FIRST: Final = CvId("cv_01JZ0000000000000000000001")
HERE: Final = "http://127.0.0.1:4566"


@pytest.fixture
def cvs() -> Cvs:
    config = Config(signature_version="s3v4", s3={"addressing_style": "virtual"})
    client = session().client("s3", config=config, endpoint_url=HERE)
    client.meta.events.register("before-send.s3", answered)
    name = f"cvs-{uuid4().hex}"
    client.create_bucket(Bucket=name, CreateBucketConfiguration={"LocationConstraint": REGION})
    return Cvs(name, client)


def offered(cvs: Cvs, candidate_id: CandidateId = ADA, cv_id: CvId = FIRST) -> Offer:
    return cvs.offer(candidate_id, cv_id, MediaType.PDF, datetime.now(UTC))


def post(offer: Offer, content: bytes = b"%PDF-", **other: str) -> tuple[int, str]:
    return sent(filled_in(offer.url, offer.fields, content, **other))


def names(cvs: Cvs) -> set[str]:
    return {
        each["Key"] for each in cvs.client.list_objects_v2(Bucket=cvs.bucket).get("Contents", [])
    }


def test_what_is_posted_by_the_form_is_what_is_read(cvs: Cvs) -> None:
    assert post(offered(cvs), a_pdf("Ada")) == (204, "")
    assert cvs.read(ADA, FIRST) == a_pdf("Ada")


def test_the_form_takes_5_mb_and_not_a_byte_more_nor_nothing(cvs: Cvs) -> None:
    assert post(offered(cvs), bytes(LARGEST)) == (204, "")
    assert post(offered(cvs, ADAM), bytes(LARGEST + 1)) == (400, "EntityTooLarge")
    assert post(offered(cvs, ADAM), b"") == (400, "EntityTooSmall")
    assert names(cvs) == {f"incoming/{ADA}/{FIRST}"}


@pytest.mark.parametrize(
    "other",
    [
        {"Content_Type": "text/html"},
        {"key": f"kept/{ADA}/{FIRST}"},
        {"key": f"incoming/{ADAM}/{FIRST}"},
        {"acl": "public-read"},
        {"success_action_redirect": "https://elsewhere.example"},
        {"x_amz_server_side_encryption": "AES256"},
        {"x_amz_meta_name": "x"},
    ],
    ids=str,
)
def test_a_form_that_says_anything_else_is_refused(cvs: Cvs, other: dict[str, str]) -> None:
    assert post(offered(cvs), b"%PDF-", **other) == (403, "AccessDenied")
    assert names(cvs) == set()


def test_a_form_is_good_for_ten_minutes_and_not_after_them(cvs: Cvs) -> None:
    policy = json.loads(b64decode(offered(cvs).fields["policy"]))
    left = datetime.fromisoformat(policy["expiration"]) - datetime.now(UTC)
    assert timedelta(minutes=9) < left <= timedelta(minutes=10)
    with mock.patch("shared.aws.cvs.OFFERED", timedelta(seconds=-1)):
        late = offered(cvs)
    assert post(late) == (403, "AccessDenied")


def test_what_nobody_sent_is_not_there(cvs: Cvs) -> None:
    with pytest.raises(CvNotFound):
        cvs.read(ADA, FIRST)


def test_what_came_in_past_the_form_and_is_too_large_is_not_read(cvs: Cvs) -> None:
    name = f"incoming/{ADA}/{FIRST}"
    cvs.client.put_object(Bucket=cvs.bucket, Key=name, Body=bytes(LARGEST + 1))
    with pytest.raises(CvRefused) as refused:
        cvs.read(ADA, FIRST)
    assert refused.value.reason == Flaw.TOO_LARGE


def test_the_bytes_that_were_judged_are_kept_whatever_comes_in_meanwhile(cvs: Cvs) -> None:
    offer = offered(cvs)
    post(offer, a_pdf("judged"))
    content = cvs.read(ADA, FIRST)
    post(offer, b"#!/bin/sh")
    cvs.keep(ADA, FIRST, MediaType.PDF, content)
    cvs.drop(ADA, FIRST)
    assert names(cvs) == {f"kept/{ADA}/{FIRST}"}
    kept = cvs.client.get_object(Bucket=cvs.bucket, Key=f"kept/{ADA}/{FIRST}")
    assert (kept["Body"].read(), kept["ContentType"]) == (a_pdf("judged"), MediaType.PDF)


def test_a_cv_is_shown_for_five_minutes_as_a_file_to_save_and_as_no_page(cvs: Cvs) -> None:
    view = cvs.view(ADA, FIRST, MediaType.DOCX, datetime.now(UTC))
    where = urlsplit(view.url)
    said = parse_qs(where.query)
    assert where.path == f"/{cvs.bucket}/kept/{ADA}/{FIRST}"
    assert said["response-content-disposition"] == ['attachment; filename="cv.docx"']
    assert said["response-content-type"] == ["application/octet-stream"]
    assert said["X-Amz-Expires"] == ["300"]


def test_erasing_takes_all_of_one_candidate_page_by_page_and_nobody_elses(cvs: Cvs) -> None:
    for place in ("incoming", "kept"):
        for n in range(1_003 if place == "kept" else 2):
            cvs.client.put_object(Bucket=cvs.bucket, Key=f"{place}/{ADA}/{n}", Body=b"x")
        cvs.client.put_object(Bucket=cvs.bucket, Key=f"{place}/{ADAM}/1", Body=b"x")
    cvs.erase(ADA)
    assert names(cvs) == {f"incoming/{ADAM}/1", f"kept/{ADAM}/1"}
    cvs.erase(ADA)


def test_an_erasing_that_left_something_says_so(cvs: Cvs) -> None:
    cvs.keep(ADA, FIRST, MediaType.PDF, b"x")
    left: Any = {"Errors": [{"Key": "k", "Code": "InternalError"}]}
    with (
        mock.patch.object(cvs.client, "delete_objects", return_value=left),
        pytest.raises(Unavailable),
    ):
        cvs.erase(ADA)


def test_who_gets_no_answer_is_told_to_come_again(cvs: Cvs) -> None:
    def silence(**_: Any) -> None:
        raise ConnectTimeoutError(endpoint_url=HERE)

    cvs.client.meta.events.register_first("before-send.s3", silence)
    with pytest.raises(Unavailable):
        cvs.read(ADA, FIRST)
    with pytest.raises(Unavailable):
        cvs.erase(ADA)
