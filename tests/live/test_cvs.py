"""A CV, as the agency's page sends it from a browser: to the API, and by its form to S3."""

import httpx
import pytest

from shared.domain.ids import CandidateId
from shared.table.commit import Table
from tests.live.conftest import NUMBERS
from tests.support import recommending
from tests.support.cv_form import filled_in
from tests.support.cvs import EICAR, a_docx, a_pdf, a_zip_bomb
from tests.support.live import Live
from tests.support.recommending import a_file

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


class Desk:
    """The agency, over one candidate nobody else knows."""

    def __init__(self, live: Live) -> None:
        file = a_file(f"cv{next(NUMBERS)}")
        self.live, self.candidate_id = live, file.candidate_id
        table = Table(live.stack["CoreTable"], live.clients.client("dynamodb"))
        recommending.Desk(table).files(file)

    def asks(self, method: str, path: str = "", **how: object) -> httpx.Response:
        bearer = {"Authorization": f"Bearer {self.live.known['agency']['api_key']}"}
        headers = bearer | dict(how.pop("headers", {}))  # type: ignore[call-overload]
        path = f"/v1/agency/candidates/{self.candidate_id}/cv{path}"
        return self.live.visit.ask(method, path, headers=headers, **how)  # type: ignore[arg-type]

    def offered(self, media_type: str = PDF, **headers: str) -> dict[str, object]:
        answer = self.asks("POST", json={"media_type": media_type}, headers=headers)
        assert answer.status_code == 201, answer.text
        return dict(answer.json())

    def sends(self, offer: dict[str, object], content: bytes, **other: str) -> httpx.Response:
        """As a page of the relay's does."""
        form = filled_in(offer["url"], offer["fields"], content, origin=self.live.url, **other)  # type: ignore[arg-type]
        with httpx.Client(trust_env=False, timeout=60) as browser:
            return browser.send(form)

    def receives(self, offer: dict[str, object]) -> httpx.Response:
        return self.asks("POST", f"/{offer['cv_id']}/received")

    def objects(self) -> set[str]:
        s3 = self.live.clients.s3
        held = s3.list_objects_v2(Bucket=self.live.stack["CvBucket"]).get("Contents", [])
        return {each["Key"] for each in held if self.candidate_id in each["Key"]}


@pytest.fixture
def desk(live: Live) -> Desk:
    return Desk(live)


def test_a_cv_is_sent_judged_kept_and_had_again(desk: Desk) -> None:
    offer = desk.offered()
    answer = desk.sends(offer, a_pdf("Religion: none", "Ada"))
    assert (answer.status_code, answer.text) == (204, "")
    assert answer.headers["access-control-allow-origin"] == desk.live.url
    received = [desk.receives(offer) for _ in range(2)]
    assert [r.status_code for r in received] == [200, 200], received[0].text
    assert received[0].json() == received[1].json()
    assert {"media_type": PDF, "pages": 2, "warnings": ["creed"]}.items() <= received[
        0
    ].json().items()
    assert desk.objects() == {f"kept/{desk.candidate_id}/{offer['cv_id']}"}
    shown = desk.asks("GET").json()
    file = httpx.get(shown["url"], trust_env=False)
    assert file.content == a_pdf("Religion: none", "Ada")
    assert file.headers["content-disposition"] == 'attachment; filename="cv.pdf"'
    assert file.headers["content-type"] == "application/octet-stream"


def test_a_kept_cv_is_encrypted_with_our_key_and_nobody_reads_it_unsigned(desk: Desk) -> None:
    offer = desk.offered(DOCX)
    desk.sends(offer, a_docx("職務経歴書"))
    assert desk.receives(offer).status_code == 200
    bucket, [name] = desk.live.stack["CvBucket"], desk.objects()
    held = desk.live.clients.s3.head_object(Bucket=bucket, Key=name)
    assert held["ServerSideEncryption"] == "aws:kms"
    assert held["SSEKMSKeyId"] == desk.live.stack["TableKeyArn"]
    unsigned = httpx.get(f"{desk.live.clients.endpoint}/{bucket}/{name}", trust_env=False)
    assert unsigned.status_code == 403


@pytest.mark.parametrize(
    ("content", "reason"),
    [(EICAR, "unknown_type"), (b"%PDF-1.7\n" + EICAR, "broken"), (a_zip_bomb(), "too_much_inside")],
    ids=["a script", "a script that says it is a PDF", "a zip bomb"],
)
def test_what_is_no_cv_is_refused_and_gone(desk: Desk, content: bytes, reason: str) -> None:
    offer = desk.offered()
    assert desk.sends(offer, content).status_code == 204
    refused = desk.receives(offer)
    said = refused.json()
    assert (refused.status_code, said["code"], said["reason"]) == (422, "cv_refused", reason)
    assert desk.objects() == set()
    assert desk.receives(offer).json()["code"] == "cv_not_found"
    assert desk.asks("GET").json()["code"] == "cv_not_found"


def test_the_forms_own_bounds_hold_and_so_does_its_signature(desk: Desk) -> None:
    offer = desk.offered()
    assert "EntityTooLarge" in desk.sends(offer, bytes(5 * 1024 * 1024 + 1)).text
    assert desk.sends(offer, b"x", Content_Type="text/html").status_code == 403
    assert desk.sends(offer, b"x", x_amz_signature="0" * 64).status_code == 403
    assert desk.objects() == set()


def test_another_origins_page_is_given_no_leave_to_read_the_answer(desk: Desk) -> None:
    offer = desk.offered()
    asked = {"Origin": "https://elsewhere.example", "Access-Control-Request-Method": "POST"}
    answer = httpx.options(str(offer["url"]), headers=asked, trust_env=False)
    assert "access-control-allow-origin" not in answer.headers
    answer = httpx.options(
        str(offer["url"]), headers=asked | {"Origin": desk.live.url}, trust_env=False
    )
    assert answer.headers["access-control-allow-origin"] == desk.live.url


def test_the_same_key_is_offered_the_same_name_and_another_body_is_refused(desk: Desk) -> None:
    once = {"Idempotency-Key": f"cv of {desk.candidate_id}"}
    first, again = (desk.offered(**once) for _ in range(2))
    assert first["cv_id"] == again["cv_id"]
    other = desk.asks("POST", json={"media_type": DOCX}, headers=once)
    assert (other.status_code, other.json()["code"]) == (409, "idempotency_mismatch")


def test_nobodys_cv_and_a_type_of_no_cv_are_refused_by_name(desk: Desk) -> None:
    refused = desk.asks("POST", json={"media_type": "text/html"})
    assert (refused.status_code, refused.json()["fields"]) == (422, {"media_type": "malformed"})
    desk.candidate_id = CandidateId("cand_nobody")
    assert desk.asks("POST", json={"media_type": PDF}).json()["code"] == "candidate_not_found"
    assert desk.asks("GET").json()["code"] == "candidate_not_found"


def test_the_log_holds_nothing_of_what_was_sent(desk: Desk) -> None:
    offer = desk.offered()
    desk.sends(offer, a_pdf("Religion: a very telling word"))
    desk.receives(offer)
    assert "telling" not in (desk.live.state / "relay.log").read_text()
