"""Every function, unpacked from the archive that is sent, under the runtime Lambda starts it by."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.infra.reading import read
from tests.support.asking import asked, messages
from tests.support.runtime.api import Said
from tests.support.runtime.aws import aws
from tests.support.runtime.settings import Things
from tests.support.runtime.started import started
from tests.support.runtime.unpacked import Disk

pytestmark = pytest.mark.xdist_group("runtime")  # what they share is made once
ADDRESS = "ada@mail.example.com"
UNREADABLE = messages({"detail-type": "ReferralCounted", "detail": {"company_id": [ADDRESS]}})
NOTHING_NEW = {"eventName": "INSERT", "dynamodb": {"SequenceNumber": "7", "Keys": {}}}
FORM = {"email": ADDRESS, "full_name": "Ada", "consents": {"core": True}}

READERS = (
    *("count", "grant", "seal", "file", "relay", "tabulate", "notify", "suppress"),
    *("receive", "ask", "write_back", "import_csv", "tell", "deliver"),
)

EVENTS: dict[str, Any] = {
    "click": asked("GET", "/healthz"),
    "register": asked("POST", "/r/nobodys/registrations", FORM),
    "manage": asked("GET", "/v1/progress"),
    "agency": asked("GET", "/v1/agency/companies/co_1/progress"),
    "place": asked("GET", "/v1/agency/candidates"),
    "sign_in": asked("GET", "/sign-in"),
    "console": asked("GET", "/console"),
    "answer": asked("GET", "/messages/nobodys"),
    "inform": asked("GET", "/fees"),
    "me": asked("GET", "/me"),
    "ats": asked("POST", "/ats/greenhouse/ats_nobodys", {}),
    "publish": {"Records": [NOTHING_NEW]},
    "sweep": {"older_than_seconds": 0},
    "reconcile": {},
    "expire": {},
    "judge": {},
    "aftercare": {},
    "gauge": {},
    "again": {},
    "poll": {},
    **dict.fromkeys(READERS, UNREADABLE),
    "approve": {"company_id": ADDRESS},
    "issue_key": {"kind": "agency"},
    "appoint": {"name": "Ada", "email": ADDRESS},
}
VERBS = sorted(EVENTS)
STATUS = {
    "click": 200,
    "register": 404,
    "manage": 401,
    "agency": 401,
    "place": 401,
    "sign_in": 200,
    "console": 303,
    "answer": 404,
    "inform": 200,
    "me": 303,
    "ats": 404,
}
SAYS = {
    "click": "application/json",
    "answer": "text/html; charset=utf-8",
    "inform": "text/html; charset=utf-8",
    "sign_in": "text/html; charset=utf-8",
    "console": "text/plain",
    "me": "text/plain",
}
LEADS = {"console": "/sign-in?back=%2Fconsole", "me": "/sign-in?back=%2Fme"}
FAILED = {"batchItemFailures": [{"itemIdentifier": "0"}]}


@pytest.fixture(scope="module")
def disk(tmp_path_factory: pytest.TempPathFactory) -> Disk:
    return Disk(tmp_path_factory.mktemp("lambda"))


@pytest.fixture(scope="module")
def things() -> Iterator[Things]:
    with aws() as url:
        yield Things(read("local"), url)


def answer(verb: str, event: Any, disk: Disk, things: Things) -> tuple[Said, str]:
    """What came back, and what was logged."""
    function = things.template.functions()[verb]
    with started(verb, function, disk, things.settings(verb)) as running:
        said = running.invoke(event)
        assert running.api.restored == ("SnapStart" in function)
        return said, running.logged


def test_every_function_is_invoked_here() -> None:
    assert sorted(read("local").functions()) == VERBS


@pytest.mark.parametrize("verb", sorted(STATUS))
def test_a_request_is_answered_or_refused_in_its_own_words(
    verb: str, disk: Disk, things: Things
) -> None:
    said, _ = answer(verb, EVENTS[verb], disk, things)
    assert said.kind == "response", said
    assert said.body["statusCode"] == STATUS[verb]
    assert said.body["headers"]["Content-Type"] == SAYS.get(verb, "application/problem+json")
    assert said.body["headers"].get("Location") == LEADS.get(verb)
    assert said.body["headers"]["Cache-Control"] == "no-store"


@pytest.mark.parametrize("verb", READERS)
def test_a_message_nobody_can_read_fails_alone_and_is_not_quoted(
    verb: str, disk: Disk, things: Things
) -> None:
    said, logged = answer(verb, EVENTS[verb], disk, things)
    assert said == Said("response", FAILED, None)
    assert '"message":"unhandled"' in logged
    assert ADDRESS not in logged


def test_a_record_of_the_stream_without_an_image_fails_alone(disk: Disk, things: Things) -> None:
    said, _ = answer("publish", EVENTS["publish"], disk, things)
    assert said.body == {"batchItemFailures": [{"itemIdentifier": "7"}]}


def test_a_sweep_of_an_empty_table_says_nothing(disk: Disk, things: Things) -> None:
    said, _ = answer("sweep", EVENTS["sweep"], disk, things)
    assert said == Said("response", {"said": 0, "refused": 0, "tidied": 0}, None)


def test_nothing_held_and_nothing_voided_is_nothing_to_judge(disk: Disk, things: Things) -> None:
    said, _ = answer("judge", EVENTS["judge"], disk, things)
    nothing = {"judged": 0, "voided": 0, "closed": 0, "refused": 0}
    assert said == Said("response", nothing, None)


def test_no_webhook_that_is_due_is_none_to_queue(disk: Disk, things: Things) -> None:
    said, _ = answer("again", EVENTS["again"], disk, things)
    assert said == Said("response", {"queued": 0, "refused": 0}, None)


def test_where_nobody_is_asked_nobody_has_a_turn(disk: Disk, things: Things) -> None:
    said, _ = answer("poll", EVENTS["poll"], disk, things)
    assert said == Said("response", {"handed": 0, "refused": 0}, None)


def test_an_operator_is_handed_a_key(disk: Disk, things: Things) -> None:
    said, _ = answer("issue_key", EVENTS["issue_key"], disk, things)
    assert said.kind == "response" and said.body["api_key"].startswith("cra_local_")


def test_an_unhandled_error_comes_back_by_its_type_and_quotes_nobody(
    disk: Disk, things: Things
) -> None:
    said, logged = answer("approve", EVENTS["approve"], disk, things)
    assert (said.kind, said.body["errorType"]) == ("error", "CompanyNotFound")
    assert ADDRESS not in str(said) + logged


@pytest.mark.parametrize("verb", ["manage", "grant", "count"])
def test_an_event_of_no_known_form_is_an_error_that_quotes_nobody(
    verb: str, disk: Disk, things: Things
) -> None:
    said, logged = answer(verb, {"rawPath": ADDRESS, "body": ADDRESS}, disk, things)
    assert said.kind == "error"
    assert said.body["errorType"] in {"KeyError", "UnexpectedBatchTypeError"}
    assert ADDRESS not in str(said) + logged


def test_a_function_that_lacks_a_setting_says_so_before_it_serves(
    disk: Disk, things: Things
) -> None:
    settings = things.settings("grant")
    del settings["CORE_TABLE"]
    with started("grant", things.template.functions()["grant"], disk, settings) as running:
        said = running.api.said.get(timeout=60)
        assert (said.kind, said.error_type) == ("init/error", "MissingSetting")
        assert said.body["errorMessage"] == "environment variable CORE_TABLE is not set"
        assert running.process.wait(timeout=60) == 1


@pytest.mark.parametrize("verb", ["click", "register"])
def test_a_start_reads_byte_code_alone(verb: str, things: Things, tmp_path: Path) -> None:
    """Every source on the disk is spoilt, and nobody notices."""
    disk = Disk(tmp_path)
    for source in (*disk.task(verb).rglob("*.py"), *disk.opt.rglob("*.py")):
        source.write_text("raise SystemExit('compiled from its source')\n")
    said, logged = answer(verb, EVENTS[verb], disk, things)
    assert said.body["statusCode"] == STATUS[verb], logged
